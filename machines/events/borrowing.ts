/** The way to a loan: the privacy note, where borrowing lives, the application, the quote, the contract. */
import { type EventDefinition, everywhere, harmless } from "./definition.ts";

const shown = { ...harmless, fields: [], button: "shown", asQuestion: "done", label: null } as const;
const slots = ["amount?", "installments?", "method?", "purpose?"] as const;

export const borrowingEvents = {
  "privacy.accept": { ...shown, step: true, binds: "consent", reads: "books" },
  "privacy.decline": shown,
  locate: {
    ...harmless,
    fields: [],
    button: "shown",
    towardsLoan: { outside: ["locatingEntry"] },
    asQuestion: "visibility",
    label: "buttons.locate",
  },
  "entry.choose": {
    ...harmless,
    fields: ["entry"],
    button: "shown",
    asQuestion: "visibility",
    label: null,
  },
  /** A product that is not Jiedao's to quote is explained. */
  "product.choose": {
    ...harmless,
    fields: ["product"],
    button: "shown",
    towardsLoan: everywhere,
    asQuestion: "products",
    label: null,
  },
  /** A cart at a merchant's checkout, to be paid by a loan. */
  buy: { ...shown, fields: ["merchant", "amount", "orderNumber?"], towardsLoan: everywhere },
  borrow: {
    ...harmless,
    fields: slots,
    button: "shown",
    step: true,
    towardsLoan: everywhere,
    asQuestion: "done",
    label: "clarification.borrow",
  },
  /** While repaying, the amount is the part to repay. */
  provide: {
    ...harmless,
    fields: [...slots, "downPayment?"],
    button: "shown",
    towardsLoan: { outside: ["repaying"] },
    asQuestion: "done",
    label: "clarification.borrow",
  },
  "identity.start": { ...shown, step: true, towardsLoan: everywhere },
  "credit.authorise": {
    ...shown,
    step: true,
    binds: "consent",
    reads: "loans",
    towardsLoan: everywhere,
  },
  "credit.decline": shown,
  /** Of the partner that did not answer, or of the payment that failed. */
  retry: { ...shown, step: true, towardsLoan: { in: ["checkingEligibility", "quoting", "confirming"] } },
  "quote.accept": {
    ...shown,
    fields: ["hash"],
    step: true,
    binds: "consent",
    reads: "loans",
    towardsLoan: everywhere,
  },
  "quote.renew": { ...shown, step: true, towardsLoan: everywhere, asQuestion: "asked-back" },
  "amount.change": { ...shown, towardsLoan: everywhere, label: "buttons.changeAmount" },
  "term.change": { ...shown, towardsLoan: everywhere, label: "buttons.changeTerm" },
  "contract.accept": {
    ...shown,
    fields: ["hash"],
    step: true,
    binds: "consent",
    reads: "loans",
    towardsLoan: everywhere,
  },
  sign: {
    ...shown,
    fields: ["hash"],
    step: true,
    binds: "money",
    reads: "loans",
    towardsLoan: everywhere,
  },
} as const satisfies Record<string, EventDefinition>;
