/** What just happened, one sentence or two a notice; an empty one where the stage's own prompt tells it. */

import { daysBetween, shanghaiDate } from "../../../domain/calendar/dates.ts";
import { DEFAULT_REMINDER_HOUR } from "../../../domain/contact/contact-policy.ts";
import type { ReminderStage } from "../../../domain/contact/reminder-plan.ts";
import { ALL_IN_CAP } from "../../../domain/disclosure/all-in-cap.ts";
import { nameIn } from "../../../domain/language/local-name.ts";
import { type Allocation, amountDue, type InstallmentPosition } from "../../../domain/loan/loan.ts";
import { addYuan } from "../../../domain/money/money.ts";
import { findProduct, loanBounds } from "../../../domain/product/catalogue.ts";
import { housePenalty } from "../../../domain/product/conventions.ts";
import { assessmentsOf } from "../../../machines/journey/applications.ts";
import { loanRestsUntil } from "../../../machines/journey/arrangements.ts";
import { freeLimit } from "../../../machines/journey/request.ts";
import type { Notice } from "../../../machines/journey-context.ts";
import { answerTo } from "../answers/answer-to.ts";
import { exampleText } from "../answers/products/example.ts";
import { calendarText } from "../cards/calendar-media.ts";
import { merchantName } from "../choices/merchant-name.ts";
import { requestSummary } from "../choices/request-summary.ts";
import { arrearsText, inArrears } from "../figures/arrears.ts";
import type { LoanWithPosition } from "../figures/loan-positions.ts";
import { tierOfRate } from "../figures/tier-of-rate.ts";
import { type JourneyPath, stageOf } from "../journey-path.ts";
import { lines, type Scope } from "../stage-view.ts";
import {
  dayHasCome,
  deductionAhead,
  deductionSaved,
  extensionAsked,
  paidClaimed,
  personAsked,
  promiseMade,
  requestDecided,
} from "./arrangement-texts.ts";
import { changeAsked } from "./change-asked.ts";
import { clarificationChoices } from "./clarification-choices.ts";
import { personalText } from "./personal-text.ts";

type Of<Kind extends Notice["kind"]> = Extract<Notice, { kind: Kind }>;
type Teller<Kind extends Notice["kind"]> = (notice: Of<Kind>, scope: NoticeScope) => string;

export interface NoticeScope extends Scope {
  /** What the borrower is doing. */
  situation: string;
  /** The label of the button that agrees to what is shown, where there is one. */
  agreement: string | undefined;
}

/** Money is on its way: nothing is to be tried again by the borrower. */
const moneyMoves: ReadonlySet<JourneyPath> = new Set(["confirming.payingOut", "repaying.collecting"]);

