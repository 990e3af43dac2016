/** Every state of the journey with a context that it may have, made by the domain's own functions. */
import type { StateValue } from "xstate";
import { type JourneyPath, journeyPaths } from "../../bot/views/journey-path.ts";
import { requestReasons } from "../../domain/contact/request-reasons.ts";
import type { Assessment, RefusalReason } from "../../domain/eligibility/assessment.ts";
import { assess } from "../../domain/eligibility/eligibility.ts";
import type { Loan } from "../../domain/loan/loan.ts";
import { makeQuote, type Quote } from "../../domain/pricing/quote.ts";
import { allocateRepayment, offerRepayment, repaymentHash } from "../../domain/repayment/repayment.ts";
import { type JourneyContext, type Notice, noArrangements } from "../../machines/journey-context.ts";
import { findPersona } from "../../partners/sandbox/personas.ts";

export { journeyPaths };

export const locales = ["zh-CN", "en"] as const;

/** DESIGN's published example: 10,000 at 0.05 % a day, 10 February 2016, equal principal, 5 installments. */
export const quote: Quote = makeQuote({
  id: "01953e7a-0000-7000-8000-000000000001",
  terms: {
    productId: "weilidai",
    principal: "10000.00",
    method: "equal-principal",
    installments: 5,
    dailyRate: "0.0005",
    disbursedOn: "2016-02-10",
  },
  dayBasis: 360,
  issuedAt: "2016-02-10T02:00:00.000Z",
  expiresAt: "2016-02-10T02:30:00.000Z",
});

const { productId, principal, method, installments, dailyRate, disbursedOn, conventions, schedule } = quote;
export const loan: Loan = {
  ...{ productId, principal, method, installments, dailyRate, disbursedOn, conventions, schedule },
  id: quote.id,
  number: "JD201602100001",
  quoteId: quote.id,
  quoteHash: quote.hash,
  repayments: [],
};

const secondLoan: Loan = { ...loan, id: "01953e7a-0000-7000-8000-000000000002", number: "JD201602100002" };

function repay(kind: "due" | "payoff", on: string): { loan: Loan; repaymentId: string } {
  const offer = offerRepayment(loan, { kind, on });
  if (!offer.ok) throw new Error("not payable");
  const payment = { id: `repayment-${kind}`, kind, amount: offer.amount, rail: "balance" as const };
  const booked = allocateRepayment(loan, { ...payment, fee: "0.00", valueDate: on });
  if (!booked.ok) throw new Error("not booked");
  return { loan: booked.loan, repaymentId: payment.id };
}
export const partlyRepaid = repay("due", "2016-03-10");
export const settled = repay("payoff", "2016-03-10");

const facts = { ...findPersona("ordinary").facts, creditAuthorised: true };
export const approval: Assessment = assess({ id: "a1", product: "weilidai", facts, on: "2016-02-10" });

const refusalReasons: RefusalReason[] = [
  { code: "no-real-name" },
  { code: "no-bank-card" },
  { code: "no-credit-authorisation" },
  { code: "age", minimum: 18, maximum: 60 },
  { code: "not-white-listed", productId: "weilidai" },
  { code: "deposit-too-low", minimum: "1000.00" },
  { code: "no-consumption-scene" },
  { code: "currently-overdue" },
  { code: "poor-credit-history", overdue: 4 },
  { code: "too-many-lenders", lenders: 6, maximum: 3 },
  { code: "score-too-low", score: "31.20", minimum: "40.00", weakest: "payments" },
  { code: "limit-used-elsewhere", outstanding: "60000.00" },
];

const fresh: JourneyContext = {
  borrowerId: "borrower-1",
  locale: "zh-CN",
  sandbox: true,
  persona: null,
  privacyAccepted: false,
  creditAuthorised: false,
  identity: null,
  card: null,
  productId: "weilidai",
  entry: null,
  request: {},
  assessment: null,
  refusal: [],
  quote: null,
  loans: [],
  processing: [],
  repayment: null,
  reminderDaysBefore: 3,
  arrangements: noArrangements,
  notices: [],
  misses: 0,
  at: "2016-02-10T10:00:00+08:00",
};

