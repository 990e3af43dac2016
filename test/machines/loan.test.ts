import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { getShortestPaths } from "xstate/graph";
import { loanStages as storedStages } from "../../db/schema.ts";
import type { DueStatus } from "../../domain/loan/due-status.ts";
import { advanceLoan, type LoanEvent, type LoanStage, loanLife, loanStages } from "../../machines/loan.ts";

const day = (standing: Partial<DueStatus>, daysBefore = 3): LoanEvent => ({
  type: "businessDay",
  date: "2026-03-10",
  standing: { settled: false, daysPastDue: 0, dueToday: false, ...standing },
  daysBefore,
});
const paid = (standing: Partial<DueStatus>): LoanEvent => ({ ...day(standing), type: "paid" }) as LoanEvent;

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
    for (const [standing, expected] of days) {
      stage = advanceLoan(stage, day(standing));
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

  it("has two ends, which nothing leads out of", () => {
    const standings = fc.record({
      settled: fc.boolean(),
      daysPastDue: fc.nat(400),
      dueToday: fc.boolean(),
      daysToNextDue: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(standings, fc.constantFrom<LoanStage>("settled", "written-off"), (standing, end) => {
        expect(advanceLoan(end, day(standing))).toBe(end);
        expect(advanceLoan(end, paid(standing))).toBe(end);
      }),
    );
  });

  it("every state of the chart can be reached", () => {
    const events = [
      ...[day({}), day({ daysToNextDue: 1 }), day({ dueToday: true }), day({ settled: true })],
      ...[1, 8, 31].map((daysPastDue) => day({ daysPastDue })),
      { type: "writeOff" } as const,
    ];
    const reached = getShortestPaths(loanLife, { events }).map(({ state }) => JSON.stringify(state.value));
    expect(new Set(reached).size).toBe(loanStages.length);
  });

  it("its stages are the ones that the database knows", () => {
    expect([...storedStages]).toEqual([...loanStages]);
  });
});