const tellers: { [Kind in Notice["kind"]]: Teller<Kind> } = {
  "place-found": (_, { m }) => m.notices.placeFound,
  hello: (_, { m, context }) =>
    context.privacyAccepted ? m.notices.helloAgain({ name: context.identity?.maskedName }) : m.notices.hello,
  unclear: (notice, scope) => {
    const { m, situation } = scope;
    if (clarificationChoices(notice, scope).length > 0) return m.clarification.which;
    const told = notice.wordless ? m.notices.wordless[notice.wordless] : m.notices.unclear({ situation });
    return lines(told, notice.person ? m.clarification.person : undefined);
  },
  also: (notice, scope) => {
    const { m } = scope;
    if (clarificationChoices(notice, scope).length === 0) return "";
    return notice.alternatives.every(({ type }) => type === "repay")
      ? m.clarification.howMuch
      : m.clarification.also;
  },
  "out-of-scope": ({ person = false }, { m }) =>
    lines(m.clarification.outOfScope, person ? m.clarification.person : undefined),
  "secret-typed": ({ kinds }, { m }) =>
    lines(
      m.secrets.typed(kinds),
      kinds.some((kind) => kind === "code" || kind === "password") ? m.secrets.asked : undefined,
    ),
  help: (_, { m, context }) => m.notices.help({ mayBorrow: !inArrears(context) }),
  where: (_, scope) =>
    scope.m.notices.where({
      stage: scope.m.words.stages[stageOf(scope.path)],
      summary: requestSummary(scope),
    }),
  mydata: (_, scope) => personalText(scope),
  answer: ({ topic, example }, scope) =>
    example ? exampleText(example, scope) : answerTo(topic, scope).text,
  calendar: ({ form }, scope) => calendarText(form, scope),
  "choose-language": (_, { m }) => m.notices.chooseLanguage,
  "language-set": (_, { m }) => m.notices.languageSet,
  "choose-persona": (_, { m }) => m.notices.choosePersona,
  "stale-button": (_, { m }) => m.notices.staleButton,
  "not-now": (_, { m, situation }) => m.notices.notNow({ situation }),
  "button-needed": (_, { m, situation, agreement }) =>
    agreement === undefined ? m.notices.notNow({ situation }) : m.notices.buttonNeeded({ label: agreement }),
  courtesy: ({ of }, { m, context }) =>
    of === "lost" && inArrears(context) ? m.notices.lostInArrears : m.notices.courtesy[of],
  cancelled: ({ of }, { m }) => m.notices.cancelled[of ?? "nothing"],
  "quote-left": (_, { m, context }) =>
    m.notices.quoteLeft({ borrow: inArrears(context) ? undefined : m.buttons.borrow }),
  "cannot-cancel": (_, { m }) => m.notices.cannotCancel,
  "consent-first": (_, { m }) => m.notices.consentFirst,
  "privacy-declined": (_, { m }) => m.notices.privacyDeclined,
  "privacy-accepted": (_, { m }) => m.notices.privacyAccepted,
  "credit-declined": (_, { m }) => m.notices.creditDeclined,
  "identity-verified": ({ maskedName }, { m }) => m.notices.identityVerified({ name: maskedName }),
  "identity-refused": ({ reason }, { m }) => m.notices.identityRefused[reason],
  "card-found": ({ bank, tail }, { m }) => m.notices.cardFound({ bank: m.words.bank(bank), tail }),
  approved,
  "product-changed": productChanged,
  "product-explained": ({ productId }, { m, locale }) => {
    const { kind, name } = findProduct(productId);
    const { explained } = m.products;
    return explained[kind === "referral" || kind === "comparison" ? kind : "unstated"](nameIn(name, locale));
  },
  "above-cap": ({ apr }, { m }) => m.products.aboveCap({ apr, cap: ALL_IN_CAP }),
  "down-payment": ({ merchantId, amount, financed }, { m, locale }) =>
    m.products.purchase.downPaymentTaken({ merchant: merchantName(merchantId, locale), amount, financed }),
  "down-payment-refused": (notice, { m }) => m.products.purchase.badDownPayment(notice),
  "purchase-begun": ({ merchantId, amount }, { m, locale, context }) =>
    m.products.purchase.begun({
      merchant: merchantName(merchantId, locale),
      amount,
      product: nameIn(findProduct(context.productId).name, locale),
    }),
  "purchase-refused": ({ reason, ...range }, { m: { products } }) =>
    reason === "amount" ? products.purchase.badAmount(range) : products.purchase.unknownMerchant,
  "amount-refused": (notice, { m }) => m.notices.amountRefused(notice),
  arrears: (_, scope) => arrearsText(scope),
  "limit-used": ({ free }, { m, context }) =>
    m.notices.limitUsed({
      free: free ?? freeLimit(context),
      minimum: loanBounds(findProduct(context.productId)).minimum,
    }),
  "term-refused": (notice, { m }) => m.notices.termRefused(notice),
  corrected: ({ changes, quoteVoided }, { m, path }) =>
    lines(
      m.notices.corrected({ changes }),
      quoteVoided && path === "quoting.reviewing" ? m.notices.quoteVoided : undefined,
    ),
  "change-asked": ({ slot }, scope) => changeAsked(slot, scope).text,
  "quote-expired": () => "",
  "quote-renewed": (_, { m }) => m.notices.quoteRenewed,
  "face-matched": (_, { m }) => m.notices.faceMatched,
  "face-refused": () => "",
  "paid-out": paidOut,
  "payout-refused": ({ reason }, { m }) => m.notices.payoutRefused[reason],
  "partner-unreachable": (_, { m, path }) =>
    moneyMoves.has(path) ? m.notices.partnerUnreachableWithMoney : m.notices.partnerUnreachable,
  "reminder-saved": (notice, { m }) => m.notices.reminderSaved(notice),
  "days-refused": (notice, { m }) => m.arrangements.daysRefused(notice),
  "hour-saved": (notice, { m }) => m.arrangements.hourSaved(notice),
  "hour-refused": ({ reason }, { m }) => m.arrangements.hourRefused[reason],
  "reminders-stopped": (_, { m }) => m.arrangements.stopped,
  "reminders-resumed": (_, { m, context }) =>
    m.arrangements.resumed({
      daysBefore: context.reminderDaysBefore,
      hour: context.arrangements.hour ?? DEFAULT_REMINDER_HOUR,
    }),
  snoozed: (notice, { m }) => m.arrangements.snoozed(notice),
  "snooze-refused": ({ reason }, { m }) => m.arrangements.snoozeRefused[reason],
  "nothing-owed": (_, { m }) => m.arrangements.nothingOwed,
  "paid-claimed": (_, scope) => paidClaimed(scope),
  "promise-made": (_, scope) => promiseMade(scope),
  "promise-withdrawn": (_, { m }) => m.arrangements.promise.withdrawn,
  "promise-refused": (notice, { m }) => m.arrangements.promise.refused(notice),
  "extension-asked": (_, scope) => extensionAsked(scope),
  "extension-pending": (_, { m, context: { arrangements, at } }) =>
    m.arrangements.extension.pending({ until: arrangements.extension?.until ?? shanghaiDate(at) }),
  "extension-refused": (notice, { m }) => m.arrangements.extension.refused(notice),
  "person-asked": (notice, scope) => personAsked(notice, scope),
  "request-decided": requestDecided,
  "day-has-come": dayHasCome,
  "deduction-saved": (_, scope) => deductionSaved(scope),
  "deduction-stopped": (_, { m }) => m.arrangements.deduction.stopped,
  "deduction-none": (_, { m }) => m.arrangements.deduction.none,
  reminder,
  nudge: (_, { m }) => m.notices.nudge,
  "nothing-due": (_, { m }) => m.notices.nothingDue,
  repaid,
  "repayment-processing": (notice, { m }) => m.notices.repaymentProcessing(notice),
  "repayment-refused": ({ reason }, { m }) => m.notices.repaymentRefused[reason],
  "persona-chosen": ({ persona }, { m }) => m.notices.personaChosen({ persona: m.words.persona(persona) }),
  "clock-moved": (notice, { m }) => m.notices.clockMoved(notice),
};