const approved: Partial<JourneyContext> = {
  privacyAccepted: true,
  creditAuthorised: true,
  persona: "ordinary",
  identity: { maskedName: "L*", age: 32 },
  card: { bank: "招商银行", tail: "6021" },
  assessment: approval,
  means: { monthly: "7800.00", savings: "38000.00" },
};
const setAside = [{ productId: "weilidai", creditAuthorised: true, assessment: approval }];
const quoted: Partial<JourneyContext> = {
  ...approved,
  request: { amount: "10000.00", installments: 5, method: "equal-principal", purpose: "renovation" },
  quote,
};
const payingWith = (kind: "due" | "partial" | "payoff"): Partial<JourneyContext> => {
  const on = "2016-03-13";
  const offer = offerRepayment(loan, { kind, on, ...(kind === "partial" ? { amount: "600.00" } : {}) });
  if (!offer.ok) throw new Error("not payable");
  const terms = {
    loanId: loan.id,
    kind,
    amount: offer.amount,
    rail: "bank-card" as const,
    maximumFee: "0.00",
    valueDate: on,
  };
  const hash = repaymentHash({ ...terms, earlierRepayments: 0 });
  return { ...approved, loans: [loan], repayment: { ...terms, hash }, at: `${on}T10:00:00+08:00` };
};

/** What the contexts of a state may look like, by a name for the test's title. */
function contextsOf(path: JourneyPath): Record<string, Partial<JourneyContext>> {
  if (path.startsWith("welcoming"))
    return { newcomer: {}, "with a wish": { request: { amount: "5000.00" } } };
  if (path === "checkingEligibility.refused") return refusedContexts();
  if (path.startsWith("checkingEligibility"))
    return {
      "other product": { ...approved, productId: "xiaoe-huaqian", assessment: null, setAside },
      newcomer: { privacyAccepted: true },
      known: approved,
    };
  if (path === "quoting.reviewing" || path.startsWith("confirming"))
    return {
      quoted,
      "quoted, too heavy": { ...quoted, means: { monthly: "2000.00", savings: "0.00" }, loans: [secondLoan] },
      "quoted for a cart": {
        ...quoted,
        purchase: { merchantId: "jd", orderNumber: "20160210", amount: "10800.00" },
      },
    };
  if (path.startsWith("quoting")) return { approved, quoted: { ...quoted, quote: null } };
  if (path === "locatingEntry.showing") return entryContexts();
  if (path.startsWith("repaying") && path !== "repaying.nothing") return repayingContexts(path);
  return arrangesLater(path) ? owing(owingContexts()) : owingContexts();
}

/** Places where only whoever owes something comes to. */
const arrangesLater = (path: JourneyPath): boolean =>
  /^reminding\.(?:deducting|hardship|promising|extending)$/.test(path);

const owing = (contexts: Record<string, Partial<JourneyContext>>): Record<string, Partial<JourneyContext>> =>
  Object.fromEntries(
    Object.entries(contexts).filter(([, { loans = [] }]) => loans.length > 0 && loans[0] !== settled.loan),
  );

const refusedContexts = (): Record<string, Partial<JourneyContext>> => ({
  "for every reason": { ...approved, assessment: null, refusal: refusalReasons },
  "by an assessment": {
    ...approved,
    assessment: { ...approval, outcome: "refused", limit: "0.00", reasons: refusalReasons.slice(7, 8) },
  },
  "for a reason of a later version": {
    privacyAccepted: true,
    refusal: [JSON.parse('{"code":"from-the-future"}')],
  },
  "because a partner was silent": { privacyAccepted: true },
});

const entryContexts = (): Record<string, Partial<JourneyContext>> => ({
  "wallet grid": { ...approved, entry: "wallet-grid" },
  "services page": { ...approved, entry: "services-page" },
  "second-level menu": { ...approved, entry: "second-level-menu" },
  "an entry that is gone": { ...approved, entry: "gone" },
});

function repayingContexts(path: JourneyPath): Record<string, Partial<JourneyContext>> {
  if (path === "repaying.choosingLoan") {
    return { "two loans": { ...approved, loans: [loan, secondLoan], repayment: null } };
  }
  return { due: payingWith("due"), partial: payingWith("partial"), payoff: payingWith("payoff") };
}

