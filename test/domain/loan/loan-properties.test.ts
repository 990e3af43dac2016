/** What holds for every loan and every history of payments. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween } from "../../../domain/calendar/dates.ts";
import { dayCounts } from "../../../domain/calendar/day-count.ts";
import { dueDatesOf } from "../../../domain/calendar/frequency.ts";
import type { LoanAccount } from "../../../domain/loan/account.ts";
import { amountDue, positionOf } from "../../../domain/loan/loan-position.ts";
import { replay, replayPayments } from "../../../domain/loan/replay.ts";
import { exact, sum } from "../../../domain/money/money.ts";
import { toTheCent } from "../../../domain/money/rounding-rule.ts";
import { excessRules, houseRepayment, type RepaymentRules } from "../../../domain/product/conventions.ts";
import { offerOn } from "../../../domain/repayment/repayment.ts";
import { amortisationMethods } from "../../../domain/schedule/amortisation.ts";
import { planSchedule, type SchedulePlan } from "../../../domain/schedule/schedule.ts";

const yuan = (cents: number): string => exact(cents).div(100).toFixed(2);

const rules = fc.record<RepaymentRules>({
  waterfall: fc.record({
    order: fc.shuffledSubarray(["penalty", "interest", "principal"] as const, { minLength: 3 }),
    across: fc.constantFrom("installments", "parts"),
  }),
  excess: fc.constantFrom(...excessRules),
  interestUntil: fc.constantFrom("value-date", "period-end"),
  penalty: fc.record({
    dailyRate: fc.constantFrom("0", "0.0005", "0.001"),
    graceDays: fc.integer({ min: 0, max: 5 }),
    startsFrom: fc.constantFrom("due-date", "grace-end"),
    counting: fc.constantFrom("exclusive", "inclusive"),
    cap: fc.constantFrom(undefined, "0.05"),
  }),
});

const plans = fc
  .record({
    cents: fc.integer({ min: 1_000, max: 5_000_000 }),
    count: fc.integer({ min: 1, max: 12 }),
    start: fc.integer({ min: 0, max: 3_000 }).map((days) => addDays("2020-01-01", days)),
    method: fc.constantFrom(...amortisationMethods),
    dayCount: fc.constantFrom(...dayCounts),
    counting: fc.constantFrom("exclusive" as const, "inclusive" as const),
    rate: fc.integer({ min: 0, max: 2400 }),
    interestGrace: fc.integer({ min: 0, max: 3 }),
    principalGrace: fc.integer({ min: 0, max: 3 }),
    equalMonths: fc.boolean(),
    interestFreePeriods: fc.integer({ min: 0, max: 2 }),
  })
  .map(
    ({
      cents,
      count,
      start,
      rate,
      interestGrace,
      principalGrace,
      equalMonths,
      method,
      ...rule
    }): SchedulePlan => ({
      principal: yuan(cents),
      disbursedOn: start,
      dueDates: dueDatesOf({ disbursedOn: start, frequency: { every: 1, unit: "month" }, count }),
      method,
      interest: {
        ...rule,
        rate: { annual: exact(rate).div(10_000).toString() },
        equalPeriods: equalMonths ? { every: 1, unit: "month" } : undefined,
      },
      rounding: toTheCent,
      interestGrace: method === "pay-any-time" ? 0 : Math.min(interestGrace, count - 1),
      principalGrace: Math.min(principalGrace, count - 1),
    }),
  );

interface Paid {
  /** Days after the disbursement. */
  day: number;
  cents: number;
  kind: "due" | "partial" | "payoff";
}

const payments = fc.array(
  fc.record<Paid>({
    day: fc.integer({ min: 0, max: 450 }),
    cents: fc.integer({ min: 1, max: 3_000_000 }),
    kind: fc.constantFrom("due", "partial", "payoff"),
  }),
  { maxLength: 6 },
);

function accountOf(plan: SchedulePlan, paid: Paid[], chosen: RepaymentRules = houseRepayment): LoanAccount {
  return {
    ...{
      disbursedOn: plan.disbursedOn,
      method: plan.method,
      interest: plan.interest,
      rounding: plan.rounding,
    },
    rules: chosen,
    interestGrace: plan.interestGrace ?? 0,
    schedule: planSchedule(plan),
    repayments: paid.map(({ day, cents, kind }, index) => ({
      ...{ id: String(index), kind, amount: yuan(cents), valueDate: addDays(plan.disbursedOn, day) },
    })),
    ...{ reversals: [], refunds: [] },
  };
}

const forever = "2060-01-01";

