import type {
  AnswerFigures,
  LateRecord,
  ProductFigures,
  TierRule,
} from "../../../views/figures/answer-figures.ts";
import { percent, yuan } from "../../../views/figures/figures.ts";
import type { Messages } from "../../messages.ts";
import { both, capitalised, date } from "../format.ts";
import { penaltyWords } from "../penalty.ts";
import { words } from "../words.ts";

const range = ({ lowest, highest }: ProductFigures): string => `${percent(lowest)} to ${percent(highest)}`;

const rateMove = ({ name, rateFactor }: TierRule): string => {
  const change = Number(rateFactor) - 1;
  if (change === 0) return `${words.tiers[name]} pay the base rate`;
  return `${words.tiers[name]} pay ${percent(Math.abs(change).toFixed(4))} ${change < 0 ? "less" : "more"}`;
};

const productLine = (product: ProductFigures): string =>
  `${product.name} (${product.lender}), up to ${yuan(product.maximum)} at ${range(product)} a year`;

const sentences = (parts: string[]): string => parts.filter(Boolean).join(" ");

const owedNext = ({ next, dueNow }: Pick<AnswerFigures, "next" | "dueNow">): string => {
  if (dueNow) return `${yuan(dueNow)} is due from you today.`;
  return next ? `Your next payment is ${yuan(next.amount)} on ${date(next.dueDate)}.` : "";
};

const onRecord = ({ loan, installment, dueDate, daysPastDue, keptUntil }: LateRecord): string => {
  const days = `${daysPastDue} ${daysPastDue === 1 ? "day" : "days"}`;
  const fate = keptUntil
    ? `was paid ${days} late; the record is kept until ${date(keptUntil)}`
    : `is ${days} overdue and shows on your record; the sooner it is paid, the less it weighs`;
  return `Installment ${installment} of your loan ${loan}, due on ${date(dueDate)}, ${fate}.`;
};

export const answers: Messages["answers"] = {
  "credit-report": ({ late }) =>
    sentences([
      ...late().map(onRecord),
      "Yes. Loans and repayments are reported to the central bank's credit bureau: paying on time builds a good record; what is late shows from the day after its due date, and for five years after it is paid.",
      "Authorising the assessment leaves one “loan approval” enquiry; merely asking me or looking at the entries leaves nothing.",
    ]),
  rate: ({ own, product, tiers }) =>
    sentences([
      own
        ? `Yours is ${words.dailyRate(own.dailyRate)}, ${words.annualRate(own.annualRate)} (simple), counted by the day.`
        : "",
      `${product.name} costs ${range(product)} a year; ${both(tiers.map(rateMove))}.`,
      own
        ? ""
        : "Your own rate is known after the assessment; the quote shows every installment and the total cost before you decide.",
      "You receive the full amount, with no interest taken in advance; if you pay on time, there are no charges besides interest.",
    ]),
  limit: ({ own, product, tiers }) =>
    sentences([
      own
        ? `Your limit is ${yuan(own.limit)}${own.free ? `, of which you can still borrow ${yuan(own.free)}` : ""}.`
        : `${product.name} lends up to ${yuan(product.maximum)}; your own limit is known after the assessment.`,
      "All products share one limit, and what you borrow elsewhere uses it too; principal that you repay can be borrowed again.",
      `It is reviewed regularly (${both(tiers.map(({ name, reviewDays }) => `${words.tiers[name]} every ${reviewDays} days`))}); spending growth, timely repayment and savings help.`,
    ]),
  "due-date": ({ owes }) =>
    `${owes ? "" : "You have nothing to repay now, so there is nothing to put off. "}The due dates follow from the day of the payout and cannot be moved; paying earlier is always possible. Should you be unable to pay a loan on its day, send “I cannot pay”: you can promise a day, or ask for more time, on which the lender's staff decide. The penalty runs on.`,
  purpose: () =>
    "For everyday spending, home renovation, education, medical costs and travel; not for investments, shares or property. The purpose goes into the contract, so please choose the true one.",
  payout: ({ card }) =>
    `At once after your last confirmation, in full, to the bank card in your name${card ? `, ${card}` : ""}; not to a wallet, Alipay or somebody else's card. Before that come the eligibility check and the quote, usually a matter of minutes.`,
  "early-payoff": ({ payoff }) =>
    sentences([
      "Yes, at any time, and without a fee for it. Pay a part or all of it, and interest runs only to that day; paid off in full, that of later installments falls away. Paying just the next installment early leaves its interest as it is.",
      payoff ? `Paying off loan ${payoff.number} today takes ${yuan(payoff.amount)}.` : "",
    ]),
  overdue: ({ penalty, overdue }) =>
    sentences([
      overdue ? `You are overdue now: ${yuan(overdue)} brings it up to date today.` : "",
      penaltyWords.inAnswer(penalty),
      "You get a text message first, then a call, and at last a legal letter. If you cannot pay, send “human” early; waiting makes it harder.",
    ]),
  "how-to-repay": ({ rails, repaymentPage, next, dueNow }) =>
    sentences([
      owedNext({ next, dueNow }),
      `${capitalised(rails.map((rail) => `${words.rails[rail.id].toLowerCase()} (${words.arrival(rail)}, ${words.fee(rail)})`).join("; "))}.`,
      "Press “Repay” and choose; a credit card costs extra, and you see the most it can cost before you choose.",
      `In WeChat itself the way is ${repaymentPage.join(" → ")}.`,
    ]),
  safety: ({ sandbox }) =>
    sentences([
      "WeChat states that it encrypts what lending sends with SSL.",
      "Here the ID, card and phone numbers, codes and passwords that I recognise in the chat are masked before anything is kept.",
      `Nothing is signed without a face check and your own last confirmation${sandbox ? " (in this demonstration the face check is pretended, and passes by itself)" : ""}.`,
      "Your data serve assessing and handling loans only. I never ask for passwords or codes; give them to nobody. If your phone is lost, report it, change your passwords and have the bank freeze your card.",
    ]),
  products: ({ products, overdue }) =>
    sentences([
      `WeChat has these loans: ${products.lending.map(productLine).join("; ")}.`,
      products.unstated.length > 0
        ? `${both(products.unstated)}: also in WeChat, but with no published limit or rate, so there is nothing I could quote.`
        : "",
      `${both(products.referral)} are other platforms' services; you are handed over to them.`,
      overdue
        ? ""
        : `I can assess and quote ${both(products.lending.map(({ name }) => name))} here: press one to begin.`,
    ]),
};
