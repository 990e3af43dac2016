import { percent, yuan } from "../../../views/figures/figures.ts";
import type { Messages } from "../../messages.ts";
import { date, either, moment, plural } from "../format.ts";
import { words } from "../words.ts";

export const quoting: Messages["quoting"] = {
  askAmount: ({ minimum, maximum }) =>
    `How much would you like to borrow? Anything from ${yuan(minimum)} to ${yuan(maximum)}: press one, or type it.`,
  askAmountAgain: ({ now, minimum, maximum }) =>
    `It is ${yuan(now)} now. What shall it be? Anything from ${yuan(minimum)} to ${yuan(maximum)}.`,
  askTerm: ({ amount, terms }) =>
    `${amount ? `${yuan(amount)}, over` : "Over"} how many months? One installment a month: ${either(terms)}.`,
  askMethod: [
    "How would you like to repay?",
    "· Equal principal: the same principal every month and less interest each time. Costs less in all, but the first months are heavier.\n· Level payment: about the same amount every month, easy to plan. Costs a little more in all.",
  ].join("\n\n"),
  askPurpose: "What is the money for? It may not be used for investments, shares or property.",
  review: (quote, product) => {
    const first = quote.schedule[0];
    return [
      `Here is your quote: ${product}, ${yuan(quote.principal)} over ${words.months(quote.installments)}, ${words.methods[quote.method].toLowerCase()}.`,
      `Interest is ${yuan(quote.totalInterest)} in all, so you repay ${yuan(quote.totalPayable)}. ${first ? `The first payment is ${yuan(first.payment)} on ${date(first.dueDate)}.` : ""}`.trim(),
      `The rate is ${words.dailyRate(quote.dailyRate)}: an APR of ${percent(quote.apr.simple)} (simple) or ${percent(quote.apr.compounded)} (compounded). If you pay on time, there are no charges besides interest.`,
      `The quote is good until ${moment(quote.expiresAt)}. The table lists every installment.`,
    ].join("\n");
  },
  expired:
    "The quote has expired and nothing was borrowed. I can quote the same terms again; the new figures and dates will be the ones that count.",
  card: {
    title: "Repayment schedule",
    principal: "Amount",
    term: "Term",
    method: "Method",
    dailyRate: "Daily rate",
    aprSimple: "APR (simple)",
    aprCompounded: "APR (compounded)",
    totalInterest: "Total interest",
    totalPayable: "Total to repay",
    disbursedOn: "Interest from",
    columns: {
      number: "No.",
      dueDate: "Due",
      principalPart: "Principal",
      interest: "Interest",
      payment: "Payment",
      balance: "Balance",
    },
    inBrief: ({ installments, totalPayable, first }) =>
      `${plural(installments, "installment")}, ${yuan(totalPayable)} in all${first ? `, first ${yuan(first.payment)}` : ""}`,
    footnote: "APR is the internal rate of return of the actual cash flows.",
  },
  situation: {
    askingAmount: ({ minimum, maximum }) =>
      `you were choosing an amount: ${yuan(minimum)} to ${yuan(maximum)}, just type the number`,
    askingTerm: ({ terms }) => `you were choosing a term: ${either(terms)} months`,
    askingMethod: "you were choosing how to repay: equal principal or level payment",
    askingPurpose: "you were choosing a purpose: everyday spending, renovation, education, medical or travel",
    reviewing: "you were looking at your quote: you can accept it, or change the amount or the term",
    expired: "your quote has expired: you can have it made again, or cancel",
  },
};