describe("every loan", () => {
  it("untouched, stands as its schedule says, on any day of its term", () => {
    fc.assert(
      fc.property(plans, rules, fc.nat(400), (plan, chosen, day) => {
        const account = accountOf(plan, [], chosen);
        const position = positionOf(replay(account, addDays(plan.disbursedOn, day)));
        expect(position.installments.map((one) => [one.principal, one.interest])).toEqual(
          account.schedule.map((row) => [row.principal, row.interest]),
        );
      }),
      { numRuns: 200 },
    );
  });

  it("keeps its principal: what is paid and what is open add up to it", () => {
    fc.assert(
      fc.property(plans, rules, payments, fc.nat(600), (plan, chosen, paid, day) => {
        const { installments } = positionOf(
          replay(accountOf(plan, paid, chosen), addDays(plan.disbursedOn, day)),
        );
        const total = sum(installments.flatMap((one) => [one.paidPrincipal, one.outstandingPrincipal]));
        expect(total.toFixed(2)).toBe(plan.principal);
        expect(installments.some((one) => Number(one.outstandingPrincipal) < 0)).toBe(false);
        expect(installments.some((one) => Number(one.outstandingInterest) < 0)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it("loses no cent of a payment: it is allocated or held", () => {
    fc.assert(
      fc.property(plans, rules, payments, (plan, chosen, paid) => {
        const account = accountOf(plan, paid, chosen);
        const covered = replayPayments(account, forever).flatMap(({ covers }) =>
          covers.flatMap(({ penalty, interest, principal }) => [penalty, interest, principal]),
        );
        const { held } = positionOf(replay(account, forever));
        expect(sum([...covered, held]).toFixed(2)).toBe(
          yuan(paid.reduce((total, one) => total + one.cents, 0)),
        );
        expect(covered.some((amount) => amount.isNegative())).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it("has a payoff whose lines add up, that settles it to the cent and holds nothing", () => {
    fc.assert(
      fc.property(plans, rules, payments, fc.nat(500), (plan, chosen, paid, day) => {
        const on = addDays(plan.disbursedOn, day);
        const account = accountOf(
          plan,
          paid.filter((one) => one.day < day),
          chosen,
        );
        const before = positionOf(replay(account, on));
        const offer = offerOn(replay(account, on), { kind: "payoff" });
        if (!offer.ok) {
          expect(before.settled).toBe(true);
          return;
        }
        expect(sum(Object.values(offer.lines)).toFixed(2)).toBe(offer.amount);
        const rows = offer.allocations.flatMap(({ penalty, interest, principal }) => [
          penalty,
          interest,
          principal,
        ]);
        expect(sum(rows).toFixed(2)).toBe(offer.amount);
        const repayment = { id: "payoff", kind: "payoff" as const, amount: offer.amount, valueDate: on };
        const after = positionOf(
          replay({ ...account, repayments: [...account.repayments, repayment] }, forever),
        );
        expect([after.settled, after.held]).toEqual([true, before.held]);
        const short = { ...repayment, amount: exact(offer.amount).minus("0.01").toFixed(2) };
        const almost = { ...account, repayments: [...account.repayments, short] };
        // Principal first, the interest of days to come has nothing left to accrue on: only then is it waived.
        const { order } = chosen.waterfall;
        const waived =
          chosen.interestUntil === "period-end" && order.indexOf("principal") < order.indexOf("interest");
        if (Number(short.amount) > 0 && !waived) expect(positionOf(replay(almost, on)).settled).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it("paid as offered on each due date costs its schedule and is settled", () => {
    fc.assert(
      fc.property(plans, rules, (plan, chosen) => {
        let account = accountOf(plan, [], chosen);
        const { schedule } = account;
        for (const { dueDate } of schedule) {
          const state = replay(account, dueDate);
          const offer = offerOn(state, { kind: "due" });
          // In its grace an installment may bring nothing: then nothing is due.
          if (!offer.ok || amountDue(positionOf(state)).early) continue;
          const repayment = { id: dueDate, kind: "due" as const, amount: offer.amount, valueDate: dueDate };
          account = { ...account, repayments: [...account.repayments, repayment] };
        }
        expect(positionOf(replay(account, forever)).settled).toBe(true);
        const paid = sum(account.repayments.map(({ amount }) => amount));
        expect(paid.toFixed(2)).toBe(sum(schedule.map(({ payment }) => payment)).toFixed(2));
      }),
      { numRuns: 150 },
    );
  });

  it("does not care in which order payments of different days are booked", () => {
    fc.assert(
      fc.property(plans, rules, payments, (plan, chosen, paid) => {
        const days = new Set(paid.map(({ day }) => day));
        const distinct = paid.filter((one, index) => paid.findIndex(({ day }) => day === one.day) === index);
        expect(distinct.length).toBe(days.size);
        const forwards = positionOf(replay(accountOf(plan, distinct, chosen), forever));
        const backwards = positionOf(replay(accountOf(plan, distinct.toReversed(), chosen), forever));
        expect(backwards).toEqual(forwards);
      }),
      { numRuns: 100 },
    );
  });

  it("with its last payment reversed stands as if it had never come", () => {
    fc.assert(
      fc.property(plans, rules, payments, (plan, chosen, paid) => {
        const account = accountOf(plan, paid, chosen);
        const last = String(paid.length - 1);
        const reversals = [{ repaymentId: last, bookedOn: forever, reason: "bounced" as const }];
        const without = positionOf(replay(accountOf(plan, paid.slice(0, -1), chosen), forever));
        expect(positionOf(replay({ ...account, reversals }, forever))).toEqual(without);
      }),
      { numRuns: 100 },
    );
  });

  it("prepaid by the day costs no more interest than its schedule", () => {
    fc.assert(
      fc.property(plans, fc.constantFrom(...excessRules), payments, (plan, excess, paid) => {
        const partial = paid.map((one) => ({ ...one, kind: "partial" as const }));
        const account = accountOf(plan, partial, { ...houseRepayment, excess });
        const { installments } = positionOf(replay(account, forever));
        const scheduled = sum(account.schedule.map(({ interest }) => interest));
        // `fewer` and rounding may move a cent from one installment to another
        const cents = exact("0.01").times(installments.length * (paid.length + 1));
        const interest = sum(installments.map((one) => one.interest));
        expect(interest.lessThanOrEqualTo(scheduled.plus(cents))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

/**
 * The same loan by another method: whole numbers of a millionth of a fen, one calendar day after the other,
 * with nothing taken from the code it checks. Payments are on or after due dates and below what is overdue.
 */
function payoffDayByDay(
  loan: { start: string; due: string[]; principals: number[]; millionthsADay: number },
  late: { on: string; cents: number }[],
  end: string,
): number {
  const million = 1_000_000n;
  const rows = loan.due.map((due, index) => ({ due, principal: BigInt(loan.principals[index] ?? 0) }));
  const owed = rows.map((row) => ({ ...row, interest: 0n, paidInterest: 0n, penalty: 0n, paidPenalty: 0n }));
  const rounded = (amount: bigint): bigint => (amount + million / 2n) / million;
  for (let day = 1; day <= daysBetween(loan.start, end); day += 1) {
    const today = addDays(loan.start, day);
    const running = owed.find(({ due }) => due >= today);
    for (const one of owed) {
      if (running && one.due >= today) running.interest += one.principal * BigInt(loan.millionthsADay);
      if (one.due < today) one.penalty += one.principal * 500n;
    }
    for (const payment of late.filter(({ on }) => on === today)) {
      let left = BigInt(payment.cents);
      for (const one of owed.filter(({ due }) => due <= today)) {
        const take = (wanted: bigint): bigint => {
          const taken = wanted < left ? wanted : left;
          left -= taken;
          return taken;
        };
        one.paidPenalty += take(rounded(one.penalty) - one.paidPenalty);
        one.paidInterest += take(rounded(one.interest) - one.paidInterest);
        one.principal -= take(one.principal);
      }
    }
  }
  return Number(
    owed.reduce(
      (total, one) =>
        total +
        one.principal +
        rounded(one.interest) -
        one.paidInterest +
        rounded(one.penalty) -
        one.paidPenalty,
      0n,
    ),
  );
}

describe("a payoff reckoned a second time, day by day in whole numbers", () => {
  it("comes to the same cent", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100_000, max: 5_000_000 }),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 0, max: 800 }),
        fc.integer({ min: 0, max: 1000 }),
        fc.array(
          fc.record({ day: fc.integer({ min: 31, max: 400 }), cents: fc.integer({ min: 1, max: 10_000 }) }),
          {
            maxLength: 4,
          },
        ),
        fc.integer({ min: 0, max: 500 }),
        (cents, count, millionths, startDay, paid, endDay) => {
          const start = addDays("2023-01-01", startDay);
          const end = addDays(start, endDay);
          const plan: SchedulePlan = {
            ...{ principal: yuan(cents), disbursedOn: start, method: "equal-principal", rounding: toTheCent },
            dueDates: dueDatesOf({ disbursedOn: start, frequency: { every: 1, unit: "month" }, count }),
            interest: {
              rate: { daily: exact(millionths).div(1_000_000).toFixed(6) },
              ...{ dayCount: "actual/360", counting: "exclusive" },
            },
          };
          // Below what the first installment brings, once: so never a prepayment.
          const small = paid
            .filter(({ day }) => day < endDay)
            .slice(0, 1)
            .map(({ day, cents: amount }) => ({ day, cents: Math.min(amount, Math.floor(cents / count)) }));
          const account = accountOf(
            plan,
            small.map((one) => ({ ...one, kind: "due" as const })),
          );
          const offer = offerOn(replay(account, end), { kind: "payoff" });
          const again = payoffDayByDay(
            {
              ...{ start, due: plan.dueDates, millionthsADay: millionths },
              principals: account.schedule.map((row) => Math.round(Number(row.principal) * 100)),
            },
            small.map(({ day, cents: amount }) => ({ on: addDays(start, day), cents: amount })),
            end,
          );
          expect(offer.ok && offer.amount).toBe(yuan(again));
        },
      ),
      { numRuns: 150 },
    );
  });
});
