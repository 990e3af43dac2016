/** What is told on the way to a loan. */
import { ALL_IN_CAP } from "../../../domain/disclosure/legal-cap.ts";
import { nameIn } from "../../../domain/language/local-name.ts";
import { findProduct, loanBounds } from "../../../domain/product/catalogue.ts";
import { assessmentsOf } from "../../../machines/journey/applications.ts";
import { freeLimit } from "../../../machines/journey/limits.ts";
import type { borrowingNotices as definitions } from "../../../machines/notices/borrowing.ts";
import type { NoticeOf } from "../../../machines/notices/table.ts";
import { askChoice, borrowChoice, productChoices } from "../choices/common-choices.ts";
import { merchantName } from "../choices/merchant-name.ts";
import { arrearsText, inArrears } from "../figures/arrears.ts";
import { tierOfRate } from "../figures/tier-of-rate.ts";
import { lines, type Scope } from "../stage-view.ts";
import { changeAsked } from "./change-asked.ts";
import type { NoticeViews } from "./notice-view.ts";
import { waysOut } from "./pay-choices.ts";

export const borrowingNotices: NoticeViews<keyof typeof definitions> = {
  "consent-first": { text: (_, { m }) => m.notices.consentFirst },
  "privacy-declined": { text: (_, { m }) => m.notices.privacyDeclined },
  "privacy-accepted": { text: (_, { m }) => m.notices.privacyAccepted },
  "credit-declined": { text: (_, { m }) => m.notices.creditDeclined },
  "identity-verified": {
    text: ({ maskedName }, { m }) => m.notices.identityVerified({ name: maskedName }),
  },
  "identity-refused": { text: ({ reason }, { m }) => m.notices.identityRefused[reason] },
  "card-found": {
    text: ({ bank, tail }, { m }) => m.notices.cardFound({ bank: m.words.bank(bank), tail }),
  },
  approved: {
    text: approved,
    extras: (_, scope) => [[askChoice(scope, "what-is-assessed"), askChoice(scope, "my-limit")]],
  },
  "product-changed": { text: productChanged },
  "product-explained": {
    text: ({ productId }, { m, locale }) => {
      const { kind, name } = findProduct(productId);
      const { explained } = m.products;
      const known = kind === "referral" || kind === "comparison" ? kind : "unstated";
      return explained[known](nameIn(name, locale));
    },
    choices: (_, scope) => [productChoices(scope)],
  },
  "above-cap": {
    text: ({ apr }, { m }) => m.products.aboveCap({ apr, cap: ALL_IN_CAP }),
    choices: (_, scope) => [productChoices(scope)],
  },
  "down-payment": {
    text: ({ merchantId, amount, financed }, { m, locale }) =>
      m.products.purchase.downPaymentTaken({
        merchant: merchantName(merchantId, locale),
        amount,
        financed,
      }),
  },
  "down-payment-refused": { text: (notice, { m }) => m.products.purchase.badDownPayment(notice) },
  "purchase-begun": {
    text: ({ merchantId, amount }, { m, locale, context }) =>
      m.products.purchase.begun({
        merchant: merchantName(merchantId, locale),
        amount,
        product: nameIn(findProduct(context.productId).name, locale),
      }),
  },
  "purchase-refused": {
    text: ({ reason, ...range }, { m: { products } }) =>
      reason === "amount" ? products.purchase.badAmount(range) : products.purchase.unknownMerchant,
  },
  "amount-refused": { text: (notice, { m }) => m.notices.amountRefused(notice) },
  "term-refused": { text: (notice, { m }) => m.notices.termRefused(notice) },
  arrears: { text: (_, scope) => arrearsText(scope), choices: (_, scope) => waysOut(scope) },
  "limit-used": {
    text: ({ free }, { m, context }) =>
      m.notices.limitUsed({
        free: free ?? freeLimit(context),
        minimum: loanBounds(findProduct(context.productId)).minimum,
      }),
  },
  corrected: {
    text: ({ changes, quoteVoided }, { m, path }) =>
      lines(
        m.notices.corrected({ changes }),
        quoteVoided && path === "quoting.reviewing" ? m.notices.quoteVoided : undefined,
      ),
  },
  "change-asked": {
    text: ({ slot }, scope) => changeAsked(slot, scope).text,
    choices: ({ slot }, scope) => changeAsked(slot, scope).choices,
  },
  "quote-left": {
    text: (_, { m, context }) =>
      m.notices.quoteLeft({ borrow: inArrears(context) ? undefined : m.buttons.borrow }),
    extras: (_, { m }) => [[borrowChoice(m)]],
  },
  "quote-expired": { text: () => "" },
  "quote-renewed": { text: (_, { m }) => m.notices.quoteRenewed },
  "face-matched": { text: (_, { m }) => m.notices.faceMatched },
  "face-refused": { text: () => "" },
  "paid-out": { text: paidOut },
  "payout-refused": { text: ({ reason }, { m }) => m.notices.payoutRefused[reason] },
};

function approved(_: unknown, { m, context: { assessment }, locale }: Scope): string {
  if (!assessment) return m.notices.approvedPlain;
  const product = nameIn(findProduct(assessment.productId).name, locale);
  return lines(m.notices.approved({ ...assessment, product }), m.scoring.tierEffect(tierOfRate(assessment)));
}

function productChanged(
  { from, to, quoteVoided, dropped }: NoticeOf<"product-changed">,
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

function paidOut({ loanId, merchantId }: NoticeOf<"paid-out">, { m, context, locale }: Scope): string {
  const loan = context.loans.find(({ id }) => id === loanId);
  if (!loan) return m.notices.paidOutPlain;
  const merchant = merchantId && merchantName(merchantId, locale);
  const { principal, number, schedule } = loan;
  return m.notices.paidOut({ principal, number, first: schedule[0], merchant: merchant || undefined });
}