export function noticeText<Kind extends Notice["kind"]>(notice: Of<Kind>, scope: NoticeScope): string {
  const tell: Teller<Kind> = tellers[notice.kind as Kind];
  return tell(notice, scope);
}

function approved(_: Of<"approved">, { m, context: { assessment }, locale }: Scope): string {
  if (!assessment) return m.notices.approvedPlain;
  const product = nameIn(findProduct(assessment.productId).name, locale);
  return lines(m.notices.approved({ ...assessment, product }), m.scoring.tierEffect(tierOfRate(assessment)));
}

function productChanged(
  { from, to, quoteVoided, dropped }: Of<"product-changed">,
  { m, locale, context }: Scope,
): string {
  const { products } = m;
  const kept = assessmentsOf(context).some(
    ({ productId, outcome }) => productId === from && outcome === "approved",
  );
  const [old, next] = [nameIn(findProduct(from).name, locale), findProduct(to)];
  const lender = nameIn(next.lender ?? next.name, locale);
  return lines(
    products.changed({ to: nameIn(next.name, locale), lender }),
    kept ? products.changedKept(old) : undefined,
    quoteVoided ? products.changedQuoteVoided(old) : undefined,
    dropped.length > 0 ? products.changedDropped(dropped) : undefined,
  );
}

function paidOut({ loanId, merchantId }: Of<"paid-out">, { m, context, locale }: Scope): string {
  const loan = context.loans.find(({ id }) => id === loanId);
  if (!loan) return m.notices.paidOutPlain;
  const merchant = merchantId && merchantName(merchantId, locale);
  const { principal, number, schedule } = loan;
  return m.notices.paidOut({ principal, number, first: schedule[0], merchant: merchant || undefined });
}

const loanWithPositionOf = ({ loanPositions }: Scope, loanId: string): LoanWithPosition | undefined =>
  loanPositions().find(({ loan }) => loan.id === loanId);

function reminder(notice: Of<"reminder">, scope: Scope): string {
  const known = loanWithPositionOf(scope, notice.loanId);
  const one = known?.position.installments.find(({ number }) => number === notice.installment);
  if (!known || !one) return "";
  const { context } = scope;
  const rests = loanRestsUntil(context, notice.loanId) !== undefined;
  return lines(
    scope.m.notices.reminder(stageToday(notice.stage, one), {
      installment: one.number,
      of: known.loan.installments,
      dueDate: one.dueDate,
      amount: one.outstanding,
      days: Math.abs(daysBetween(known.position.on, one.dueDate)),
      penaltyRate: housePenalty.dailyRate,
    }),
    deductionAhead(scope, rests ? null : context.arrangements.deduction, one),
  );
}

/** A reminder that comes later than planned speaks of the day on which it is read. */
function stageToday(planned: ReminderStage, { status }: InstallmentPosition): ReminderStage {
  if (status === "due") return "due";
  const early = planned === "before" || planned === "due";
  return status === "overdue" && early ? "overdue-1" : planned;
}

/** Stages whose own prompt tells what is owed next. */
const tellsDebts: ReadonlySet<JourneyPath> = new Set(["idle", "reminding.watching"]);

function repaid({ loanId, repaymentId, settled }: Of<"repaid">, scope: Scope): string {
  const { m, path } = scope;
  const known = loanWithPositionOf(scope, loanId);
  const repayment = known?.loan.repayments.find(({ id }) => id === repaymentId);
  if (!known || !repayment) return m.notices.repaidPlain;
  const { dueDate, amount } = amountDue(known.position);
  return lines(
    m.notices.repaid({ amount: repayment.amount, ...coveredBy(repayment.allocations) }),
    Number(repayment.fee) > 0 ? m.notices.repaidFee(repayment.fee) : undefined,
    settled ? m.notices.settled : undefined,
    !settled && dueDate && !tellsDebts.has(path) ? m.notices.remaining({ dueDate, amount }) : undefined,
  );
}

const coveredBy = (allocations: readonly Allocation[]): Allocation => ({
  penalty: addYuan(allocations.map(({ penalty }) => penalty)),
  interest: addYuan(allocations.map(({ interest }) => interest)),
  principal: addYuan(allocations.map(({ principal }) => principal)),
});
