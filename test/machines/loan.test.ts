import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { getShortestPaths } from "xstate/graph";
import { loanStages as storedStages, loanStatuses as storedStatuses } from "../../db/schema.ts";
import type { DueStatus } from "../../domain/loan/due-status.ts";
import {
  advanceLoan,
  type LoanEvent,
  type LoanStage,
  loanLife,
  loanPlaces,
  loanStages,
  loanStatusOf,
} from "../../machines/loan.ts";

const day = (dueStatus: Partial<DueStatus>, daysBefore = 3): LoanEvent => ({
  type: "businessDay",
  date: "2026-03-10",
  dueStatus: { settled: false, daysPastDue: 0, dueToday: false, ...dueStatus },
  daysBefore,
});
const reversed = (dueStatus: Partial<DueStatus>): LoanEvent =>
  ({ ...day(dueStatus), type: "reversed" }) as LoanEvent;
const paid = (dueStatus: Partial<DueStatus>): LoanEvent => ({ ...day(dueStatus), type: "paid" }) as LoanEvent;

describe("the life of a loan", () => {
  it("goes from running to due soon, due, and through the three stages of collection, by the day", () => {
    const days: [Partial<DueStatus>, LoanStage][] = [
      [{ daysToNextDue: 4 }, "active"],
      [{ daysToNextDue: 3 }, "due-soon"],
      [{ dueToday: true, daysToNextDue: 30 }, "due"],
      [{ daysPastDue: 1, daysToNextDue: 29 }, "overdue-reminder"],
      [{ daysPastDue: 7 }, "overdue-reminder"],
      [{ daysPastDue: 8 }, "overdue-call"],
      [{ daysPastDue: 30 }, "overdue-call"],
      [{ daysPastDue: 31, dueToday: true }, "overdue-letter"],
    ];
    let stage: LoanStage = "active";
    for (const [dueStatus, expected] of days) {
      stage = advanceLoan(stage, day(dueStatus));
      expect(stage).toBe(expected);
    }
  });

  it("a payment leads back to where the loan then stands", () => {
    expect(advanceLoan("overdue-letter", paid({ daysToNextDue: 12 }))).toBe("active");
    expect(advanceLoan("overdue-call", paid({ daysToNextDue: 2 }))).toBe("due-soon");
    expect(advanceLoan("overdue-call", paid({ daysPastDue: 2 }))).toBe("overdue-reminder");
    expect(advanceLoan("due", paid({ settled: true }))).toBe("settled");
  });

  it("how soon is soon is the borrower's choice; on the day only means never", () => {
    expect(advanceLoan("active", day({ daysToNextDue: 7 }, 7))).toBe("due-soon");
    expect(advanceLoan("active", day({ daysToNextDue: 1 }, 0))).toBe("active");
  });

  it("begins with the payout, or never", () => {
    expect(advanceLoan("signed", { type: "paidOut" })).toBe("active");
    expect(advanceLoan("signed", { type: "abandoned" })).toBe("abandoned");
    expect(advanceLoan("abandoned", { type: "paidOut" })).toBe("abandoned");
  });

  it("goes on where its last payment bounced, as if that had never come", () => {
    expect(advanceLoan("settled", reversed({ daysPastDue: 9 }))).toBe("overdue-call");
    expect(advanceLoan("settled", reversed({ daysToNextDue: 12 }))).toBe("active");
    expect(advanceLoan("active", reversed({ daysPastDue: 2 }))).toBe("overdue-reminder");
    expect(advanceLoan("written-off", reversed({ daysPastDue: 90 }))).toBe("written-off");
  });

  it("only what is overdue can be written off", () => {
    const after = Object.fromEntries(
      loanStages.map((stage) => [stage, advanceLoan(stage, { type: "writeOff" })]),
    );
    expect(after).toEqual({
      ...{ active: "active", "due-soon": "due-soon", due: "due", settled: "settled" },
      ...{
        "overdue-reminder": "written-off",
        "overdue-call": "written-off",
        "overdue-letter": "written-off",
      },
      "written-off": "written-off",
    });
  });

  it("is led out of its ends by no day and by no payment", () => {
    const dueStatuses = fc.record({
      settled: fc.boolean(),
      daysPastDue: fc.nat(400),
      dueToday: fc.boolean(),
      daysToNextDue: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(dueStatuses, fc.constantFrom<LoanStage>("settled", "written-off"), (dueStatus, end) => {
        expect(advanceLoan(end, day(dueStatus))).toBe(end);
        expect(advanceLoan(end, paid(dueStatus))).toBe(end);
      }),
    );
  });

  it("every state of the chart can be reached", () => {
    const events = [
      ...([{ type: "paidOut" }, { type: "abandoned" }] as const),
      ...[day({}), day({ daysToNextDue: 1 }), day({ dueToday: true }), day({ settled: true })],
      ...[1, 8, 31].map((daysPastDue) => day({ daysPastDue })),
      { type: "writeOff" } as const,
    ];
    const reached = getShortestPaths(loanLife, { events }).map(({ state }) => JSON.stringify(state.value));
    expect(new Set(reached).size).toBe(loanPlaces.length);
  });

  it("its stages are the ones that the database knows", () => {
    expect([...storedStages]).toEqual([...loanStages]);
    expect(new Set(loanPlaces.map(loanStatusOf))).toEqual(new Set(storedStatuses));
  });
});
