/** The journey's guards by name: questions about context and event, answered without side effects. */

import { shanghaiDate } from "../../domain/calendar/dates.ts";
import { isReminderHour } from "../../domain/contact/contact-policy.ts";
import { isWithinAllInCap } from "../../domain/disclosure/all-in-cap.ts";
import * as arrears from "../../domain/overdue/arrears.ts";
import { findProduct, isQuotable, loanBounds, productList } from "../../domain/product/catalogue.ts";
import type { CommandName } from "../commands.ts";
import { isInternal } from "../journey-events.ts";
import { entryProduct, isUnpaid, mostDaysBefore, refusalOfPurchase, type Scope } from "./actions.ts";
import { refusalStands } from "./applications.ts";
import { claimsOf } from "./arrangements.ts";
import { findLoan, priceOffer, quoteFor, railIsOffered, repayableLoans } from "./offers.ts";
import { allowedTerms, freeLimit, judgePartialAmount, judgeSlots } from "./request.ts";

/** Buttons carry a hash shortened to fit 64 bytes; shorter than this it proves nothing. */
const shortestHash = 16;

const sameHash = (given: string, hash: string | undefined): boolean =>
  hash !== undefined && given.length >= shortestHash && hash.startsWith(given);

export const fromBorrower = ({ event }: Scope): boolean => !isInternal(event);
export const inSandbox = ({ context }: Scope): boolean => context.sandbox;
export const knowsLocale = ({ context }: Scope): boolean => context.locale !== null;
export const hasAcceptedPrivacy = ({ context }: Scope): boolean => context.privacyAccepted;
export const wishesToBorrow = ({ context }: Scope): boolean => context.wish === "borrow";
export const wishesToLocate = ({ context }: Scope): boolean => context.wish === "locate";

export const isIdentified = ({ context }: Scope): boolean => context.identity !== null;
export const hasCard = ({ context }: Scope): boolean => context.card !== null;
export const hasAuthorised = ({ context }: Scope): boolean => context.creditAuthorised;
/** An authorisation is for one assessment: another one is asked for anew. */
export const awaitsAssessment = ({ context }: Scope): boolean =>
  context.creditAuthorised && context.assessment === null;
export const isRefusedForNow = ({ context }: Scope): boolean =>
  context.creditAuthorised && refusalStands(context);
export const isApproved = ({ context }: Scope): boolean => {
  const { assessment, at } = context;
  return assessment?.outcome === "approved" && assessment.validUntil >= shanghaiDate(at);
};
/** Nothing is quoted by it any more: it is made anew, by another authorisation. */
export const approvalHasRunOut = ({ context }: Scope): boolean => {
  const { assessment, at } = context;
  return assessment !== null && assessment.validUntil < shanghaiDate(at);
};
/** An answer may come when another product has been chosen meanwhile. */
export const assessesThisProduct = ({ context, event }: Scope): boolean =>
  event.type === "assessment.completed" && event.assessment.productId === context.productId;
export const assessmentApproves = (scope: Scope): boolean =>
  scope.event.type === "assessment.completed" &&
  assessesThisProduct(scope) &&
  scope.event.assessment.outcome === "approved";

export const choosesQuotable = ({ event }: Scope): boolean =>
  event.type === "product.choose" &&
  productList().some((product) => product.id === event.product && isQuotable(product));
export const choosesQuotableInArrears = (scope: Scope): boolean =>
  choosesQuotable(scope) && isInArrears(scope);
/** What is under way is for it already. */
export const choosesThisProduct = ({ context, event }: Scope): boolean =>
  event.type === "product.choose" && event.product === context.productId;
export const namesProduct = ({ event }: Scope): boolean =>
  event.type === "product.choose" && productList().some(({ id }) => id === event.product);
export const entryLeadsToQuotable = ({ context }: Scope): boolean => entryProduct(context) !== undefined;
export const purchaseIsFinanced = (scope: Scope): boolean =>
  scope.event.type === "buy" && refusalOfPurchase(scope) === undefined;

/** Something is unpaid after its due date, on any loan. */
export const isInArrears = ({ context }: Scope): boolean =>
  arrears.isInArrears(context.loans, shanghaiDate(context.at));
export const limitIsUsed = ({ context }: Scope): boolean =>
  Number(freeLimit(context)) < Number(loanBounds(findProduct(context.productId)).minimum);
export const lacksAmount = ({ context }: Scope): boolean => context.request.amount === undefined;
export const amountExceedsLimit = ({ context }: Scope): boolean =>
  Number(context.request.amount ?? 0) > Number(freeLimit(context));
export const lacksTerm = ({ context }: Scope): boolean =>
  !allowedTerms(context).includes(context.request.installments ?? 0);
export const lacksMethod = ({ context }: Scope): boolean => context.request.method === undefined;
/** Nothing above 24 % a year all-in is ever shown, whatever rate an assessment carries. */
export const offerExceedsCap = ({ context, event }: Scope): boolean =>
  !isWithinAllInCap(quoteFor(context, event).apr);
export const lacksPurpose = ({ context }: Scope): boolean => context.request.purpose === undefined;

/** At least one slot of the message is good and differs from what was asked for. */
export const changesRequest = ({ context, event }: Scope): boolean =>
  (event.type === "provide" || event.type === "borrow") && judgeSlots(context, event).changed;
