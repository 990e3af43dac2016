import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { accountBalances } from "../../../db/lending/ledger.ts";
import { loadLoan } from "../../../db/lending/loan-facts.ts";
import { lockLoan } from "../../../db/lending/loans.ts";
import { beginRepayment, postRepayment, refuseRepayment } from "../../../db/lending/repayments.ts";
import type { Loan, Repayment } from "../../../domain/loan/loan-position.ts";
import { freshDatabase } from "../../support/database.ts";
import { activeLoan } from "../../support/fixtures/rows.ts";

const database = await freshDatabase();
afterAll(() => database.close());
const q = database.orm;

const allocation = (installment: number, principal: string, interest: string, penalty = "0.00") => ({
  ...{ installment, principal, interest, penalty },
});

/** The first installment on its day: 2,145.00, as published. */
const firstInstallment = (changes: Partial<Repayment> = {}): Repayment => ({
  id: randomUUID(),
  kind: "due",
  amount: "2145.00",
  rail: "balance",
  fee: "0.00",
  valueDate: "2016-03-10",
  allocations: [allocation(1, "2000.00", "145.00")],
  ...changes,
});

const begin = (loan: Loan, repayment: Repayment) =>
  beginRepayment(q, { ...repayment, loanId: loan.id, at: "2016-03-10T02:00:00.000Z" });
const post = (loan: Loan, repayment: Repayment, reference = "rail-1") =>
  q.transaction(async (tx) => {
    await lockLoan(tx, loan.id);
    return await postRepayment(tx, { loan, repayment, reference });
  });
const repay = async (loan: Loan, repayment: Repayment) => {
  await begin(loan, repayment);
  await post(loan, repayment);
  return await reload(loan);
};

async function reload({ id }: Loan): Promise<Loan> {
  const loan = await loadLoan(q, id);
  if (!loan) throw new Error("the loan is gone");
  return loan;
}

describe("beginning a repayment", () => {
  it("stores it once and tells how it stands afterwards", async () => {
    const { loan } = await activeLoan(q);
    const repayment = firstInstallment();
    expect(await begin(loan, repayment)).toBe("begun");
    expect(await begin(loan, repayment)).toBe("processing");
    await post(loan, repayment);
    expect(await begin(loan, repayment)).toBe("posted");
  });

  it("keeps a second one out while the first is in processing, also at the same instant", async () => {
    const { loan } = await activeLoan(q);
    const outcomes = await Promise.all([
      begin(loan, firstInstallment()),
      begin(loan, firstInstallment()),
      begin(loan, firstInstallment()),
    ]);
    expect(outcomes.toSorted()).toEqual(["begun", "busy", "busy"]);
  });

  it("lets another one follow a refused one", async () => {
    const { loan } = await activeLoan(q);
    const refused = firstInstallment();
    await begin(loan, refused);
    expect(await refuseRepayment(q, refused.id, "insufficient-funds")).toBe(true);
    expect(await refuseRepayment(q, refused.id, "insufficient-funds")).toBe(false);
    expect(await begin(loan, refused)).toBe("refused");
    expect(await begin(loan, firstInstallment())).toBe("begun");
    expect((await reload(loan)).repayments).toEqual([]);
  });
});

describe("posting a repayment", () => {
  it("books money, allocations and installments, and the loan shows it", async () => {
    const { loan } = await activeLoan(q);
    const repayment = firstInstallment();
    expect((await repay(loan, repayment)).repayments).toEqual([repayment]);
    expect(await accountBalances(q, loan.id)).toEqual({
      "cash:payout": "-10000.00",
      "cash:balance": "2145.00",
      "loans:principal": "8000.00",
      "income:interest": "-145.00",
    });
    const [first] = await database.sql`
      select principal_paid, interest_paid from installments where loan_id = ${loan.id} and number = 1`;
    expect(first).toEqual({ principal_paid: "2000.00", interest_paid: "145.00" });
  });

  it("books penalty, fee and what is paid too much where they belong", async () => {
    const { loan } = await activeLoan(q);
    const repayment = firstInstallment({
      amount: "2160.00",
      rail: "credit-card",
      fee: "2.16",
      allocations: [allocation(1, "2000.00", "145.00", "10.00")],
    });
    await repay(loan, repayment);
    expect(await accountBalances(q, loan.id)).toEqual({
      "cash:payout": "-10000.00",
      "cash:credit-card": "2162.16",
      "loans:principal": "8000.00",
      "income:interest": "-145.00",
      "income:penalty": "-10.00",
      "income:fee": "-2.16",
      "held:borrower": "-5.00",
    });
  });

  it("happens once, however often it is told", async () => {
    const { loan } = await activeLoan(q);
    const repayment = firstInstallment();
    await begin(loan, repayment);
    const told = await Promise.all([post(loan, repayment), post(loan, repayment), post(loan, repayment)]);
    expect(told.filter(Boolean)).toHaveLength(1);
    expect((await accountBalances(q, loan.id))["cash:balance"]).toBe("2145.00");
  });

  it("refuses figures computed before another repayment was posted", async () => {
    const { loan } = await activeLoan(q);
    await repay(loan, firstInstallment());
    const stale = firstInstallment({ allocations: [allocation(2, "2000.00", "145.00")] });
    await begin(loan, stale);
    await expect(post(loan, stale)).rejects.toMatchObject({
      cause: { constraint_name: "repayments_number" },
    });
    expect((await accountBalances(q, loan.id))["cash:balance"]).toBe("2145.00");
  });

  it("refuses allocations beyond the amount, or beyond an installment's principal, and books nothing", async () => {
    const { loan } = await activeLoan(q);
    const repayment = firstInstallment();
    await begin(loan, repayment);
    await expect(post(loan, { ...repayment, amount: "2144.99" })).rejects.toThrow(/exceed its amount/);
    const tooMuch = { ...repayment, allocations: [allocation(1, "2000.01", "144.99")] };
    await expect(post(loan, tooMuch)).rejects.toMatchObject({
      cause: { constraint_name: "installments_principal_paid" },
    });
    expect((await reload(loan)).repayments).toEqual([]);
  });

  it("refuses one that was refused or never begun", async () => {
    const { loan } = await activeLoan(q);
    const repayment = firstInstallment();
    await expect(post(loan, repayment)).rejects.toThrow(/is unknown/);
    await begin(loan, repayment);
    await refuseRepayment(q, repayment.id, "card-rejected");
    await expect(post(loan, repayment)).rejects.toThrow(/is refused/);
  });

  it("settles the loan with the last principal, and not before", async () => {
    const { loan } = await activeLoan(q);
    const afterFirst = await repay(loan, firstInstallment());
    expect(await q.transaction((tx) => lockLoan(tx, loan.id))).toBe("active");
    const rest = loan.schedule.slice(1).map((row) => allocation(row.number, row.principal, "0.00"));
    const payoff = firstInstallment({ kind: "payoff", amount: "8000.00", allocations: rest });
    expect((await repay(afterFirst, payoff)).repayments).toHaveLength(2);
    expect(await q.transaction((tx) => lockLoan(tx, loan.id))).toBe("settled");
    expect((await accountBalances(q, loan.id))["loans:principal"]).toBe("0.00");
  });
});
