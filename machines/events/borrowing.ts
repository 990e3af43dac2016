/** The way to a loan: the privacy note, where borrowing lives, the application, the quote, the contract. */
import { type EventDefinition, everywhere, harmless } from "./definition.ts";

const shown = { ...harmless, fields: [], button: "shown", asQuestion: "done", label: null } as const;
/** On the way to a loan, by what the borrower owes at that moment. */
const consent = { ...shown, step: true, binds: "consent", reads: "loans", towardsLoan: everywhere } as const;
const slots = ["amount?", "installments?", "method?", "purpose?"] as const;

export const borrowingEvents = {
  "privacy.accept": { ...shown, step: true, binds: "consent", reads: "books" },
  "privacy.decline": shown,
  locate: {
    ...harmless,
    waitsForMoney: true,
    fields: [],
    button: "shown",
    towardsLoan: { outside: ["locatingEntry"] },
    asQuestion: { topic: "no-entry-visible" },
    label: "buttons.locate",
  },
  "entry.choose": {
    ...harmless,
    waitsForMoney: true,
    fields: ["entry"],
    button: "shown",
    asQuestion: { topic: "no-entry-visible" },
    label: null,
  },
  /** A product that is not Jiedao's to quote is explained. */
  "product.choose": {
    ...harmless,
    waitsForMoney: true,
    fields: ["product"],
    button: "shown",
    towardsLoan: everywhere,
    asQuestion: { topic: "loan-options" },
    label: null,
  },
  /** A cart at a merchant's checkout, to be paid by a loan. */
  buy: {
    ...shown,
    waitsForMoney: true,
    fields: ["merchant", "amount", "orderNumber?"],
    towardsLoan: everywhere,
  },
  borrow: {
    ...harmless,
    waitsForMoney: true,
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
    waitsForMoney: true,
    fields: [...slots, "downPayment?"],
    button: "shown",
    towardsLoan: { outside: ["repaying"] },
    asQuestion: "done",
    label: "clarification.borrow",
  },
  "identity.start": { ...shown, step: true, towardsLoan: everywhere },
  "credit.authorise": consent,
  "credit.decline": shown,
  /** Of the partner that did not answer, or of the payment that failed. */
  retry: { ...shown, step: true, towardsLoan: { in: ["checkingEligibility", "quoting", "confirming"] } },
  "quote.accept": {
    ...consent,
    fields: ["hash"],
  },
  "quote.renew": { ...shown, step: true, towardsLoan: everywhere, asQuestion: "asked-back" },
  "amount.change": { ...shown, waitsForMoney: true, towardsLoan: everywhere, label: "buttons.changeAmount" },
  "term.change": { ...shown, waitsForMoney: true, towardsLoan: everywhere, label: "buttons.changeTerm" },
  "contract.accept": {
    ...consent,
    fields: ["hash"],
  },
  sign: {
    ...consent,
    fields: ["hash"],
    binds: "money",
  },
} as const satisfies Record<string, EventDefinition>;
