import { yuan } from "../../../views/figures/figures.ts";
import type { Messages } from "../../messages.ts";
import { date, plural } from "../format.ts";

export const reminderMessages: Messages["reminderMessages"] = {
  chat: ({ notice, loanNumber }) =>
    `${notice}\n\nLoan ${loanNumber}. To repay, answer "repay"; if you cannot, answer "cannot pay"; if you have, answer "paid already".`,
  sms: {
    before: ({ loanNumber, installment, of, dueDate, amount, days }) =>
      `[Jiedao] Loan ${loanNumber}, installment ${installment}/${of}: ${yuan(amount)} is due on ${date(dueDate)}, in ${plural(days, "day")}.`,
    due: ({ loanNumber, installment, of, amount }) =>
      `[Jiedao] Loan ${loanNumber}, installment ${installment}/${of}: ${yuan(amount)} is due today.`,
    "overdue-1": ({ loanNumber, installment, of, amount, days }) =>
      `[Jiedao] Loan ${loanNumber}, installment ${installment}/${of} is ${plural(days, "day")} overdue: ${yuan(amount)} to pay today. Paying stops the penalty.`,
    "overdue-2": ({ loanNumber, installment, of, amount, days }) =>
      `[Jiedao] Loan ${loanNumber}, installment ${installment}/${of} is ${plural(days, "day")} overdue: ${yuan(amount)} to pay today. If you cannot pay, talk to the lender.`,
    "overdue-3": ({ loanNumber, installment, of, amount, days }) =>
      `[Jiedao] Loan ${loanNumber}, installment ${installment}/${of} is ${plural(days, "day")} overdue: ${yuan(amount)} to pay today. Otherwise a legal letter follows.`,
  },
};