const arranged: JourneyContext["arrangements"] = {
  hour: 20,
  stopped: true,
  snooze: { until: "2016-03-20T07:00:00.000Z", loanId: loan.id, installment: 1 },
  promise: {
    ...{ id: "promise", madeOn: "2016-03-19", promisedOn: "2016-03-25" },
    ...{ amount: "2150.00", paidBefore: "0.00" },
  },
  extension: {
    ...{ id: "request", loanId: loan.id, installment: 1, until: "2016-04-01" },
    decision: "waiting",
  },
  deduction: "balance-then-card",
  requests: [{ id: "request", reason: "contact" }],
};

const owingContexts = (): Record<string, Partial<JourneyContext>> => ({
  "no loan": approved,
  "one loan": { ...approved, loans: [loan] },
  "two loans, one overdue": { ...approved, loans: [loan, secondLoan], at: "2016-03-20T10:00:00+08:00" },
  "overdue, all arranged": {
    ...approved,
    loans: [loan],
    arrangements: arranged,
    at: "2016-03-20T10:00:00+08:00",
  },
  "due today": { ...approved, loans: [loan], at: "2016-03-10T10:00:00+08:00" },
  "a repayment on its way": {
    ...approved,
    loans: [loan],
    processing: [{ repaymentId: "r1", loanId: loan.id, amount: "2145.00", arrivesOn: "2016-03-11" }],
    at: "2016-03-10T10:00:00+08:00",
  },
  settled: { ...approved, loans: [settled.loan], at: "2016-03-11T10:00:00+08:00" },
});

export interface Situation {
  path: JourneyPath;
  name: string;
  value: StateValue;
  context: JourneyContext;
}

/** A state value as the machine has it. */
export function stateAt(path: JourneyPath): StateValue {
  const [stage = "", substate] = path.split(".");
  return substate ? { [stage]: substate } : stage;
}

export const situations: Situation[] = journeyPaths.flatMap((path) =>
  Object.entries(contextsOf(path)).map(([name, context]) => ({
    path,
    name: `${path} (${name})`,
    value: stateAt(path),
    context: { ...fresh, ...context },
  })),
);

/** The context of the first situation of a state, changed as told. */
export function contextAt(path: JourneyPath, change: Partial<JourneyContext> = {}): JourneyContext {
  const situation = situations.find((one) => one.path === path);
  if (!situation) throw new Error(`no situation at ${path}`);
  return { ...situation.context, ...change };
}

