import { yuan } from "../../../views/figures/figures.ts";
import type { Messages } from "../../messages.ts";
import { both, date, either } from "../format.ts";
import { words } from "../words.ts";

const sentences = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join(" ");

export const knowledge: Messages["knowledge"] = {
  eligibility: {
    refused: ({ product }) => `${product} was not granted this time. Why, and what would help:`,
    approved: ({ product, limit, free }) =>
      `Yes: you are approved for ${product}, with a limit of ${yuan(limit)}, of which you can still borrow ${yuan(free)}.`,
    notYet: ({ product, rule, age }) =>
      sentences(
        `Only the assessment can tell. ${product}${rule ? ` (${rule})` : ""} takes an age of ${age.minimum} to ${age.maximum}, a verified name, a bank card of your own and your authorisation for a credit check.`,
        `Then it scores ${both(Object.values(words.dimensions))}. If you are refused I tell you every reason, what would help and when to try again.`,
      ),
  },
  schedule: {
    quoted: ({ dueDate, payment, months, totalPayable, totalInterest }) =>
      `By the present quote over ${words.months(months)}, the first payment is ${yuan(payment)} on ${date(dueDate)}, and one follows every month; in all you repay ${yuan(totalPayable)}, of which ${yuan(totalInterest)} is interest.`,
    terms: ({ product, terms }) =>
      `${product} runs over ${either(terms)} months, one payment a month after the payout; the quote names each date and amount.`,
  },
  loanStatus: {
    none: "You have no application under way and no loan.",
    started: ({ product }) =>
      `Your application for ${product} is at the eligibility check: no result yet, and nothing paid out.`,
    refused: ({ product }) => `${product} was not granted, so nothing was paid out.`,
    approved: ({ product }) =>
      `You are approved for ${product}. No contract is signed yet, so nothing has been paid out.`,
    unsigned: ({ amount }) =>
      `The quote for ${yuan(amount)} is not signed yet, so nothing has been paid out; after the signature it usually arrives at once.`,
    paidOut: ({ number, principal, on }) =>
      `Loan ${number} of ${yuan(principal)} was paid out on ${date(on)}. If you do not see it, look at the receiving account's statement first, then ask a person.`,
  },
  account: ({ lender, card }) =>
    sentences(
      card && `You are using ${card}.`,
      "I cannot change a phone number, bank card or verified name; that is done in WeChat, the card under Me → Services → Wallet → Cards.",
      `Closing the limit or the account is up to the customer service of ${lender}; I can show you what I have stored.`,
    ),
  contract: {
    kept: ({ number }) =>
      `I keep the amount, rate, schedule and every repayment of loan ${number}; see “My loans”.`,
    settled: ({ number }) => `Loan ${number} is repaid in full, and I have that on record.`,
    none: "You have signed no contract here yet; before you sign, all its terms are shown to you.",
    file: ({ lender }) =>
      `The contract as a document, a settlement certificate or a statement I cannot issue: ask the customer service of ${lender} and name the number of your loan, if you have one.`,
  },
};
