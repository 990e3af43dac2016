import { asked, percent, yuan } from "../../../views/figures/figures.ts";
import type { Messages } from "../../messages.ts";
import { both, either, plural } from "../format.ts";
import { words } from "../words.ts";

const dropped = { amount: "amount", installments: "term" };

export const products: Messages["products"] = {
  changed: ({ to, lender }) =>
    `It is ${to} (${lender}) from here on, with a limit, a rate and terms of its own.`,
  changedKept: (from) => `Your assessment for ${from} is kept, should you come back to it.`,
  changedQuoteVoided: (from) => `The quote for ${from} no longer counts; nothing was borrowed.`,
  changedDropped: (slots) =>
    `It does not offer the ${both(slots.map((slot) => dropped[slot]))} you asked for, so please choose again.`,
  explained: {
    referral: (name) =>
      `${name} is not lent here: WeChat only hands you over to it. It sets limit, rate and contract itself, and I cannot assess or quote for it. If you go, use its official channels and look for the annual rate, the total to repay and the lender's name; never pay anything before a loan is paid out.`,
    comparison: (name) =>
      `${name} belongs to another platform. I can compare its published figures, but not assess, quote or arrange it.`,
    unstated: (name) =>
      `Lender, limit and rate of ${name} are not published, and I will not make them up. What I can quote is below.`,
  },
  forProduct: ({ product, lender }) => `This assessment is for ${product}, lent by ${lender}.`,
  list: {
    title: "What can be assessed and quoted here",
    product: "Product",
    lender: "Lender",
    maximum: "Up to",
    rate: "Annual rate",
    terms: "Months",
  },
  rules: { "white-list": "by invitation", deposit: "needs a deposit", "consumption-scene": "for purchases" },
  rule: "Condition",
  example: {
    costs: ({ amount, months, own, rate, installment, interest, total }) =>
      `For example: ${yuan(amount)} over ${words.months(months)} in level payments, at ${own ? "your rate of" : "the published"} ${rate} a year, would be about ${installment} a month, ${interest} of interest in all, and ${total} to pay back in total. It is only an example: ${own ? "" : "your own rate is known after the assessment, and "}what counts is the quote.`,
    missing: ({ amount, installments, terms }) => {
      const asked = [
        amount ? "" : "how much you would borrow",
        installments ? "" : `over how many months (${either(terms)})`,
      ];
      return `To work out a total, tell me ${asked.filter(Boolean).join(" and ")}, and I'll give you an example.`;
    },
  },
  compare: {
    text: ({ amount, months }) =>
      `${yuan(amount)} over ${plural(months, "month")}, side by side; all reckoned alike, as level payments over equal months.`,
    offered: (names) =>
      `${both(names)} ${names.length === 1 ? "is" : "are"} at your own rate. The others are published ranges: what you would get, only their assessment can tell.`,
    notOffered: "These are published ranges: what you would get, only an assessment can tell.",
    title: ({ amount, months }) => `${yuan(amount)} over ${plural(months, "month")}`,
    product: "Product",
    installment: "A month",
    cost: "Interest",
    rate: "APR (simple)",
    speed: "Paid out",
    reporting: "Credit record",
    unknown: {
      "not-stated": "not published",
      "above-maximum": "more than it lends",
      "term-not-offered": "not over this term",
    },
    footnote: ({ asOf }) => `Published figures as of ${asOf}; each provider's own page decides.`,
  },
  platforms: {
    text: "These are the published figures of three platforms. Limits and rates are ranges: what counts is not the lowest figure but the one that you are granted.",
    title: "Platforms compared",
    maximum: "Up to",
    rate: "Annual rate",
  },
  speed: (speed) => {
    if (!speed) return "not published";
    return speed.kind === "instant" ? "at once" : `about ${plural(speed.hours, "hour")}`;
  },
  reporting: (reporting) => {
    if (!reporting) return "not published";
    return reporting === "always" ? "reported" : "partly reported";
  },
  range: (low, high) => (low === high ? low : `${low}–${high}`),
  unstated: "not published",
  terms: (terms) => terms.join(", "),
  aboveCap: ({ apr, cap }) =>
    `This would come to an APR of ${percent(apr)}, above the cap of ${percent(cap)}. I will not quote that, and advise against taking it elsewhere. We stop here and nothing was borrowed; have a look at the other products.`,
  purchase: {
    begun: ({ merchant, amount, product }) =>
      `Your cart of ${yuan(amount)} at ${merchant} can be paid with ${product}, in installments. The money goes straight to ${merchant}, not to your bank card.`,
    unknownMerchant:
      "That merchant is not connected yet, so I cannot pay it. Connected ones bring you here from their checkout.",
    badAmount: ({ minimum, maximum }) =>
      `That amount cannot be paid in installments: a cart must be between ${yuan(minimum)} and ${yuan(maximum)}.`,
    downPayment: ({ merchant, amount }) =>
      `You pay the other ${yuan(amount)} yourself at ${merchant}'s checkout.`,
    downPaymentTaken: ({ merchant, amount, financed }) =>
      `You pay ${yuan(amount)} down at ${merchant}'s checkout, and the loan pays the other ${yuan(financed)}.`,
    badDownPayment: ({ given, cart, maximum }) =>
      `The down payment can't be ${asked(given)}: your cart comes to ${yuan(cart)}, so it can be from ¥0 to ${yuan(maximum)}, and the loan pays the rest.`,
    payee: ({ merchant, order }) => `${merchant} (order ${order})`,
  },
};
