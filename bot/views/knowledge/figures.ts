/**
 * What an answer's {placeholders} stand for: figures of the borrower's own case, reckoned by the domain for the day of
 * the reply. Undefined where there is none: an answer that needs it is not for this borrower, and the next one is asked.
 */
import { shanghaiDate } from "../../../domain/calendar/dates.ts";
import { borrowerAge } from "../../../domain/eligibility/eligibility-checks.ts";
import { tryAgainFrom } from "../../../domain/eligibility/refusal-help.ts";
import { addYuan, exact, toCents } from "../../../domain/money/money.ts";
import { findProduct, loanBounds } from "../../../domain/product/catalogue.ts";
import { lastDeductionDay } from "../../../domain/repayment/automatic-deduction.ts";
import { offerRepayment } from "../../../domain/repayment/repayment.ts";
import { amountBounds, freeLimit } from "../../../machines/journey/limits.ts";
import { openPromise } from "../../../machines/journey/open-promise.ts";
import { boundCard } from "../answers/loans/bound-card.ts";
import { chosenProduct } from "../answers/products/chosen-product.ts";
import { amountsDueOf, leftDue } from "../figures/amounts-due.ts";
import { inArrears } from "../figures/arrears.ts";
import { dailyPercent, percent, shanghaiClock, yuan } from "../figures/figures.ts";
import { type LoanWithPosition, openOnes } from "../figures/open-ones.ts";
import { ownFigures } from "../figures/own-figures.ts";
import type { Scope } from "../stage-view.ts";

type Figure = (scope: Scope) => string | undefined;

/** Yuan that are nothing are no figure. */
const money = (amount: string | undefined): string | undefined =>
  amount !== undefined && Number(amount) > 0 ? yuan(amount) : undefined;

const dated = ({ m }: Scope, day: string | undefined): string | undefined =>
  day === undefined ? undefined : m.date(day);

const open = (scope: Scope): LoanWithPosition[] => openOnes(scope.loanPositions());

/** What comes next: on the day itself that is today's, for whoever has it still to pay. */
function next(scope: Scope): { dueDate: string; amount: string } | undefined {
  const due = amountsDueOf(scope);
  const left = leftDue(scope);
  if (due.daysPastDue > 0 || Number(left) === 0) return due.next;
  return { dueDate: shanghaiDate(scope.context.at), amount: left };
}

const approval = ({ context: { assessment } }: Scope) =>
  assessment?.outcome === "approved" ? assessment : undefined;

const latestLoan = ({ context }: Scope) => context.loans.at(-1);

const lastRepayment = ({ context }: Scope) =>
  context.loans
    .flatMap(({ repayments }) => repayments)
    .toSorted((a, b) => a.valueDate.localeCompare(b.valueDate))
    .at(-1);

/** What settles every open loan today, yuan; undefined with nothing open. */
function payoffOf(scope: Scope): string | undefined {
  const offers = open(scope).map(({ loan, position }) =>
    offerRepayment(loan, { kind: "payoff", on: position.on }),
  );
  return offers.length === 0 ? undefined : addYuan(offers.map((offer) => (offer.ok ? offer.amount : "0.00")));
}

/** All installments still to pay, with the interest of their whole periods, yuan. */
const asPlanned = (scope: Scope): string =>
  addYuan(open(scope).flatMap(({ position }) => position.installments.map(({ outstanding }) => outstanding)));

/** What paying everything off today leaves unpaid of the interest to come; nothing where it saves nothing. */
function savedByPayoff(scope: Scope): string | undefined {
  const payoff = payoffOf(scope);
  return payoff === undefined ? undefined : money(exact(asPlanned(scope)).minus(payoff).toFixed(2));
}

const penaltyNow = (scope: Scope): string =>
  addYuan(open(scope).flatMap(({ position }) => position.installments.map(({ penalty }) => penalty)));

/** What a day of waiting costs now: the overdue principal of each loan at its own penalty rate, yuan. */
function penaltyADay(scope: Scope): string | undefined {
  const parts = open(scope).map(({ loan, position }) => {
    const late = position.installments.filter(({ status }) => status === "overdue");
    const principal = addYuan(late.map(({ outstandingPrincipal }) => outstandingPrincipal));
    return toCents(exact(principal).times(loan.conventions.repayment.penalty.dailyRate), "half-up");
  });
  return money(addYuan(parts));
}

const interestPaid = ({ context }: Scope): string =>
  addYuan(
    context.loans.flatMap(({ repayments }) =>
      repayments.flatMap(({ allocations }) => allocations.map(({ interest }) => interest)),
    ),
  );

const lastDue = (scope: Scope): string | undefined =>
  open(scope)
    .flatMap(({ position }) => position.installments.filter(({ status }) => status !== "settled"))
    .map(({ dueDate }) => dueDate)
    .toSorted()
    .at(-1);

const installments = (scope: Scope, settled: boolean): number =>
  open(scope).flatMap(({ position }) =>
    position.installments.filter(({ status }) => (status === "settled") === settled),
  ).length;

const range = (scope: Scope) => ownFigures(scope).product;

