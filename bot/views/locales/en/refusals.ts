import type { DimensionName } from "../../../../domain/assessment.ts";
import { yuan } from "../../figures.ts";
import type { Messages } from "../zh-CN/index.ts";
import { plural } from "./format.ts";
import { words } from "./words.ts";

const strengthen: Record<DimensionName, string> = {
  social: "Chatting and reading public accounts in WeChat regularly brings it up over time",
  payments: "Paying and transferring with WeChat Pay in daily life brings it up fastest",
  credit: "Paying credit cards and other loans on time makes the record better and better",
  assets: "Keeping some money in the money-market fund or in investments brings it up",
};

export const refusals: Messages["refusals"] = {
  "no-real-name": () =>
    "You are not verified in your real name yet. Do that in WeChat Pay first, then come back.",
  "no-bank-card": () =>
    "I found no bank card in your own name. Add one in WeChat under Me → Services → Wallet → Cards, then try again.",
  "no-credit-authorisation": () =>
    "Without your authorisation for a credit check I cannot assess you. You can give it whenever you like.",
  age: ({ minimum, maximum }) =>
    `You must be between ${minimum} and ${maximum} years old; that is a fixed rule. If you are not ${minimum} yet, come back when you are.`,
  "not-white-listed": (_, product) =>
    `${product} is open to invited users only (a white list), and you are not on it at present. The lender updates the list and takes no applications for it; using WeChat Pay and repaying on time help, and there are other products to look at.`,
  "deposit-too-low": ({ minimum }, product) =>
    `${product} requires deposits of at least ${yuan(minimum)}. Come back when you have them.`,
  "no-consumption-scene": (_, product) =>
    `${product} only finances purchases, and I see none under way. Choose what to buy and come back at the checkout.`,
  "currently-overdue": () =>
    "A loan in your name is overdue at the moment. Pay that first, then come back when the record is updated.",
  "poor-credit-history": ({ overdue }) =>
    `You were overdue ${plural(overdue, "time")} in the last 24 months. Pay on time from here on; records older than 24 months no longer count.`,
  "too-many-lenders": ({ lenders, maximum }) =>
    `You have loans with ${plural(lenders, "lender")}; at most ${maximum} are allowed. Settle ${lenders - maximum} of them, then come back.`,
  "score-too-low": ({ score, minimum, weakest }) =>
    `Your overall score is ${score} and must reach ${minimum}; the weakest part is ${words.dimensions[weakest]}. ${strengthen[weakest]}.`,
  "limit-used-elsewhere": ({ outstanding }) =>
    `All products share one limit. You still owe ${yuan(outstanding)} elsewhere, which uses it up; paying some of that back frees it again.`,
};

export const unknownRefusal =
  "One of the conditions is not met. Send “human” to ask the lender's customer service why.";