/** Nothing in the message is refused. */
export const repeatsRequest = ({ context, event }: Scope): boolean =>
  (event.type === "provide" || event.type === "borrow") && judgeSlots(context, event).refusals.length === 0;

const quoteIsFresh = ({ context, event }: Scope): boolean =>
  context.quote !== null && Date.parse(event.at) < Date.parse(context.quote.expiresAt);
export const agreesToQuote = (scope: Scope): boolean => {
  const { context, event } = scope;
  const given =
    event.type === "quote.accept" || event.type === "contract.accept" || event.type === "sign"
      ? event.hash
      : "";
  return quoteIsFresh(scope) && sameHash(given, context.quote?.hash);
};
export const quoteIsStale = (scope: Scope): boolean => !quoteIsFresh(scope);
/** A partner may give up after the borrower went on: then it is another command that is waited for. */
export const failed = ({ event }: Scope, { command }: { command: CommandName }): boolean =>
  event.type === "command.failed" && event.command === command;
export const expiresThisQuote = ({ context, event }: Scope): boolean =>
  event.type === "quote.expired" && event.quoteId === context.quote?.id;
export const paysThisQuote = ({ context, event }: Scope): boolean =>
  event.type === "payout.completed" && event.loan.quoteId === context.quote?.id;
export const answersThisQuote = ({ context, event }: Scope): boolean =>
  "quoteId" in event && event.quoteId === context.quote?.id;

export const hasQuoteAndNoLoan = ({ context }: Scope): boolean =>
  context.quote !== null && context.loans.length === 0 && context.processing.length === 0;
export const owesNothing = (scope: Scope): boolean =>
  scope.context.processing.length === 0 && !owesSomething(scope);
export const hasQuoteAndOwesNothing = (scope: Scope): boolean =>
  scope.context.quote !== null && owesNothing(scope);

export const hasRepayableLoan = ({ context }: Scope): boolean => repayableLoans(context).length > 0;
export const hasOneRepayableLoan = ({ context }: Scope): boolean => repayableLoans(context).length === 1;
export const hasProcessing = ({ context }: Scope): boolean => context.processing.length > 0;
export const knowsLoan = ({ context, event }: Scope): boolean =>
  event.type === "repay.loan" && repayableLoans(context).some(({ id }) => id === event.loanId);
export const wantsPartial = ({ event }: Scope): boolean =>
  event.type === "repay.kind" && event.kind === "partial";
/** Of a loan that is clear. */
export const wantsPartOfKnownLoan = (scope: Scope): boolean =>
  wantsPartial(scope) && scope.context.repayment !== null;
/** Only where the loan is clear, and everything else with it. */
export const namesPayableKind = (scope: Scope): boolean =>
  scope.event.type === "repay.kind" && !wantsPartial(scope) && canPayKind(scope);
export const canPayKind = ({ context, event }: Scope): boolean =>
  event.type === "repay.kind" &&
  context.repayment !== null &&
  priceOffer(context, { loanId: context.repayment.loanId, kind: event.kind }) !== undefined;
export const partialAmountIsGood = ({ context, event }: Scope): boolean =>
  (event.type === "provide" || event.type === "borrow" || event.type === "repay") &&
  event.amount !== undefined &&
  judgePartialAmount(context, event.amount).ok;
export const namesAmount = ({ event }: Scope): boolean =>
  (event.type === "provide" || event.type === "borrow" || event.type === "repay") &&
  event.amount !== undefined;
/** "还1000": only where the loan is clear. */
export const namesPayablePart = (scope: Scope): boolean =>
  scope.context.repayment !== null && partialAmountIsGood(scope);
export const namesUnpayablePart = (scope: Scope): boolean =>
  scope.context.repayment !== null && namesAmount(scope);
export const takesOfferedRail = ({ context, event }: Scope): boolean =>
  event.type === "repay.rail" &&
  context.repayment !== null &&
  railIsOffered(findLoan(context, context.repayment.loanId), event.rail);
/** After a refusal: what was to be paid may have changed meanwhile. */
export const canPayByRail = (scope: Scope): boolean =>
  takesOfferedRail(scope) &&
  scope.context.repayment !== null &&
  priceOffer(scope.context, scope.context.repayment) !== undefined;
export const agreesToRepayment = ({ context, event }: Scope): boolean =>
  event.type === "repay.confirm" &&
  sameHash(event.hash, context.repayment?.hash) &&
  context.repayment?.valueDate === shanghaiDate(event.at);
export const repaymentHasAged = ({ context, event }: Scope): boolean =>
  event.type === "repay.confirm" && context.repayment?.valueDate !== shanghaiDate(event.at);
/** Still unpaid, and no payment for it on its way. */
export const reminderIsWanted = ({ context, event }: Scope): boolean => {
  return event.type === "reminder.due" && isUnpaid({ ...context, at: event.at }, event);
};

export { extensionIsGood, promiseIsGood, waitsForExtension } from "./arrangements.ts";
export const owesSomething = ({ context }: Scope): boolean => claimsOf(context).length > 0;
export const hourIsGood = ({ event }: Scope): boolean =>
  event.type === "reminder.hour" && isReminderHour(event.hour);
export const daysAreGood = ({ event }: Scope): boolean =>
  event.type === "reminder.set" &&
  Number.isInteger(event.daysBefore) &&
  event.daysBefore >= 0 &&
  event.daysBefore <= mostDaysBefore;
