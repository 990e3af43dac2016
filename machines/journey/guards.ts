/** The journey's guards by name: questions about context and event, answered without side effects. */

import { shanghaiDate } from "../../domain/calendar/dates.ts";
import { isReminderHour } from "../../domain/contact/contact-policy.ts";
import { isWithinAllInCap } from "../../domain/disclosure/all-in-cap.ts";
import * as arrears from "../../domain/overdue/arrears.ts";
import { findProduct, isQuotable, loanBounds, productList } from "../../domain/product/catalogue.ts";
import type { CommandName } from "../commands.ts";
import { isInternal, waitsForMoney } from "../journey-events.ts";
import type { Scope } from "./actions/plan.ts";
import { refusalStands } from "./applications.ts";
import { claimsOf, isUnpaid, mostDaysBefore } from "./arrangements.ts";
import { allowedTerms, freeLimit } from "./limits.ts";
import { findLoan, repayableLoans } from "./loans.ts";
import { priceOffer, quoteFor, railIsOffered } from "./offers.ts";
import { judgePartialAmount } from "./partial-amount.ts";
import { entryProduct, refusalOfPurchase } from "./purchases.ts";
import { judgeSlots } from "./request.ts";

/** Buttons carry a hash shortened to fit 64 bytes; shorter than this it proves nothing. */
const shortestHash = 16;

const sameHash = (given: string, hash: string | undefined): boolean =>
  hash !== undefined && given.length >= shortestHash && hash.startsWith(given);

/** It would take the borrower to another place, or change what is under way. */
export const wouldLeadElsewhere = ({ event }: Scope): boolean => waitsForMoney(event);
export const fromBorrower = ({ event }: Scope): boolean => !isInternal(event);
export const inSandbox = ({ context }: Scope): boolean => context.sandbox;
export const knowsLocale = ({ context }: Scope): boolean => context.locale !== null;
export const hasAcceptedPrivacy = ({ context }: Scope): boolean => context.privacyAccepted;
export const wishesToBorrow = ({ context }: Scope): boolean => context.wish === "borrow";
export const wishesToLocate = ({ context }: Scope): boolean => context.wish === "locate";

export const isIdentified = ({ context }: Scope): boolean => context.identity !== null;
export const hasCard = ({ context }: Scope): boolean => context.card !== null;
export const hasAuthorised = ({ context }: Scope): boolean => context.creditAuthorised;
export const isAssessed = ({ context }: Scope): boolean => context.assessment !== null;
/** Until the day that was told for another try. */
export const refusalHolds = ({ context }: Scope): boolean => refusalStands(context);
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
export const approves = ({ event }: Scope): boolean =>
  event.type === "assessment.completed" && event.assessment.outcome === "approved";

export const choosesQuotable = ({ event }: Scope): boolean =>
  event.type === "product.choose" &&
  productList().some((product) => product.id === event.product && isQuotable(product));
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

export const quoteIsFresh = ({ context, event }: Scope): boolean =>
  context.quote !== null && Date.parse(event.at) < Date.parse(context.quote.expiresAt);
export const namesThisQuote = ({ context, event }: Scope): boolean =>
  (event.type === "quote.accept" || event.type === "contract.accept" || event.type === "sign") &&
  sameHash(event.hash, context.quote?.hash);
/** A partner may give up after the borrower went on: then it is another command that is waited for. */
export const failed = ({ event }: Scope, { command }: { command: CommandName }): boolean =>
  event.type === "command.failed" && event.command === command;
export const expiresThisQuote = ({ context, event }: Scope): boolean =>
  event.type === "quote.expired" && event.quoteId === context.quote?.id;
export const paysThisQuote = ({ context, event }: Scope): boolean =>
  event.type === "payout.completed" && event.loan.quoteId === context.quote?.id;
export const answersThisQuote = ({ context, event }: Scope): boolean =>
  "quoteId" in event && event.quoteId === context.quote?.id;

export const hasQuote = ({ context }: Scope): boolean => context.quote !== null;
export const hasLoan = ({ context }: Scope): boolean => context.loans.length > 0;

export const hasRepayableLoan = ({ context }: Scope): boolean => repayableLoans(context).length > 0;
export const hasOneRepayableLoan = ({ context }: Scope): boolean => repayableLoans(context).length === 1;
export const hasProcessing = ({ context }: Scope): boolean => context.processing.length > 0;
export const knowsLoan = ({ context, event }: Scope): boolean =>
  event.type === "repay.loan" && repayableLoans(context).some(({ id }) => id === event.loanId);
export const wantsPartial = ({ event }: Scope): boolean =>
  event.type === "repay.kind" && event.kind === "partial";
/** It is clear which loan is to be paid. */
export const hasChosenLoan = ({ context }: Scope): boolean => context.repayment !== null;
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
export const takesOfferedRail = ({ context, event }: Scope): boolean =>
  event.type === "repay.rail" &&
  context.repayment !== null &&
  railIsOffered(findLoan(context, context.repayment.loanId), event.rail);
/** What was to be paid can still be paid, whatever happened meanwhile. */
export const offerHolds = ({ context }: Scope): boolean =>
  context.repayment !== null && priceOffer(context, context.repayment) !== undefined;
export const namesThisOffer = ({ context, event }: Scope): boolean =>
  event.type === "repay.confirm" && sameHash(event.hash, context.repayment?.hash);
export const offerIsOfToday = ({ context, event }: Scope): boolean =>
  context.repayment?.valueDate === shanghaiDate(event.at);
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
