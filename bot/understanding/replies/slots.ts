/** What a sentence says about the loan wanted: amount, installments, method, purpose. */
import { Decimal } from "decimal.js";
import type { LoanRequest, Purpose } from "../../../machines/request-schema.ts";
import type { Quantity } from "../../reading/quantities/quantity.ts";

export interface Slots {
  request: LoanRequest;
  /** Amounts among which the text does not decide: to be asked back. */
  amountsToAsk: string[];
}

/** What relative amounts refer to: the amount asked for so far, and the most that can be had. */
export interface KnownRequest {
  amount?: string | undefined;
  limit?: string | undefined;
}

/** How a bare figure is to be read, from the stage. */
export type FigureSense = "amount" | "installments" | "days" | "by-size" | "amount-if-large";

const longestTerm = 60;
const smallestAmount = 100;

const purposeWords: readonly (readonly [RegExp, Purpose])[] = [
  [/装修|家装|翻新|renovat|home improvement|redecorat/, "renovation"],
  [/学费|教育|上学|培训|读书|tuition|school fee|education|college/, "education"],
  [/看病|医疗|治病|住院|手术|医药|medical|hospital|surgery/, "medical"],
  [/旅游|旅行|度假|travel|vacation|holiday|a trip/, "travel"],
  [/日常|消费用|购物|生活费|daily|everyday|living (?:costs|expenses)|shopping/, "daily"],
];

/** What people name when asked what the money is for. */
const thingsNamed: typeof purposeWords = [
  [/房(?!租|贷)|家具|墙|地板|厨房|house|home|kitchen|bathroom|roof/, "renovation"],
  [/考|证|课|孩子|小孩|大学|exam|course|kids?|degree/, "education"],
  [/病|药|牙|体检|生孩子|sick|teeth|dent|clinic/, "medical"],
  [/玩|机票|酒店|蜜月|flight|hotel|honeymoon|tour/, "travel"],
  [
    /买|手机|电脑|家电|衣服|车|房租|吃|用|周转|应急|还债|buy|phone|laptop|rent|bills?|clothes|food|car|emergency|cash ?flow/,
    "daily",
  ],
];

const methodWords: readonly (readonly [RegExp, NonNullable<LoanRequest["method"]>])[] = [
  [/等额本金|equal[- ]principal|先多后少/, "equal-principal"],
  [
    /等额本息|level[- ]payment|equal[- ]payment|每(?:个?月|期)(?:都|还|还的)?(?:一样|相同|固定)|same (?:every|each) month/,
    "level-payment",
  ],
];

const negated =
  /(?<![要是])(?:不是|不要|别|而不是|从|由|not|instead of|rather than|from)\s*(?:借|是|要|¥)?\s*$/;
/** What comes in or goes out by the month is no loan. */
const aside =
  /(?:月供|每个?月(?:最多|只能|能|可以)?(?:还|存|交)|工资|月薪|收入|月入|房租|salary(?: is| of)?|income(?: is| of)?|i (?:earn|make)|rent(?: is| of)?)\s*$/;
const correcting =
  /改|换成|不对|错了|应该是|而是|算了|还是|(?:^|[,。 ])不+[,。 ]|actually|make (?:it|that)|change|instead|sorry|i mean|wrong|correction|rather|let's do|no,? /;

export function isCorrection(text: string): boolean {
  return correcting.test(text);
}

type Wanted = Extract<Quantity, { kind: "amount" | "number" | "term" }>;

function isDividedBy(text: string, quantity: Quantity): boolean {
  return /(?:分|分成|分期|期数|over|in|for|term)\s*$/.test(text.slice(0, quantity.start));
}

function figureSense(
  quantity: Extract<Quantity, { kind: "number" }>,
  text: string,
  sense: FigureSense,
): "amount" | "installments" | undefined {
  const value = new Decimal(quantity.value);
  const mayBeTerm = value.isInteger() && value.gt(0) && value.lte(longestTerm);
  if (mayBeTerm && isDividedBy(text, quantity)) return "installments";
  if (sense === "amount") return "amount";
  if (sense === "installments" && value.lt(smallestAmount)) return "installments";
  if (sense === "by-size" && mayBeTerm) return "installments";
  if (sense === "installments" || sense === "by-size") return "amount";
  /** Less than nothing can only be an amount: it is refused as one. */
  const isAmount = value.gte(smallestAmount) || value.isNegative();
  return sense === "amount-if-large" && isAmount ? "amount" : undefined;
}

