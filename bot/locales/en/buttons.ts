import { yuan } from "../../views/figures/figures.ts";
import type { Messages } from "../messages.ts";

const short = (amount: string): string => yuan(amount).replace(/\.00$/, "");

export const buttons: Messages["buttons"] = {
  borrow: "Borrow",
  locate: "Where is the entry?",
  loans: "My loans",
  repay: "Repay",
  questions: "Questions",
  language: "Language",
  persona: "Switch persona",
  home: "Home",
  back: "Back",
  cancel: "Cancel",
  retry: "Try again",
  acceptPrivacy: "Agree and go on",
  declinePrivacy: "I don't agree",
  borrowProduct: (product) => `Borrow with ${product}`,
  otherProducts: "Other products",
  otherEntries: "Other entries",
  startIdentity: "Verify my identity",
  authoriseCredit: "Authorise the credit check",
  declineCredit: "Not now",
  amount: short,
  wholeLimit: (amount) => `The most: ${short(amount)}`,
  term: (months) => `${months} months`,
  acceptQuote: "Accept the quote",
  renewQuote: "Quote again",
  changeAmount: "Change amount",
  changeTerm: "Change term",
  acceptContract: "Agree, go to face check",
  sign: (amount, months) => `Borrow ${yuan(amount)} over ${months} months`,
  reminderSettings: "Reminder settings",
  reminderDays: (days) => {
    if (days === 0) return "On the day only";
    return days === 1 ? "1 day before" : `${days} days before`;
  },
  calendarPicture: "Calendar picture",
  calendarFile: "Add to phone calendar",
  nextDay: "Skip a day",
  nextDue: "Skip to the next due date",
  overdue: "Skip to overdue",
  repayLoan: (number, outstanding) => `${number}: ${yuan(outstanding)} principal left`,
  kindWithAmount: (kind, amount) => `${kind}: ${yuan(amount)}`,
  confirmRepayment: (amount, maximumFee = "0.00") =>
    `Repay ${yuan(amount)} now${Number(maximumFee) > 0 ? `, fee at most ${yuan(maximumFee)}` : ""}`,
};
