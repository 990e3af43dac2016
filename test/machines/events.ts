/** Every kind of event, with the values that make a difference in a state. */
import { addDays, shanghaiDate, startOfDayInShanghai } from "../../domain/calendar/dates.ts";
import { reminderStages } from "../../domain/contact/reminder-stages.ts";
import type { Loan } from "../../domain/loan/loan-position.ts";
import type { Quote } from "../../domain/pricing/quote.ts";
import { allocateRepayment } from "../../domain/repayment/repayment.ts";
import { eventSchemas, eventTypes } from "../../machines/events/table.ts";
import { openLoans } from "../../machines/journey/loans.ts";
import type { JourneyState } from "../../machines/journey.ts";
import type { JourneyContext } from "../../machines/journey-context.ts";
import { isInternal, type JourneyEvent, type StampedEvent } from "../../machines/journey-events.ts";
import { courtesies } from "../../machines/message-kinds.ts";
import type { LoanRequest } from "../../machines/request-schema.ts";
import { assessmentOf, dearAssessment } from "./assessments.ts";

/** A borrower holds two loans at most here: more are no other states. */
const mostLoans = 2;

export function eventsAt({ context }: JourneyState): StampedEvent[] {
  const turnId = turnAfter(context);
  const now = (event: JourneyEvent): StampedEvent => ({ ...event, turnId, at: context.at });
  const late = (event: JourneyEvent): StampedEvent => ({ ...event, turnId, at: nextMorning(context) });
  const consents = consentsTo(context);
  return [...said(context), ...consents, ...answersTo(context), ...deadlinesOf(context)]
    .map(now)
    .concat(consents.map(late), renewedTooLate(context, turnId))
    .filter((event) => event.type !== "sign" || context.loans.length < mostLoans);
}

/** Ids of loans and repayments come from the turn: another one for each that is there already. */
const turnAfter = ({ loans, processing }: JourneyContext): string =>
  `turn-${loans.length}-${loans.flatMap(({ repayments }) => repayments).length}-${processing.length}`;

/** When the approval that the quote was made by has run out. */
function renewedTooLate({ quote, assessment }: JourneyContext, turnId: string): StampedEvent[] {
  if (!quote || !assessment) return [];
  const at = startOfDayInShanghai(addDays(assessment.validUntil, 1), "10:00");
  return [{ type: "quote.renew", turnId, at: new Date(at).toISOString() }];
}

const nextMorning = ({ at }: JourneyContext): string =>
  new Date(startOfDayInShanghai(addDays(shanghaiDate(at), 1), "10:00")).toISOString();

/** What a borrower may say or press without a field, one of each. */
const plain = eventTypes.filter(
  (type) => !isInternal({ type }) && eventSchemas[type].safeParse({ type }).success,
);

/** Half of the limit that the ordinary persona gets: a second loan uses it up. */
const half = "27250";
const whole = { amount: half, installments: 5, method: "equal-principal", purpose: "daily" } as const;
const wishes: LoanRequest[] = [whole, { amount: "-5" }, { amount: half }, { purpose: "travel" }];
const corrections: LoanRequest[] = [
  { installments: 10 },
  { method: "level-payment" },
  { amount: "200000.01", installments: 7 },
  // More than the limit, which is not known at first.
  { amount: "60000" },
];

/** Where nothing is owed one of each kind does: its figures make no difference there. */
function arranged({ loans, at }: JourneyContext): JourneyEvent[] {
  const today = shanghaiDate(at);
  const later = (days: number) => addDays(today, days);
  const afterDue = addDays(loans[0]?.schedule[0]?.dueDate ?? today, 3);
  const all: JourneyEvent[] = [
    { type: "reminder.hour", hour: 20 },
    { type: "reminder.hour", hour: 22 },
    { type: "snooze", until: `${today}T15:00` },
    { type: "promise.make", on: later(2) },
    { type: "extension.request", on: afterDue },
    { type: "deduction.set", source: "balance-then-card" },
    { type: "reminder.set", daysBefore: 45 },
    { type: "reminder.hour", hour: 8.5 },
    ...[`${today}T23:30`, `${today}T00:01`, `${later(60)}T09:00`].map((until) => ({
      ...{ type: "snooze" as const, until },
    })),
    { type: "promise.make", on: later(90) },
    { type: "promise.make", on: later(3), amount: "100" },
    { type: "promise.make", on: later(3), amount: "99999999" },
    { type: "extension.request", on: later(90) },
  ];
  return loans.length > 0 ? all : all.slice(0, 7);
}