/** One of every kind, in every shape that reads differently. */
export const notices: Notice[] = [
  { kind: "hello" },
  { kind: "unclear" },
  { kind: "help" },
  { kind: "where" },
  { kind: "mydata" },
  ...(
    [
      "credit-report",
      "rate",
      "limit",
      "early-payoff",
      "overdue",
      "how-to-repay",
      "safety",
      "products",
      "score",
      "why-amount",
      "comparison",
      "platforms",
      "visibility",
      "health",
    ] as const
  ).map((topic) => ({ kind: "answer" as const, topic })),
  { kind: "answer", topic: "rate", example: {} },
  { kind: "answer", topic: "rate", example: { amount: "10000", installments: 10 } },
  { kind: "answer", topic: "rate", example: { amount: "5", installments: 7 } },
  { kind: "calendar", form: "picture" },
  { kind: "calendar", form: "file" },
  { kind: "choose-language" },
  { kind: "language-set" },
  { kind: "choose-persona" },
  { kind: "stale-button" },
  { kind: "not-now" },
  { kind: "button-needed" },
  { kind: "courtesy", of: "thanks" },
  { kind: "courtesy", of: "farewell" },
  { kind: "courtesy", of: "yes" },
  { kind: "cancelled" },
  { kind: "cancelled", of: "application" },
  { kind: "cancelled", of: "repayment" },
  { kind: "cannot-cancel" },
  { kind: "consent-first" },
  { kind: "privacy-declined" },
  { kind: "privacy-accepted" },
  { kind: "credit-declined" },
  { kind: "identity-verified", maskedName: "L*" },
  { kind: "identity-refused", reason: "no-match" },
  { kind: "identity-refused", reason: "document-expired" },
  { kind: "card-found", bank: "招商银行", tail: "6021" },
  { kind: "approved" },
  ...(["not-a-number", "not-positive", "too-many-decimals", "too-small", "too-large"] as const).map(
    (reason) => ({
      kind: "amount-refused" as const,
      reason,
      given: "0.001",
      minimum: "100.00",
      maximum: "54500.00",
    }),
  ),
  { kind: "limit-used" },
  { kind: "arrears" },
  { kind: "term-refused", given: 7, allowed: [5, 10, 20] },
  { kind: "corrected", changes: [] },
  {
    kind: "corrected",
    changes: [
      { slot: "amount", from: "20000.00", to: "5000.00" },
      { slot: "installments", from: "10", to: "5" },
      { slot: "method", from: "equal-principal", to: "level-payment" },
      { slot: "purpose", from: "daily", to: "travel" },
    ],
  },
  { kind: "change-asked", slot: "amount" },
  { kind: "change-asked", slot: "installments" },
  { kind: "quote-expired" },
  { kind: "quote-renewed" },
  { kind: "face-matched" },
  { kind: "face-refused" },
  { kind: "paid-out", loanId: loan.id },
  { kind: "paid-out", loanId: loan.id, merchantId: "jd" },
  ...(["amount", "installments"] as const).map((slot) => ({
    ...{ kind: "product-changed" as const, from: "weilidai", to: "we2000" },
    ...{ quoteVoided: slot === "amount", dropped: [slot] },
  })),
  { kind: "product-changed", from: "we2000", to: "xiaoe-huaqian", quoteVoided: false, dropped: [] },
  ...["duxiaoman", "360-jietiao", "jiebei", "fenqi"].map((productId) => ({
    ...{ kind: "product-explained" as const, productId },
  })),
  { kind: "above-cap", apr: "0.2561" },
  { kind: "purchase-begun", merchantId: "pinduoduo", amount: "1299.00" },
  ...(["unknown-merchant", "amount"] as const).map((reason) => ({
    ...{ kind: "purchase-refused" as const, reason, minimum: "100.00", maximum: "50000.00" },
  })),
  { kind: "payout-refused", reason: "card-rejected" },
  { kind: "payout-refused", reason: "too-late" },
  { kind: "partner-unreachable" },
  { kind: "reminder-saved", daysBefore: 0 },
  { kind: "reminder-saved", daysBefore: 1 },
  ...(["before", "due", "overdue-1", "overdue-2", "overdue-3"] as const).map((stage) => ({
    kind: "reminder" as const,
    loanId: loan.id,
    installment: 1,
    stage,
  })),
  { kind: "days-refused", given: 45, most: 31 },
  { kind: "hour-saved", hour: 20 },
  { kind: "hour-refused", reason: "quiet" },
  { kind: "hour-refused", reason: "not-whole" },
  { kind: "reminders-stopped" },
  { kind: "reminders-resumed" },
  { kind: "snoozed", until: "2016-03-10T07:00:00.000Z", moved: false },
  { kind: "snoozed", until: "2016-03-11T00:00:00.000Z", moved: true },
  { kind: "snooze-refused", reason: "past" },
  { kind: "snooze-refused", reason: "too-far" },
  { kind: "nothing-owed" },
  { kind: "paid-claimed" },
  { kind: "promise-withdrawn" },
  { kind: "promise-refused", given: "2017-01-01", from: "2016-03-11", to: "2016-03-17" },
  { kind: "extension-pending" },
  { kind: "extension-refused", given: "2017-01-01", from: "2016-03-11", to: "2016-04-09" },
  ...requestReasons.flatMap((reason) =>
    [false, true].map((again): Notice => ({ kind: "person-asked", reason, again })),
  ),
  { kind: "request-decided", decision: "approved", until: "2016-04-01" },
  { kind: "request-decided", decision: "declined" },
  { kind: "request-decided", decision: "answered", reply: "10:00" },
  { kind: "day-has-come", of: "extension" },
  { kind: "deduction-stopped" },
  { kind: "deduction-none" },
  { kind: "nudge" },
  { kind: "nothing-due" },
  { kind: "repaid", loanId: loan.id, repaymentId: "unknown", settled: false },
  { kind: "repayment-processing", amount: "2145.00", arrivesOn: "2016-03-11" },
  ...(["insufficient-funds", "card-rejected", "superseded"] as const).map((reason) => ({
    kind: "repayment-refused" as const,
    reason,
  })),
  { kind: "persona-chosen", persona: "low-activity" },
  { kind: "clock-moved", to: "2016-03-10T02:00:00.000Z" },
];
