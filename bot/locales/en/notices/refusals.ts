import type { DimensionName } from "../../../../domain/eligibility/assessment.ts";
import { yuan } from "../../../views/figures/figures.ts";
import type { Messages } from "../../messages.ts";
import { date, plural } from "../format.ts";
import { words } from "../words.ts";

const strengthen: Record<DimensionName, string> = {
  social: "Chatting and reading public accounts in WeChat regularly brings that part up over time",
  payments: "Paying and transferring with WeChat Pay in daily life brings that part up fastest",
  credit: "Paying credit cards and other loans on time makes the record better and better",
  assets: "Keeping some money in the money-market fund or in investments brings that part up",
};

export const refusals: Messages["refusals"] = {
  "no-real-name": () => "You are not verified in your real name yet.",
  "no-bank-card": () => "I found no bank card in your own name.",
  "no-credit-authorisation": () => "Without your authorisation for a credit check I cannot assess you.",
  age: ({ minimum, maximum }) =>
    `You must be between ${minimum} and ${maximum} years old; that is a fixed rule.`,
  "not-white-listed": (_, product) =>
    `${product} is open to invited users only (a white list), and you are not on it at present.`,
  "deposit-too-low": ({ minimum }, product) =>
    `${product} asks for deposits of at least ${yuan(minimum)}, and yours are below that.`,
  "no-consumption-scene": (_, product) => `${product} only finances purchases, and I see none under way.`,
  "currently-overdue": () => "A loan in your name is overdue at the moment.",
  "poor-credit-history": ({ overdue }) =>
    `You were overdue ${plural(overdue, "time")} in the last 24 months.`,
  "too-many-lenders": ({ lenders, maximum }) =>
    `You have loans with ${plural(lenders, "lender")}; at most ${maximum} are allowed.`,
  "score-too-low": ({ score, minimum, weakest }) =>
    `Your overall score is ${score} and must reach ${minimum}; ${words.dimensions[weakest]} costs you the most points.`,
  "limit-used-elsewhere": ({ outstanding }) =>
    `All products share one limit, and the ${yuan(outstanding)} you owe elsewhere uses it up.`,
};

export const refusalHelp: Messages["refusalHelp"] = {
  "verify-real-name": () => "Verify your real name in WeChat Pay first.",
  "bind-bank-card": () => "Add a card of your own in WeChat under Me → Services → Wallet → Cards.",
  "authorise-credit-report": () => "You can give it whenever you like.",
  "age-is-fixed": ({ minimum }) =>
    `If you are not ${minimum} yet, come back when you are; if you are past the limit, I am sorry, there is nothing I can do.`,
  "try-other-products": () =>
    "The lender draws up the list and takes no applications; do not believe anyone who sells a place. The products below have other conditions.",
  "raise-deposit": ({ to }) => `With ${yuan(to)} or more on deposit this is met.`,
  "pay-for-a-purchase": () => "Choose what to buy, and come here from the merchant's checkout.",
  "settle-overdue": () => "Pay that first, and wait until the record is updated.",
  "keep-clean-record": ({ months }) =>
    `Pay on time from here on: records older than ${months} months no longer count.`,
  "close-other-loans": ({ count }) =>
    `Closing ${count} of them is enough. Small ones at a high rate are the best to begin with.`,
  "raise-score": ({ dimension, points }) => `${points} points are missing. ${strengthen[dimension]}.`,
  "repay-elsewhere": () => "Paying some of that back frees it again.",
};

export const refusalAdvice: Messages["refusalAdvice"] = {
  onceCardIsBound:
    "Tell me “I've added my card” and we go on at once. No credit check was made, so nothing is on your record.",
  tryAgainFrom: (day) =>
    `It makes sense to be assessed again from ${date(day)}. Each assessment adds an enquiry to your credit record, so it is better not to retry before anything has changed.`,
};

export const unknownRefusal =
  "One of the conditions is not met. Send “human” to ask the lender's customer service why.";