/** What a borrower may say or press anywhere. */
const said = (context: JourneyContext): JourneyEvent[] => [
  ...arranged(context),
  ...plain.map((type) => ({ type }) as JourneyEvent),
  { type: "language.set", locale: "zh-CN" },
  { type: "language.set", locale: "en" },
  { type: "language.set", locale: "en", heard: true },
  { type: "out-of-scope", topic: "general-knowledge" },
  { type: "ask", topic: "rate-what" },
  { type: "ask", topic: "rate-what", example: { amount: half } },
  { type: "secret.typed", kinds: ["code", "id-number"] },
  { type: "also", alternatives: [{ type: "help" }, { type: "repay" }] },
  { type: "entry.choose", entry: "wallet-grid" },
  { type: "entry.choose", entry: "nowhere" },
  ...["weilidai", "we2000", "duxiaoman", "no-product"].map((product) => ({
    type: "product.choose" as const,
    product,
  })),
  { type: "buy", merchant: "jd", amount: "1299" },
  { type: "buy", merchant: "nowhere", amount: "1299" },
  ...wishes.map((slots) => ({ type: "borrow" as const, ...slots })),
  ...[...wishes, ...corrections].map((slots) => ({ type: "provide" as const, ...slots })),
  ...courtesies.map((of) => ({ type: "courtesy" as const, of })),
  { type: "repay", amount: half },
  { type: "repay", amount: "-5" },
  { type: "reminder.set", daysBefore: 0 },
  { type: "reminder.set", daysBefore: 3 },
  ...[...context.loans.map(({ id }) => id), "no-loan"].map((loanId) => ({
    ...{ type: "repay.loan" as const, loanId },
  })),
  ...(["due", "partial", "payoff"] as const).map((kind) => ({ type: "repay.kind" as const, kind })),
  ...(["balance", "bank-card"] as const).map((rail) => ({ type: "repay.rail" as const, rail })),
  { type: "persona.choose", persona: "ordinary" },
  ...(["next-day", "next-due", "overdue"] as const).map((to) => ({ type: "clock.forward" as const, to })),
];

/** Agreements bound to figures: to those on screen, as a button shortens them, and to others. */
function consentsTo({ quote, repayment }: JourneyContext): JourneyEvent[] {
  const other = "0".repeat(64);
  return [quote?.hash.slice(0, 16) ?? other, other].flatMap((hash): JourneyEvent[] => [
    { type: "quote.accept", hash },
    { type: "contract.accept", hash },
    { type: "sign", hash },
    { type: "repay.confirm", hash: repayment?.hash && hash !== other ? repayment.hash : other },
    { type: "repay.confirm", hash: repayment?.hash ?? other },
  ]);
}

/** What partners may answer, also where nobody waits for it. */
function answersTo(context: JourneyContext): JourneyEvent[] {
  const { quote, processing } = context;
  const on = shanghaiDate(context.at);
  return [
    { type: "identity.verified", maskedName: "李*", age: 32 },
    { type: "identity.refused", reason: "no-match" },
    { type: "card.found", bank: "招商银行", tail: "6021" },
    { type: "card.missing" },
    { type: "assessment.completed", assessment: assessmentOf("ordinary", on) },
    { type: "assessment.completed", assessment: assessmentOf("poor-history", on) },
    { type: "assessment.completed", assessment: assessmentOf("ordinary", on, "we2000") },
    { type: "assessment.completed", assessment: dearAssessment(on) },
    ...[quote?.id ?? "no-quote", "another-quote"].flatMap((quoteId): JourneyEvent[] => [
      { type: "face.matched", quoteId },
      { type: "face.refused", quoteId },
      { type: "payout.refused", quoteId, reason: "card-rejected" },
    ]),
    ...(
      ["verifyName", "findCard", "assess", "verifyFace", "payOut", "collect", "checkCollection"] as const
    ).map((command) => ({ type: "command.failed" as const, command })),
    ...(quote && context.loans.length < mostLoans ? paidOut(quote) : []),
    ...openLoans(context).flatMap((loan) => repaymentAnswers(context, loan)),
    ...processing.map(({ repaymentId, loanId, arrivesOn, amount }) => ({
      ...{ type: "repayment.processing" as const, repaymentId, loanId, amount, arrivesOn },
      reference: "reference",
    })),
  ];
}

