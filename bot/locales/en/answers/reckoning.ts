import { dailyPercent, yuan } from "../../../views/figures/figures.ts";
import type { Messages } from "../../messages.ts";
import { date, plural } from "../format.ts";

export const reckoning: Messages["reckoning"] = {
  line: ({ principal, rate, days, amount }) =>
    `${yuan(principal)} × ${plural(days, "day")} × ${dailyPercent(rate)} = ¥${amount}`,
  stretch: ({ from, to }) => `${date(from)} to ${date(to)}`,
  quote: ({ line, interest, principal, payment }) =>
    `Interest counts by the day: principal left × days × daily rate, rounded half up to the cent. Take the first installment: ${line}, so interest is ${yuan(interest)}; with ${yuan(principal)} of principal that makes ${yuan(payment)}.`,
  method: {
    "equal-principal": ({ principal, installments }) =>
      `Equal principal: ${yuan(principal)} in ${installments} equal parts, one with each installment. Cents that do not divide are left to the last one, so it may differ a little.`,
    "level-payment": ({ installments }) =>
      `Level payment: the one amount that, paid ${installments} times, leaves nothing. Each payment covers its interest first, the rest is principal. The last one takes what is left, a matter of cents.`,
  },
  closing:
    "As principal goes down, so does interest; a longer month bears a little more. The table has the reckoning of every installment.",
  repayment: {
    partial: "This is how the repayment adds up, each line by the actual days up to today:",
    due: "This is how the repayment adds up, interest up to the due date and penalty up to today:",
    early:
      "This is how the repayment adds up. Paid early, an installment still bears its interest up to the due date:",
    payoff:
      "Paying it all off today, interest runs only to today and that of later installments falls away. It adds up like this:",
  },
  due: "What is to be paid now adds up like this:",
  upcoming: "The next installment adds up like this:",
  loan: (number) => `Loan ${number}.`,
  nothing:
    "There is no quote and nothing owed at the moment, so no amount to explain. Ask me “why this amount” whenever one is on screen.",
  card: {
    quote: "How each installment comes about",
    repayment: "How this amount comes about",
    number: "No.",
    days: "Days",
    principalLeft: "Principal left",
    exact: "Interest, unrounded",
    interest: "Interest",
    principal: "Principal",
    payment: "Payment",
    item: "Item",
    reckoning: "Reckoning",
    amount: "Amount",
    interestOf: (installment) => `Interest, no. ${installment}`,
    penaltyOf: (installment) => `Penalty, no. ${installment}`,
    principalOf: (installment) => `Principal, no. ${installment}`,
    unpaid: "what is not paid yet",
    paidBefore: "paid before",
    total: "Total",
    rounded: "Stretches are added up, then rounded half up to the cent.",
    dailyRate: "Daily rate",
  },
};
