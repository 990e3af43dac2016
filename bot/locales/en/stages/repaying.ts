import { yuan } from "../../../views/figures/figures.ts";
import type { Messages } from "../../messages.ts";
import { date } from "../format.ts";
import { words } from "../words.ts";

export const repaying: Messages["repaying"] = {
  chooseLoan: "Which loan would you like to repay?",
  chooseKind: ({ number, outstanding }) =>
    `Loan ${number}, ${yuan(outstanding)} of principal left. How would you like to repay?`,
  dueLine: ({ dueDate, amount, early }) =>
    early
      ? `· This installment: the next one, ${yuan(amount)}, due on ${date(dueDate)}. Paying it early leaves its interest as it is.`
      : `· This installment: what is due by now, ${yuan(amount)} in all.`,
  kindHelp:
    "· Part: first what is due and the interest up to today, the rest goes to principal, so later installments get smaller.\n· All of it: interest runs only to today.",
  askAmount: ({ maximum }) =>
    `How much would you like to repay? From ¥0.01 to ${yuan(maximum)} (what pays it all off today); just type the number.`,
  chooseRail: ({ amount }) => `${yuan(amount)}: how would you like to pay it?`,
  railLine: (rail, fee) =>
    `· ${words.rails[rail.id]}: ${words.arrival(rail)}, ${words.fee(rail)}${Number(fee.maximum) > 0 ? `, here ${yuan(fee.minimum)} to ${yuan(fee.maximum)}` : ""}.`,
  railAboveCap: (rail) =>
    `· ${words.rails[rail.id]}: with its fee the loan would cost more than the cap of 24% a year, so it is not available.`,
  review: ({ amount, rail, kind }) =>
    `Please check: ${words.kinds[kind].toLowerCase()}, ${yuan(amount)} from your ${rail.toLowerCase()}. You are charged only when you press “Repay”.`,
  dueEarly:
    "Paid early, this installment still bears its whole interest; paying a part or all of it takes interest to today only.",
  leavesDue: (rest) =>
    `It leaves ${yuan(rest)} of what is due by now; whatever is not paid today bears the overdue penalty.`,
  reviewFee: ({ minimum, maximum }) =>
    `The card costs a fee on top, ${yuan(minimum)} to ${yuan(maximum)}, as actually charged; you agree to ${yuan(maximum)} at most, and nothing is taken if it is more.`,
  collecting: ({ amount }) => `Collecting ${yuan(amount)}. Please wait a moment; no need to press again.`,
  collectingUnknown: "Collecting the money. Please wait a moment; no need to press again.",
  refused:
    "The payment did not succeed and your loan is unchanged. Pay in another way, or try again a little later.",
  nothing: "You have nothing to repay at the moment.",
  nothingWhileProcessing: "There is nothing more to pay until it arrives.",
  restWhileProcessing: (rest) =>
    `Another payment can be made once this one has arrived. It leaves ${yuan(rest)} of what is due by now, and overdue principal bears the penalty every day: pay the rest as soon as you can.`,
  card: {
    title: "Repayment",
    loan: "Loan",
    kind: "For",
    rail: "Paid from",
    penalty: "Penalty",
    interest: "Interest",
    principal: "Principal",
    fee: "Fee",
    total: "Total",
    atMost: (amount) => `at most ${yuan(amount)}`,
    arrival: "Timing",
    countsFor: "Counts as paid on",
    installment: "No.",
  },
  situation: {
    choosingLoan: "you were choosing which loan to repay",
    choosingKind: "you were choosing how to repay: this installment, part of it, or all of it",
    askingAmount: ({ maximum }) =>
      `you were entering an amount to repay: ¥0.01 to ${yuan(maximum)}, just type the number`,
    choosingRail: "you were choosing how to pay: wallet balance, bank card or credit card",
    reviewing: "you were checking a repayment: you are charged only when you press “Repay”",
    collecting: "your payment is being collected, please wait a moment",
    refused: "the payment did not succeed: you can try again, or pay in another way",
    nothing: "you have nothing to repay at the moment",
    waiting: "a payment of yours is on its way, and we are waiting for it to arrive",
  },
};