const paidOut = (quote: Quote): JourneyEvent[] =>
  [quote, { ...quote, id: `earlier-${quote.id}` }].map((paid) => ({
    ...{ type: "payout.completed", loan: loanOf(paid) },
  }));

function repaymentAnswers(context: JourneyContext, loan: Loan): JourneyEvent[] {
  const repaymentId =
    context.processing.find(({ loanId }) => loanId === loan.id)?.repaymentId ?? turnAfter(context);
  const amount = "10.00";
  const valueDate = shanghaiDate(context.at);
  const paid = (["due", "payoff"] as const).flatMap((kind) => {
    const sum = kind === "payoff" ? "99999.00" : "100.00";
    const booked = allocateRepayment(loan, {
      ...{ id: repaymentId, kind, amount: sum, rail: "balance", fee: "0.00", valueDate },
    });
    return booked.ok
      ? [{ type: "repayment.completed" as const, loan: booked.loan, repayment: booked.repayment }]
      : [];
  });
  return [
    ...paid,
    {
      type: "repayment.processing",
      repaymentId,
      loanId: loan.id,
      amount,
      reference: "r",
      arrivesOn: addDays(valueDate, 1),
    },
    { type: "repayment.refused", repaymentId, reason: "insufficient-funds" },
    { type: "repayment.refused", repaymentId, reason: "superseded", loan },
  ];
}

const deadlinesOf = ({ quote, loans, processing, arrangements }: JourneyContext): JourneyEvent[] => [
  ...(arrangements.snooze ? [{ ...arrangements.snooze, type: "snooze.due" as const }] : []).map(
    ({ type, loanId, installment }) => ({ type, loanId, installment }),
  ),
  { type: "snooze.due", loanId: "no-loan", installment: 1 },
  ...(["promise", "extension"] as const).map((of) => ({
    ...{ type: "arrangement.due" as const, of, id: arrangements[of]?.id ?? "nothing" },
  })),
  ...(["approved", "declined", "answered"] as const).map((decision) => ({
    ...{ type: "request.decided" as const, requestId: arrangements.extension?.id ?? "nothing", decision },
    ...(decision !== "declined" && { reply: "好的" }),
  })),
  { type: "quote.expired", quoteId: quote?.id ?? "no-quote" },
  { type: "quote.expired", quoteId: "another-quote" },
  { type: "idle.nudge" },
  ...[...loans.map(({ id }) => id), "no-loan"].flatMap((loanId) =>
    reminderStages
      .slice(0, 1)
      .map((stage) => ({ type: "reminder.due" as const, loanId, installment: 1, stage })),
  ),
  ...processing.map(({ repaymentId, loanId }) => ({
    ...{ type: "collection.due" as const, repaymentId, loanId, reference: "reference" },
  })),
];

/** As the database makes a loan of a quote. */
const loanOf = ({ id, hash, ...terms }: Quote): Loan => ({
  ...{ id, number: `JD${id}`, quoteId: id, quoteHash: hash, productId: terms.productId },
  ...{ principal: terms.principal, method: terms.method, installments: terms.installments },
  ...{ dailyRate: terms.dailyRate, disbursedOn: terms.disbursedOn, schedule: terms.schedule, repayments: [] },
  conventions: terms.conventions,
});