export const figures = {
  // Who and which.
  name: ({ context }) => context.identity?.maskedName,
  product: (scope) => chosenProduct(scope).product,
  lender: (scope) => chosenProduct(scope).lender,
  card: boundCard,
  "minimum-age": () => String(borrowerAge.minimum),
  "maximum-age": () => String(borrowerAge.maximum),
  // The product's own figures.
  "product-max": (scope) => money(range(scope).maximum),
  "product-min": ({ context }) => money(loanBounds(findProduct(context.productId)).minimum),
  "lowest-rate": (scope) => percent(range(scope).lowest),
  "highest-rate": (scope) => percent(range(scope).highest),
  terms: ({ context, m }) => {
    const { terms } = findProduct(context.productId);
    return terms && m.either(terms);
  },
  "longest-term": ({ context, m }) => {
    const { terms } = findProduct(context.productId);
    return terms && m.words.months(Math.max(...terms));
  },
  "shortest-term": ({ context, m }) => {
    const { terms } = findProduct(context.productId);
    return terms && m.words.months(Math.min(...terms));
  },
  // What was assessed.
  limit: (scope) => money(approval(scope)?.limit),
  free: ({ context }) =>
    context.assessment?.outcome === "approved" && !inArrears(context) ? money(freeLimit(context)) : undefined,
  "most-now": ({ context }) => (inArrears(context) ? undefined : money(amountBounds(context).maximum)),
  "daily-rate": (scope) => {
    const own = approval(scope);
    return own && dailyPercent(own.dailyRate);
  },
  "annual-rate": (scope) => {
    const own = approval(scope);
    return own && percent(own.annualRate);
  },
  "assessed-on": (scope) => dated(scope, scope.context.assessment?.decidedOn),
  "assessment-valid-until": (scope) => dated(scope, approval(scope)?.validUntil),
  score: ({ context }) => context.assessment?.score,
  "retry-from": (scope) => {
    const { assessment } = scope.context;
    return assessment?.outcome === "refused" ? dated(scope, tryAgainFrom(assessment)) : undefined;
  },
  // The quote on the table.
  "quote-amount": ({ context }) => money(context.quote?.principal),
  "quote-months": ({ context, m }) =>
    context.quote ? m.words.months(context.quote.installments) : undefined,
  "quote-interest": ({ context }) => money(context.quote?.totalInterest),
  "quote-total": ({ context }) => money(context.quote?.totalPayable),
  "quote-first-date": (scope) => dated(scope, scope.context.quote?.schedule[0]?.dueDate),
  "quote-first-amount": ({ context }) => money(context.quote?.schedule[0]?.payment),
  "quote-annual-rate": ({ context }) => (context.quote ? percent(context.quote.annualRate) : undefined),
  // What was paid out.
  "loan-number": (scope) => latestLoan(scope)?.number,
  "loan-amount": (scope) => money(latestLoan(scope)?.principal),
  "paid-out-on": (scope) => dated(scope, latestLoan(scope)?.disbursedOn),
  "loan-daily-rate": (scope) => {
    const loan = latestLoan(scope);
    return loan && dailyPercent(loan.dailyRate);
  },
  "loan-count": (scope) => (open(scope).length > 0 ? String(open(scope).length) : undefined),
  // What is owed.
  "next-date": (scope) => dated(scope, next(scope)?.dueDate),
  "next-amount": (scope) => money(next(scope)?.amount),
  "due-now": (scope) => money(leftDue(scope)),
  "days-late": (scope) => {
    const { daysPastDue } = amountsDueOf(scope);
    return daysPastDue > 0 ? String(daysPastDue) : undefined;
  },
  outstanding: (scope) => money(amountsDueOf(scope).outstanding),
  "all-to-pay": (scope) => money(asPlanned(scope)),
  payoff: (scope) => money(payoffOf(scope)),
  "payoff-saves": savedByPayoff,
  "penalty-now": (scope) => money(penaltyNow(scope)),
  "penalty-a-day": penaltyADay,
  grace: (scope) => scope.m.topics.grace(ownFigures(scope).penalty),
  "penalty-rate": (scope) => dailyPercent(ownFigures(scope).penalty.dailyRate),
  "last-due-date": (scope) => dated(scope, lastDue(scope)),
  "installments-left": (scope) =>
    installments(scope, false) > 0 ? String(installments(scope, false)) : undefined,
  "installments-paid": (scope) =>
    installments(scope, true) > 0 ? String(installments(scope, true)) : undefined,
  "interest-paid": (scope) => money(interestPaid(scope)),
  // What was paid, and what is on its way.
  "last-payment": (scope) => money(lastRepayment(scope)?.amount),
  "last-payment-on": (scope) => dated(scope, lastRepayment(scope)?.valueDate),
  "sent-amount": ({ context }) => money(context.processing[0]?.amount),
  "arrives-by": (scope) => dated(scope, scope.context.processing[0]?.arrivesOn),
  "failed-on": (scope) => dated(scope, scope.context.refusedPayment?.on),
  // What was arranged.
  "deduction-source": ({ context, m }) =>
    context.arrangements.deduction ? m.arrangements.sources[context.arrangements.deduction] : undefined,
  /** The last day past due on which a deduction is tried again. */
  "deduction-days": ({ context }) => String(lastDeductionDay(context.loans)),
  "promised-on": (scope) => dated(scope, openPromise(scope.context)?.promisedOn),
  "extended-until": (scope) => dated(scope, scope.context.arrangements.extension?.until),
  "reminder-days": ({ context }) => String(context.reminderDaysBefore),
  today: (scope) => dated(scope, shanghaiDate(scope.context.at)),
  time: ({ context }) => shanghaiClock(context.at).time,
} satisfies Record<string, Figure>;

export type FigureName = keyof typeof figures;

export const isFigure = (name: string): name is FigureName => Object.hasOwn(figures, name);
