/** The fields of a product: which must be there, and what each may hold. */

import { dayCounts } from "../calendar/day-count.ts";
import { houseLocales, locales } from "../language/languages.ts";
import { roundings } from "../money/money.ts";
import { productKinds, productRules } from "./catalogue.ts";
import {
  excessRules,
  interestEnds,
  parts,
  penaltyBases,
  penaltyStarts,
  waterfallOrders,
} from "./conventions.ts";
import { countings } from "./interest-rule.ts";

export type ProductFields = Record<string, unknown>;

interface Value {
  /** Always, where the product is to be quoted, or not at all. */
  required: "always" | "offered" | "never";
  is: (value: unknown) => boolean;
  /** What it may hold, in words. */
  zh: string;
  en: string;
  fields?: undefined;
}
interface Group {
  required: Value["required"];
  fields: Record<string, FieldRule>;
}
export type FieldRule = Value | Group;

export const isFields = (value: unknown): value is ProductFields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whoever states one figure of an offer states them all. */
const isOffered = (product: ProductFields): boolean =>
  ["terms", "methods", "dayBasis", "conventions", "minimum"].some((field) => product[field] !== undefined);

/** Within a group every field that is required is so always: the group itself may be left out. */
export function isRequired({ required }: FieldRule, product: ProductFields): boolean {
  return required === "always" || (required === "offered" && isOffered(product));
}

const matches = (pattern: RegExp) => (value: unknown) => typeof value === "string" && pattern.test(value);
const listOf = (is: (value: unknown) => boolean) => (value: unknown) =>
  Array.isArray(value) && value.every(is);
const text = matches(/\S/);

type Kind = Omit<Value, "required">;
const kinds = {
  id: {
    is: matches(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    zh: "小写字母、数字和连字符",
    en: "lower case letters, digits and hyphens",
  },
  text: { is: text, zh: "一段文字", en: "a text" },
  texts: { is: listOf(text), zh: "文字的列表", en: "a list of texts" },
  yuan: {
    is: matches(/^[1-9]\d*\.\d{2}$/),
    zh: "带两位小数的金额",
    en: "an amount in yuan with two decimals",
  },
  fraction: { is: matches(/^0\.\d+$/), zh: "像 0.072 这样的小数", en: "a fraction such as 0.072" },
  share: { is: matches(/^0(\.\d+)?$|^1$/), zh: "0 到 1 之间的小数", en: "a fraction from 0 to 1" },
  unit: { is: matches(/^\d+(\.\d+)?$/), zh: "像 0.01 这样的单位", en: "a unit such as 0.01" },
  asOf: { is: matches(/^\d{4}(-\d{2}){0,2}$/), zh: "年、月或日", en: "a year, month or day" },
  flag: { is: (value) => typeof value === "boolean", zh: "true 或 false", en: "true or false" },
  days: {
    is: (value) => Number.isInteger(value) && Number(value) >= 0,
    zh: "不小于 0 的整数",
    en: "a whole number of zero or more",
  },
  terms: {
    is: (value) =>
      Array.isArray(value) && value.length > 0 && value.every((one) => Number.isInteger(one) && one > 0),
    zh: "期数的列表",
    en: "a list of numbers of installments",
  },
  dayBasis: { is: (value) => value === 360 || value === 365, zh: "360 或 365", en: "360 or 365" },
  payout: {
    is: (value) => isFields(value) && (value["kind"] === "instant" || Number(value["hours"]) > 0),
    zh: "instant，或带小时数的 average",
    en: "instant, or an average with its hours",
  },
} satisfies Record<string, Kind>;

const oneOf = (words: readonly string[]): Kind => ({
  is: (value) => typeof value === "string" && words.includes(value),
  zh: `${words.join("、")}之一`,
  en: `one of ${words.join(", ")}`,
});
const someOf = (words: readonly string[]): Kind => ({
  is: (value) => Array.isArray(value) && value.length > 0 && value.every((one) => words.includes(one)),
  zh: `${words.join("、")}中的若干`,
  en: `some of ${words.join(", ")}`,
});

const must = (kind: Kind): Value => ({ ...kind, required: "always" });
const may = (kind: Kind): Value => ({ ...kind, required: "never" });
const whenOffered = (kind: Kind): Value => ({ ...kind, required: "offered" });
const group = (required: Value["required"], of: Record<string, FieldRule>): Group => ({
  required,
  fields: of,
});

/** In every language of the house, and in others where there is a word for it. */
const inLanguages = (kind: Kind): Record<string, Value> =>
  Object.fromEntries(
    locales.map((locale) => [locale, houseLocales.includes(locale) ? must(kind) : may(kind)]),
  );

const penalty = {
  dailyRate: must(kinds.share),
  base: must(oneOf(penaltyBases)),
  graceDays: must(kinds.days),
  startsFrom: must(oneOf(penaltyStarts)),
  counting: must(oneOf(countings)),
  cap: may(kinds.share),
};

const conventions = {
  dayCount: must(oneOf(dayCounts)),
  counting: must(oneOf(countings)),
  rounding: group("always", { mode: must(oneOf(roundings)), unit: must(kinds.unit) }),
  repayment: group("always", {
    waterfall: group("always", { order: must(someOf(parts)), across: must(oneOf(waterfallOrders)) }),
    excess: must(oneOf(excessRules)),
    interestUntil: must(oneOf(interestEnds)),
    penalty: group("always", penalty),
  }),
  contactDays: group("always", { sms: must(kinds.days), call: must(kinds.days), letter: must(kinds.days) }),
};

export const productFields: Record<string, FieldRule> = {
  id: must(kinds.id),
  name: group("always", inLanguages(kinds.text)),
  kind: must(oneOf(productKinds)),
  aliases: group("always", inLanguages(kinds.texts)),
  lookalikes: may(kinds.texts),
  platform: group("never", inLanguages(kinds.texts)),
  payLater: may(kinds.flag),
  entries: may(kinds.texts),
  lender: group("never", inLanguages(kinds.text)),
  minimum: whenOffered(kinds.yuan),
  maximum: whenOffered(kinds.yuan),
  annualRate: group("offered", { lowest: must(kinds.fraction), highest: must(kinds.fraction) }),
  rule: may(oneOf(productRules)),
  ruleMinimum: may(kinds.yuan),
  payoutSpeed: may(kinds.payout),
  creditReporting: may(oneOf(["always", "selective"])),
  terms: whenOffered(kinds.terms),
  methods: whenOffered(someOf(["equal-principal", "level-payment"])),
  dayBasis: whenOffered(kinds.dayBasis),
  conventions: group("offered", conventions),
  earlyRepaymentFee: whenOffered(kinds.share),
  offerSource: whenOffered(kinds.text),
  conventionsSource: whenOffered(kinds.text),
  note: may(kinds.text),
  asOf: must(kinds.asOf),
  source: must(kinds.text),
};