function senseOf(quantity: Wanted, text: string, sense: FigureSense): "amount" | "installments" | undefined {
  if (quantity.kind === "term") return "installments";
  if (quantity.kind === "amount") return "amount";
  const isAside = quantity.weak && text.length > quantity.end - quantity.start + 4;
  return isAside ? undefined : figureSense(quantity, text, sense);
}

/** 2000 more than the amount asked for, half of it, the most there is; "再借2000" where nothing is asked for is 2000. */
function resolveRelative(quantity: Quantity, { amount, limit }: KnownRequest): string | undefined {
  if (quantity.kind === "maximum") return limit === undefined ? undefined : new Decimal(limit).toFixed();
  if (amount === undefined)
    return quantity.kind === "relative" && quantity.change === "more" ? quantity.value : undefined;
  const current = new Decimal(amount);
  if (quantity.kind === "multiple")
    return current.times(quantity.factor).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed();
  if (quantity.kind !== "relative") return undefined;
  return (
    quantity.change === "more" ? current.plus(quantity.value) : current.minus(quantity.value)
  ).toFixed();
}

interface Mention<T> {
  at: number;
  named: T;
}

/** What of a list is named, without what is turned down; the last one where something is corrected. */
function named<T>(text: string, words: readonly (readonly [RegExp, T])[]): T | undefined {
  const mentions = words.flatMap(([pattern, value]): Mention<T>[] => {
    const at = text.search(pattern);
    return at < 0 || negated.test(text.slice(0, at)) ? [] : [{ at, named: value }];
  });
  if (!correcting.test(text)) return mentions[0]?.named;
  return mentions.sort((a, b) => b.at - a.at)[0]?.named;
}

/** 一个月还多少, "how much a month": by the month, whatever the term. */
function isByTheMonth(quantity: Quantity, text: string): boolean {
  if (quantity.kind !== "term" || quantity.months !== 1) return false;
  return /^(?:大概|差不多|需要|得|要|应该|该)*(?:[还交付]|多少|几[块百千])/.test(text.slice(quantity.end));
}

interface Gathered {
  amounts: string[];
  terms: number[];
  toAsk: string[];
}

function gather(quantity: Quantity, text: string, sense: FigureSense, gathered: Gathered): void {
  const before = text.slice(0, quantity.start);
  if (negated.test(before) || aside.test(before)) return;
  if (quantity.kind === "range") gathered.toAsk.push(quantity.low, quantity.high);
  else if (quantity.kind === "vague" && quantity.around !== undefined) gathered.toAsk.push(quantity.around);
  else if (quantity.kind === "amount" || quantity.kind === "number" || quantity.kind === "term")
    take(quantity, senseOf(quantity, text, sense), text, gathered);
}

function take(
  quantity: Wanted,
  meant: ReturnType<typeof senseOf>,
  text: string,
  { amounts, terms }: Gathered,
): void {
  if (meant === "amount" && quantity.kind !== "term") amounts.push(quantity.value);
  if (meant !== "installments" || (terms.length > 0 && isByTheMonth(quantity, text))) return;
  terms.push(quantity.kind === "term" ? quantity.months : Number(quantity.value));
}

function chosen<T>(values: readonly T[], text: string): T | undefined {
  const different = new Set(values);
  return different.size === 1 || correcting.test(text) ? values.at(-1) : undefined;
}

/** Reads the slots of a text: by all of its figures, or by those that count. */
export function readSlots(options: {
  text: string;
  quantities: readonly Quantity[];
  sense: FigureSense;
  known: KnownRequest;
  /** The purpose is what is asked for: a thing named is one. */
  asksPurpose?: boolean;
}): Slots {
  const { text, quantities, sense, known, asksPurpose = false } = options;
  const gathered: Gathered = { amounts: [], terms: [], toAsk: [] };
  for (const quantity of quantities) {
    gather(quantity, text, sense, gathered);
    const resolved = resolveRelative(quantity, known);
    if (resolved !== undefined) gathered.amounts.push(resolved);
  }
  const amount = chosen(gathered.amounts, text);
  const installments = chosen(gathered.terms, text);
  const method = named(text, methodWords);
  const purpose = named(text, purposeWords) ?? (asksPurpose ? named(text, thingsNamed) : undefined);
  return {
    request: {
      ...(amount !== undefined && { amount }),
      ...(installments !== undefined && { installments }),
      ...(method !== undefined && { method }),
      ...(purpose !== undefined && { purpose }),
    },
    amountsToAsk: amount === undefined ? [...new Set([...gathered.toAsk, ...gathered.amounts])] : [],
  };
}
