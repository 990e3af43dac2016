/** The borrower's case in named conditions: what an answer may depend on, and what makes a topic likely. */
import { addDays, shanghaiDate } from "../../domain/calendar/dates.ts";
import { creditRecord } from "../../domain/eligibility/credit-record.ts";
import { type LoanPosition, loanPosition } from "../../domain/loan/loan-position.ts";
import { findProduct, loanBounds } from "../../domain/product/catalogue.ts";
import { repaymentMovedLast } from "../../machines/journey/last-moved.ts";
import { freeLimit } from "../../machines/journey/limits.ts";
import { openPromise } from "../../machines/journey/open-promise.ts";
import type { JourneyContext } from "../../machines/journey-context.ts";
import type { Topic } from "./topics.ts";
import type { When } from "./when.ts";

/** Where the journey stands and what it remembers. */
export interface Case {
  /** "quoting.askingTerm" */
  path: string;
  context: JourneyContext;
}

const positions = ({ context }: Case): LoanPosition[] => {
  const on = shanghaiDate(context.at);
  return context.loans.map((loan) => loanPosition(loan, on)).filter(({ settled }) => !settled);
};

/** A due date to come within so many days is soon. */
const soon = 7;

const dueWithin = (one: Case, days: number): boolean => {
  const until = addDays(shanghaiDate(one.context.at), days);
  return positions(one).some(({ nextDue }) => nextDue !== undefined && nextDue.dueDate <= until);
};

const isOverdue = (one: Case): boolean => positions(one).some(({ daysPastDue }) => daysPastDue > 0);
const hasApproval = ({ context }: Case): boolean => context.assessment?.outcome === "approved";
const isRefusedFor = ({ context }: Case, code: string): boolean =>
  [...context.refusal, ...(context.assessment?.reasons ?? [])].some((reason) => reason.code === code);

/** Each by its name; what holds is decided by the books and the place alone. */
export const conditions = {
  /** Has not agreed to the privacy note yet. */
  newcomer: ({ context }) => !context.privacyAccepted,
  /** Never borrowed here. */
  "no-loan": ({ context }) => context.loans.length === 0,
  /** At least one loan is open. */
  "has-loan": (one) => positions(one).length > 0,
  "several-loans": (one) => positions(one).length > 1,
  /** Has borrowed, and everything is paid off. */
  settled: (one) => one.context.loans.length > 0 && positions(one).length === 0,
  overdue: isOverdue,
  "due-today": (one) => !isOverdue(one) && positions(one).some(({ dueToday }) => Number(dueToday.total) > 0),
  /** Nothing overdue or due today, and an installment falls due within 7 days. */
  "due-soon": (one) =>
    !isOverdue(one) &&
    !positions(one).some(({ dueToday }) => Number(dueToday.total) > 0) &&
    dueWithin(one, soon),
  /** A repayment was sent and is not booked yet. */
  /** An installment was paid late, or is late now: the credit record has it. */
  "was-late": ({ context }) =>
    context.loans.some((loan) => creditRecord(loan, shanghaiDate(context.at)).late.length > 0),
  "payment-in-transit": ({ context }) => context.processing.length > 0,
  /** The last repayment or automatic deduction did not go through. */
  "payment-failed": ({ context }) => context.refusedPayment !== undefined,
  /** It failed for want of money; else the card turned it down. */
  "insufficient-funds": ({ context }) => context.refusedPayment?.reason === "insufficient-funds",
  /** A repayment moved later than the latest payout: "did it arrive" is asked of it. */
  "repayment-moved-last": ({ context }) => repaymentMovedLast(context),
  "deduction-on": ({ context }) => context.arrangements.deduction !== null,
  /** An application is open: eligibility is looked at, a quote made or a contract shown. */
  applying: ({ path }) => /^(?:checkingEligibility|quoting|confirming)\.(?!payingOut)/.test(path),
  /** Name and ID are being checked. */
  "identity-step": ({ path }) => /\.(?:identifying|verifyingName|identityRefused)$/.test(path),
  "identity-refused": ({ path }) => path.endsWith(".identityRefused"),
  "card-step": ({ path }) => path.endsWith(".findingCard"),
  "credit-consent-step": ({ path }) => path.endsWith(".authorising"),
  "face-step": ({ path }) => /\.(?:verifyingFace|faceRefused)$/.test(path),
  /** The way to repay is being chosen. */
  "method-step": ({ path }) => path === "quoting.askingMethod",
  /** A quote lies on the table, not signed. */
  quoted: ({ context }) => context.quote !== null,
  "contract-step": ({ path }) => path.startsWith("confirming."),
  /** Signed, and the money is being paid out. */
  "payout-in-transit": ({ path }) => path === "confirming.payingOut",
  "payout-failed": ({ path }) => path === "confirming.payoutFailed",
  /** The last assessment was refused. */
  refused: ({ context }) => context.refusal.length > 0 || context.assessment?.outcome === "refused",
  "not-invited": (one) => isRefusedFor(one, "not-white-listed"),
  "score-too-low": (one) => isRefusedFor(one, "score-too-low"),
  "poor-credit": (one) => isRefusedFor(one, "poor-credit-history"),
  /** Assessed and given a limit. */
  approved: hasApproval,
  /** Has a limit, of which less is left than the least that is lent. */
  "limit-used-up": (one) =>
    hasApproval(one) &&
    Number(freeLimit(one.context)) < Number(loanBounds(findProduct(one.context.productId)).minimum),
  identified: ({ context }) => context.identity !== null,
  "card-known": ({ context }) => context.card !== null,
  /** A cart of a shop is to be paid for. */
  purchase: ({ context }) => context.purchase !== undefined,
  "reminders-stopped": ({ context }) => context.arrangements.stopped,
  /** A day to pay was agreed, and is still to come. */
  promised: ({ context }) => openPromise(context) !== null,
  "extension-waiting": ({ context }) => context.arrangements.extension?.decision === "waiting",
  "extension-approved": ({ context }) => context.arrangements.extension?.decision === "approved",
  "extension-declined": ({ context }) => context.arrangements.extension?.decision === "declined",
  /** A person was asked for and has not answered yet. */
  "case-open": ({ context }) => context.arrangements.requests.length > 0,
  /** Partners are pretended. */
  sandbox: ({ context }) => context.sandbox,
} satisfies Record<string, (one: Case) => boolean>;

/** Whether there is such a condition at all. */
export const isCondition = (name: string): boolean => Object.hasOwn(conditions, name);

const isSo = (name: string, one: Case): boolean => {
  const holds = (conditions as Record<string, (one: Case) => boolean>)[name];
  if (holds === undefined)
    throw new RangeError(`"${name}" is no condition; there are ${Object.keys(conditions).join(", ")}`);
  return holds(one);
};

/** Throws RangeError naming what is no condition: a fault of the topic, found by its test. */
export const holds = (when: When, one: Case): boolean =>
  when.every(({ condition, holds: wanted }) => isSo(condition, one) === wanted);

/** Whether the case makes it likely that a topic is meant: one of its conditions holds. Absent without any. */
export const isAskedHere = ({ asked }: Topic, one: Case): boolean | undefined =>
  asked.length === 0 ? undefined : asked.some((when) => holds(when, one));
