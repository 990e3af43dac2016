import { afterAll, describe, expect, it } from "vitest";
import { accountBalances } from "../../../db/lending/ledger.ts";
import { sum } from "../../../domain/money/money.ts";
import { freshDatabase } from "../../support/database.ts";
import { liveThrough } from "./live-through.ts";

const database = await freshDatabase();
afterAll(() => database.close());
const q = database.orm;

describe("over the lives of generated loans", async () => {
  const { days, reminders } = await liveThrough({
    ...{ database, startsOn: "2024-01-10", loans: 30, days: 85, seed: 20_240_110 },
  });

  it("every figure is the domain's, to the cent, and every stage the machine's, on every day", () => {
    for (const [on, { found, expected }] of days) expect(found, on).toEqual(expected);
  });

  it("meets every stage on the way, so that none goes unproved", () => {
    const stages = new Set([...days.values()].flatMap(({ expected }) => expected.map(({ stage }) => stage)));
    expect([...stages].toSorted()).toEqual([
      "active",
      "due",
      "due-soon",
      "overdue-call",
      "overdue-letter",
      "overdue-reminder",
      "settled",
    ]);
  });

  it("the ledger holds as accrued what is earned and owed, against income not yet received", async () => {
    const [owed] = await database.sql`
      select sum(interest) as interest, sum(penalty) as penalty from loan_positions`;
    const balances = await accountBalances(q);
    for (const kind of ["interest", "penalty"] as const) {
      expect(balances[`accrued:${kind}`]).toBe(owed?.[kind]);
      expect(sum([balances[`income:accrued-${kind}`] ?? "0", owed?.[kind]]).toFixed(2)).toBe("0.00");
    }
  });

  it("the accruals, loan by loan, add up to all that was earned: received and owed", async () => {
    const [accrued] = await database.sql`
      select sum(interest) as interest, sum(penalty) as penalty from accruals`;
    const balances = await accountBalances(q);
    const earned = (kind: "interest" | "penalty") =>
      sum([balances[`income:${kind}`] ?? "0", balances[`income:accrued-${kind}`] ?? "0"])
        .negated()
        .toFixed(2);
    expect({ ...accrued }).toEqual({ interest: earned("interest"), penalty: earned("penalty") });
    const [closed] = await database.sql`
      select sum(interest) as interest, sum(penalty) as penalty from closes`;
    expect({ ...closed }).toEqual({ ...accrued });
  });

  it("plans each reminder that the domain plans, on its date, once", async () => {
    const planned = await database.sql`
      select loan_id || ' ' || installment || ' ' || stage as reminder from reminders`;
    expect(planned.map(({ reminder }) => reminder).toSorted()).toEqual(reminders.toSorted());
    expect(reminders.length).toBeGreaterThan(100);
  });
});
