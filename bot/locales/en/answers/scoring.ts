import type { FinancialHealth } from "../../../../domain/affordability/financial-health.ts";
import { percent, yuan } from "../../../views/figures/figures.ts";
import type { Messages } from "../../messages.ts";
import { date } from "../format.ts";

type Scoring = Messages["scoring"];
type Tier = Parameters<Scoring["tierEffect"]>[0];
type HealthPart = Parameters<Scoring["health"]["advice"]>[0];

const sources = {
  chats: "chats",
  "public-accounts": "public accounts",
  spending: "spending",
  transfers: "transfers",
  "red-packets": "red packets",
  "credit-bureau": "credit bureau",
  "platform-record": "record with WeChat",
  "money-fund": "money-market fund",
  investments: "investments",
};

const kinds: Record<Tier["name"], string> = {
  "high-activity": "a very active user (five payments a day or more)",
  regular: "a regular user (three payments a month or more)",
  "low-frequency": "an occasional user (five payments a quarter or fewer)",
};

const healthParts: Record<HealthPart, string> = {
  burden: "monthly burden",
  punctuality: "paying on time",
  "limit-use": "use of the limit",
  cushion: "savings to fall back on",
};

const levels: Record<FinancialHealth["level"], string> = {
  good: "which is good",
  fair: "which is fair",
  strained: "which is strained",
};

const advice: Record<HealthPart, string> = {
  burden:
    "Your heaviest month takes a large share of what you have. Better not to borrow more now, or repay some early.",
  punctuality:
    "Some payments were late. Settle what is overdue and pay on time from here: the points come back.",
  "limit-use": "You use much of your limit. Repay some and keep room for emergencies.",
  cushion:
    "Your savings would not carry three months of repayments. Put a little aside before borrowing more.",
};

const held = {
  highest: ", but no more than the product's highest",
  lowest: ", but no less than the product's lowest",
};

const tierEffect: Scoring["tierEffect"] = ({ name, rateFactor, reviewDays, heldAt }) => {
  const change = Number(rateFactor) - 1;
  const effect =
    change === 0
      ? "you pay the base rate"
      : `your rate is ${percent(Math.abs(change).toFixed(4))} ${change < 0 ? "below" : "above"} the base`;
  const limit = change !== 0 && heldAt ? held[heldAt] : "";
  return `You are ${kinds[name]}: ${effect}${limit}, and your limit is reviewed every ${reviewDays} days.`;
};

export const scoring: Scoring = {
  tierEffect,
  notYet:
    "You have not been assessed, so there is no score yet. Press “Borrow” to be assessed; I ask for your authorisation before any credit check.",
  gateClosed: "You did not get as far as a score: one of the first conditions was not met.",
  explained: ({ score, minimum, tier }) =>
    `Your score is ${score} out of 100, and ${minimum} are needed. Four areas are marked; marks times weight is what each adds, and the sum is your score. The table has every part. ${tierEffect(tier)}`,
  card: {
    title: "How you were scored",
    score: "Score",
    item: "Area",
    weight: "Weight",
    points: "Marks",
    contribution: "Adds",
    footnote: "A line with a dot is a part of the area above it; its weight is its share of that area.",
    dimension: {
      social: "Social activity",
      payments: "Payment behaviour",
      credit: "Credit history",
      assets: "Assets",
    },
    part: (source) => `· ${sources[source]}`,
  },
  limit: {
    title: "Your limit, line by line",
    item: "Item",
    amount: "Amount",
    granted: (product) => `${product}: granted`,
    elsewhere: "less: owed to other lenders",
    own: (product) => `${product}: limit`,
    overall: "Overall limit (the highest of them)",
    used: "less: principal owed here",
    available: (product) => `You can still borrow: ${product}`,
    footnote: "All products share the overall limit: what you borrow on one is gone from the others.",
  },
  health: {
    unknown: "Only an assessment shows how heavy your loans are for you. Press “Borrow” to be assessed.",
    explained: ({ score, level }) =>
      `Your financial health is ${score} out of 100, ${levels[level]}. It is for your eyes only and decides neither limit nor rate.`,
    advice: (part) => advice[part],
    title: "Financial health",
    part: (part) => healthParts[part],
    footnote: "No source knows your income: what you spend and transfer in WeChat a month stands in for it.",
  },
  burden: {
    heavy: ({ month, total, share, line, means, tipped }) =>
      `A word of warning: ${tipped ? "with this loan " : ""}${month} takes ${yuan(total)}, ${share} of what passes through your hands in a month (about ${yuan(means)}, from your spending and transfers in WeChat). More than ${line} is too heavy. Borrow less or over a longer term; if you must borrow this much, know what you will pay that month with.`,
    tight: ({ month, total, share }) =>
      `Mind the burden: your heaviest month is ${month} with ${yuan(total)}, about ${share} of what you have in a month.`,
  },
  month: (month) => date(`${month}-01`).slice(2),
};
