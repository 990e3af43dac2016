import { yuan } from "../../../views/figures/figures.ts";
import type { Messages } from "../../messages.ts";
import { date } from "../format.ts";
import { penaltyWords } from "../penalty.ts";
import { words } from "../words.ts";

export const confirming: Messages["confirming"] = {
  contract: ({ quote, product, lender, purpose, penalty, payee, downPayment }) =>
    [
      "Please read the main points of the contract:",
      [
        `· Lender: ${lender}. Product: ${product}.`,
        `· Loan: ${yuan(quote.principal)}, paid out to ${payee}. Purpose: ${purpose.toLowerCase()}.${downPayment ? ` ${downPayment}` : ""}`,
        `· ${quote.installments} monthly installments, ${words.methods[quote.method].toLowerCase()}, ${words.dailyRate(quote.dailyRate)}, counted by the day from ${date(quote.disbursedOn)}.`,
        `· Interest ${yuan(quote.totalInterest)} in all; ${yuan(quote.totalPayable)} to repay.`,
        "· You may repay early: pay a part or all of it, and interest runs only to that day.",
        `· ${penaltyWords.inContract(penalty)}`,
      ].join("\n"),
      "If you agree, a face check follows, and then you confirm once more. Until then nothing is borrowed.",
    ].join("\n\n"),
  boundCard: ({ bank, tail }) => `${bank} (ending in ${tail})`,
  unknownCard: "your bank card",
  unknownPurpose: "not given",
  verifyingFace: "Checking your face. One moment, please.",
  faceRefused:
    "The face check did not succeed. The contract is not in force and nothing was borrowed. Find better light, show your whole face and try again.",
  signing: ({ quote }) =>
    `The last step. Pressing the button below means borrowing ${yuan(quote.principal)} over ${words.months(quote.installments)} and repaying ${yuan(quote.totalPayable)} in all. The money goes out at once and this cannot be undone.`,
  payingOut: ({ amount }) => `Signed. ${yuan(amount)} is on its way and usually arrives at once.`,
  payingOutUnknown: "The money is on its way and usually arrives at once.",
  payoutFailed:
    "The money did not go out, so there is no loan: no interest, nothing to repay. You can have a new quote and try again.",
  situation: {
    reviewingContract: "you were reading the contract: agree and go to the face check, or go back or cancel",
    verifyingFace: "your face is being checked, please wait a moment",
    faceRefused: "the face check did not succeed: you can try again, or cancel",
    signing: "only the last step is left: you borrow by pressing the “Borrow” button, or you can cancel",
    payingOut: "the money is being paid out, please wait a moment",
    payoutFailed: "the payout did not succeed: you can try again, or go home",
  },
};
