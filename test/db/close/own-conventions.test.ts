/** Loans of products with other conventions close in the same run, each by its own, to the cent. */
import { afterAll, describe, expect, it } from "vitest";
import {
  houseConventions,
  type LoanConventions,
  type PenaltyRule,
} from "../../../domain/product/conventions.ts";
import { freshDatabase } from "../../support/database.ts";
import { liveThrough } from "./live-through.ts";

const { repayment } = houseConventions;
const withPenalty = (
  penalty: Partial<PenaltyRule>,
  others: Partial<LoanConventions> = {},
): LoanConventions => ({
  ...houseConventions,
  ...others,
  repayment: { ...repayment, penalty: { ...repayment.penalty, ...penalty } },
});

const conventions: Readonly<Record<string, LoanConventions>> = {
  "the house's": houseConventions,
  "a dearer penalty": withPenalty({ dailyRate: "0.00075" }),
  "three days of grace, then from the due date": withPenalty({ graceDays: 3 }),
  "five days of grace, penalised from their end": withPenalty({ graceDays: 5, startsFrom: "grace-end" }),
  "a due date that counts": withPenalty({ counting: "inclusive", graceDays: 2 }),
  "interest penalised as well": withPenalty({ base: "principal-and-interest", dailyRate: "0.0009" }),
  "a low cap": withPenalty({ dailyRate: "0.001", cap: "0.01" }),
  "all of it": withPenalty({
    ...{ dailyRate: "0.0008", base: "principal-and-interest", graceDays: 4 },
    ...{ startsFrom: "grace-end", counting: "inclusive", cap: "0.015" },
  }),
  "calls on the third day": withPenalty({}, { contactDays: { sms: 2, call: 3, letter: 12 } }),
  "months of thirty days": withPenalty({ graceDays: 1 }, { dayCount: "30/360" }),
  "both ends counted": withPenalty({ cap: "0.02" }, { counting: "inclusive" }),
  "rounded half to even": withPenalty({}, { rounding: { mode: "half-even", unit: "0.01" } }),
  "excess pays the next": { ...houseConventions, repayment: { ...repayment, excess: "next" } },
  "excess ends it sooner": { ...houseConventions, repayment: { ...repayment, excess: "fewer" } },
  "a period's interest in full": {
    ...houseConventions,
    repayment: { ...repayment, interestUntil: "period-end" },
  },
};

const database = await freshDatabase();
afterAll(() => database.close());

describe("over the lives of loans with conventions of their own", async () => {
  const { days, reminders } = await liveThrough({
    ...{ database, startsOn: "2024-01-10", loans: 60, days: 75, seed: 20_261_201 },
    conventions: Object.values(conventions),
  });

  it("every figure is the domain's, to the cent, and every stage the machine's, on every day", () => {
    for (const [on, { found, expected }] of days) expect(found, on).toEqual(expected);
  });

  it("each of them is met by a loan that is overdue", async () => {
    const late = await database.sql<{ conventions: LoanConventions }[]>`
      select distinct quote.conventions from loan_positions p join quotes quote on quote.id = p.loan_id
      where p.penalty_earned > 0 or p.days_past_due > 0`;
    const met = late.map(({ conventions: own }) => own);
    for (const [name, own] of Object.entries(conventions)) expect(met, name).toContainEqual(own);
  });

  it("plans each reminder on the loan's own contact days, once", async () => {
    const planned = await database.sql`
      select loan_id || ' ' || installment || ' ' || stage as reminder from reminders`;
    expect(planned.map(({ reminder }) => reminder).toSorted()).toEqual(reminders.toSorted());
  });
});
