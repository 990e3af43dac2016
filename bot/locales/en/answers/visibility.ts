import { percent } from "../../../views/figures/figures.ts";
import type { Messages } from "../../messages.ts";

type Visibility = Messages["visibility"];
type Rule = Parameters<Visibility["rule"]>[0];

const rules: Record<Rule, (product: string) => string> = {
  "white-list": (product) =>
    `${product} is open to invited users only, and only an assessment tells whether you are one`,
  deposit: (product) => `${product} asks for a deposit, and only an assessment tells whether yours is enough`,
  "consumption-scene": (product) =>
    `${product} is for purchases, and only an assessment tells whether it fits you`,
};

export const visibility: Visibility = {
  yes: ({ entry, product }) =>
    `“${entry}”: you are approved for ${product}, so you should see it. If not, update WeChat and look again.`,
  no: ({ entry, reasons }) => `“${entry}” is not open to you: ${reasons.join("; ")}.`,
  unknown: ({ entry, reasons }) =>
    reasons.length > 0
      ? `Whether you see “${entry}” is not certain: ${reasons.join("; ")}.`
      : `It is not published who sees “${entry}”; if you don't, it is most likely not open to you yet.`,
  noRealName: "you are not verified in your real name yet",
  noBankCard: "you have no bank card bound",
  refused: (product) => `the assessment for ${product} was not passed (reasons below)`,
  rule: (rule, product) => rules[rule](product),
  some: (share) => `only about ${percent(share)} of users are shown it at present; you did nothing wrong`,
  alternative: ({ entry, product }) => `Another way: “${entry}” leads to ${product}.`,
};
