/** What no single field shows: fields of a product, or products of a file, that contradict one another. */
import { ALL_IN_CAP } from "../disclosure/legal-cap.ts";
import { exact } from "../money/money.ts";
import { isQuotable, type Product, type QuotableProduct } from "./catalogue.ts";

export interface Contradiction {
  product: string;
  field: string;
  zh: string;
  en: string;
}
type Wrong = Omit<Contradiction, "product">;

interface Rule<P> {
  field: string;
  zh: string;
  en: string;
  holds: (product: P) => boolean;
}

const isOurs = ({ kind }: Product): boolean => kind === "own" || kind === "partner";
const isOver = (one: string, other: string): boolean => exact(one).gt(other);
const areDistinct = (list: readonly unknown[]): boolean => new Set(list).size === list.length;

const ofAny: Rule<Product>[] = [
  {
    field: "terms",
    zh: "只有 own 和 partner 才能报价",
    en: "only an own or partner product is Jiedao's to quote",
    holds: (product) => isOurs(product) || product.terms === undefined,
  },
  {
    field: "annualRate.lowest",
    zh: "最低利率高于最高利率",
    en: "the lowest rate is above the highest",
    holds: ({ annualRate }) => !annualRate || !isOver(annualRate.lowest, annualRate.highest),
  },
  {
    field: "annualRate.highest",
    zh: "高于年化24%",
    en: "above 24 % a year",
    holds: ({ annualRate }) => !annualRate || !isOver(annualRate.highest, ALL_IN_CAP),
  },
  {
    field: "ruleMinimum",
    zh: "deposit 和 consumption-scene 要写门槛，其他规则不能写",
    en: "a deposit or consumption-scene rule states its minimum, and no other rule does",
    holds: ({ rule, ruleMinimum }) =>
      (rule === "deposit" || rule === "consumption-scene") === (ruleMinimum !== undefined),
  },
  {
    field: "payLater",
    zh: "只有别家的产品才能是先买后付",
    en: "only another company's product pays for purchases",
    holds: (product) => !(product.payLater && isOurs(product)),
  },
];

/** Days of a year in which a way of counting days states an annual rate. */
const basisOf = { "actual/365": 365, "actual/360": 360, "actual/actual": 365, "30/360": 360, "30E/360": 360 };

const ofOffers: Rule<QuotableProduct>[] = [
  {
    field: "minimum",
    zh: "最少能借的高于最多能借的",
    en: "the smallest loan is above the largest",
    holds: ({ minimum, maximum }) => !isOver(minimum, maximum),
  },
  {
    field: "terms",
    zh: "有重复的期数",
    en: "a number is there twice",
    holds: ({ terms }) => areDistinct(terms),
  },
  {
    field: "methods",
    zh: "有重复的还款方式",
    en: "a method is there twice",
    holds: ({ methods }) => areDistinct(methods),
  },
  {
    field: "dayBasis",
    zh: "和 conventions.dayCount 的一年天数不同",
    en: "another year than that of conventions.dayCount",
    holds: ({ dayBasis, conventions }) => basisOf[conventions.dayCount] === dayBasis,
  },
  {
    field: "conventions.rounding.unit",
    zh: "要是一分的整倍数",
    en: "is no multiple of a fen",
    holds: ({ conventions: { rounding } }) =>
      exact(rounding.unit).gt(0) && exact(rounding.unit).mod("0.01").isZero(),
  },
  {
    field: "conventions.repayment.waterfall.order",
    zh: "罚息、利息、本金各要出现一次",
    en: "must name penalty, interest and principal once each",
    holds: ({ conventions }) => {
      const { order } = conventions.repayment.waterfall;
      return order.length === 3 && areDistinct(order);
    },
  },
  {
    field: "conventions.repayment.excess",
    zh: "等额本息不能用 fewer：日结不会重排各期",
    en: "fewer goes with equal principal only: the daily close replans no installments",
    holds: ({ methods, conventions }) =>
      conventions.repayment.excess !== "fewer" || !methods.includes("level-payment"),
  },
  {
    field: "conventions.repayment.penalty.startsFrom",
    zh: "没有宽限期，就不能从宽限期满算起",
    en: "there is no grace for a penalty to start at the end of",
    holds: ({ conventions: { repayment } }) =>
      repayment.penalty.startsFrom !== "grace-end" || repayment.penalty.graceDays > 0,
  },
  {
    field: "conventions.repayment.penalty.cap",
    zh: "封顶要大于零，而且有罚息才有封顶",
    en: "a cap is more than zero, and of a penalty",
    holds: ({ conventions: { repayment } }) => {
      const { cap, dailyRate } = repayment.penalty;
      return cap === undefined || (Number(cap) > 0 && Number(dailyRate) > 0);
    },
  },
  {
    field: "conventions.repayment.penalty.dailyRate",
    zh: "按年算高于24%",
    en: "above 24 % a year",
    holds: ({ conventions, dayBasis }) =>
      !isOver(exact(conventions.repayment.penalty.dailyRate).times(dayBasis).toFixed(), ALL_IN_CAP),
  },
  {
    field: "conventions.contactDays",
    zh: "短信、电话、函告要一个比一个晚，最早在逾期第1天",
    en: "the text message, the call and the letter come one after the other, from day 1 on",
    holds: ({ conventions: { contactDays } }) =>
      contactDays !== undefined &&
      contactDays.sms >= 1 &&
      contactDays.sms < contactDays.call &&
      contactDays.call < contactDays.letter,
  },
  {
    field: "earlyRepaymentFee",
    zh: "现在只能是 0：提前还款还收不了手续费",
    en: "can only be 0 yet: no repayment books such a fee",
    holds: ({ earlyRepaymentFee }) => Number(earlyRepaymentFee) === 0,
  },
];

const broken = <P>(rules: readonly Rule<P>[], product: P): Wrong[] =>
  rules.filter(({ holds }) => !holds(product));

/** Names under which two products would be found. */
const namesOf = ({ name, aliases }: Product): string[] =>
  [...new Set([...Object.values(name), ...Object.values(aliases).flat()])].map((one) =>
    one.toLowerCase().replace(/[ ']/g, ""),
  );

function sharedBy(products: readonly Product[], index: number): Wrong[] {
  const product = products[index];
  if (!product) return [];
  const before = products.slice(0, index);
  if (before.some(({ id }) => id === product.id))
    return [{ field: "id", zh: "两个产品用了同一个编号", en: "two products share an id" }];
  const taken = new Map(before.flatMap((other) => namesOf(other).map((name) => [name, other.id] as const)));
  const name = namesOf(product).find((one) => taken.has(one));
  if (name === undefined) return [];
  const other = taken.get(name);
  return [
    { field: "aliases", zh: `“${name}”也是 ${other} 的叫法`, en: `“${name}” is a name of ${other} too` },
  ];
}

function entriesOf({ entries = [] }: Product, known: readonly string[]): Wrong[] {
  const unknown = entries.find((id) => !known.includes(id));
  if (unknown === undefined) return [];
  return [{ field: "entries", zh: `没有入口 ${unknown}`, en: `there is no entry ${unknown}` }];
}

/** In the order of the file. */
export function contradictions(products: readonly Product[], entryIds: readonly string[]): Contradiction[] {
  return products.flatMap((product, index) =>
    [
      ...broken(ofAny, product),
      ...(isQuotable(product) ? broken(ofOffers, product) : []),
      ...sharedBy(products, index),
      ...entriesOf(product, entryIds),
    ].map(({ field, zh, en }) => ({ product: product.id, field, zh, en })),
  );
}
