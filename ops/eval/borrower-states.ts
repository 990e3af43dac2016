/** Borrowers in the states that replies are judged in: made by the domain's own functions, for no database. */

import { assess } from "../../domain/eligibility/eligibility.ts";
import type { Loan } from "../../domain/loan/loan-facts.ts";
import { makeQuote } from "../../domain/pricing/quote.ts";
import { allocateRepayment, offerRepayment } from "../../domain/repayment/repayment.ts";
import { type JourneyContext, noArrangements } from "../../machines/journey-context.ts";
import { findPersona } from "../../partners/sandbox/personas.ts";

export interface BorrowerState {
  /** As XState writes it. */
  value: string | Record<string, string>;
  context: JourneyContext;
}

const at = (day: string): string => `${day}T10:00:00+08:00`;
const borrowed = "2026-01-12";
const today = "2026-02-10";

const { facts } = findPersona("ordinary");
const approval = assess({
  id: "a1",
  product: "weilidai",
  facts: { ...facts, creditAuthorised: true },
  on: borrowed,
});
const refusal = assess({
  ...{ id: "a2", product: "weilidai", on: today },
  facts: { ...findPersona("poor-history").facts, creditAuthorised: true },
});

const {
  id,
  hash,
  productId,
  principal,
  method,
  installments,
  dailyRate,
  disbursedOn,
  conventions,
  schedule,
  ...ofQuote
} = makeQuote({
  id: "01953e7a-0000-7000-8000-000000000001",
  terms: {
    ...{ productId: "weilidai", principal: "10000.00", method: "equal-principal", installments: 5 },
    ...{ dailyRate: approval.dailyRate, disbursedOn: borrowed },
  },
  dayBasis: 360,
  issuedAt: at(borrowed),
  expiresAt: `${borrowed}T10:30:00+08:00`,
});
const quote = {
  ...{ id, hash, productId, principal, method, installments, dailyRate, disbursedOn, conventions, schedule },
  ...ofQuote,
};
const loan: Loan = {
  ...{ productId, principal, method, installments, dailyRate, disbursedOn, conventions, schedule },
  ...{ id, number: "JD202601120001", quoteId: id, quoteHash: hash, repayments: [] },
};

function repaid(kind: "due" | "payoff", on: string): Loan {
  const offer = offerRepayment(loan, { kind, on });
  if (!offer.ok) throw new RangeError(`not payable: ${offer.reason}`);
  const payment = {
    id: "r1",
    kind,
    amount: offer.amount,
    valueDate: on,
    rail: "balance",
    fee: "0.00",
  } as const;
  const result = allocateRepayment(loan, payment);
  if (!result.ok) throw new RangeError(`refused: ${result.reason}`);
  return result.loan;
}

const newcomer: JourneyContext = {
  ...{ borrowerId: "borrower-1", locale: null, sandbox: false, persona: null, privacyAccepted: false },
  ...{ creditAuthorised: false, identity: null, card: null, productId: "weilidai", entry: null, request: {} },
  ...{ assessment: null, refusal: [], quote: null, loans: [], processing: [], repayment: null },
  ...{ reminderDaysBefore: 3, arrangements: noArrangements, notices: [], misses: 0, at: at(today) },
};

const known: JourneyContext = {
  ...newcomer,
  ...{ privacyAccepted: true, creditAuthorised: true, identity: { maskedName: "L*", age: 32 } },
  card: { bank: "招商银行", tail: "6021" },
};
const approved: JourneyContext = {
  ...known,
  assessment: approval,
  means: { monthly: "7800.00", savings: "38000.00" },
};
const running: JourneyContext = { ...approved, loans: [loan], at: at("2026-01-25") };
const dueToday: JourneyContext = { ...running, at: at("2026-02-12") };
const dueAmount = offerRepayment(loan, { kind: "due", on: "2026-02-12" });
const request = {
  amount: "10000.00",
  installments: 5,
  method: "equal-principal",
  purpose: "renovation",
} as const;

/** By the names that a file of replies uses. */
export const borrowerStates: Readonly<Record<string, BorrowerState>> = {
  /** Agreed to the privacy note, nothing else. */
  newcomer: { value: "idle", context: { ...newcomer, privacyAccepted: true } },
  applying: {
    value: { checkingEligibility: "identifying" },
    context: { ...newcomer, privacyAccepted: true },
  },
  refused: {
    value: { checkingEligibility: "refused" },
    context: { ...known, assessment: refusal, refusal: refusal.reasons },
  },
  "limit granted": { value: "idle", context: approved },
  quoted: { value: { quoting: "reviewing" }, context: { ...approved, request, quote, at: at(borrowed) } },
  contract: {
    value: { confirming: "reviewingContract" },
    context: { ...approved, request, quote, at: at(borrowed) },
  },
  "paying out": {
    value: { confirming: "payingOut" },
    context: { ...approved, request, quote, at: at(borrowed) },
  },
  "paid out today": {
    value: { reminding: "watching" },
    context: { ...approved, loans: [loan], at: at(borrowed) },
  },
  "running loan": { value: { reminding: "watching" }, context: running },
  "due soon": { value: { reminding: "watching" }, context: { ...running, at: at(today) } },
  "due today": { value: { reminding: "watching" }, context: dueToday },
  "deduction on": {
    value: { reminding: "watching" },
    context: { ...dueToday, arrangements: { ...noArrangements, deduction: "balance-then-card" } },
  },
  "deduction failed": {
    value: { reminding: "watching" },
    context: {
      ...{
        ...dueToday,
        arrangements: { ...noArrangements, deduction: "balance-then-card" },
        at: at("2026-02-13"),
      },
      refusedPayment: { on: "2026-02-12", reason: "insufficient-funds" },
    },
  },
  overdue: { value: { reminding: "watching" }, context: { ...running, at: at("2026-02-22") } },
  "payment on its way": {
    value: { reminding: "watching" },
    context: {
      ...dueToday,
      processing: [
        {
          ...{ repaymentId: "r1", loanId: loan.id, arrivesOn: "2026-02-13", sentOn: "2026-02-12" },
          amount: dueAmount.ok ? dueAmount.amount : "0.00",
        },
      ],
    },
  },
  "first paid": {
    value: { reminding: "watching" },
    context: { ...running, loans: [repaid("due", "2026-02-12")], at: at("2026-02-15") },
  },
  "two loans": {
    value: { reminding: "watching" },
    context: {
      ...running,
      loans: [loan, { ...loan, id: "01953e7a-0000-7000-8000-000000000002", number: "JD202601120002" }],
    },
  },
  settled: {
    value: { reminding: "watching" },
    context: { ...running, loans: [repaid("payoff", "2026-02-01")], at: at("2026-02-03") },
  },
};
