import type { Quantity } from "./quantity.ts";
import { readDate } from "./read-date.ts";
import { type Rule, rules } from "./rules.ts";

const maybeQuantity =
  /[\d零一二两三四五六七八九十百千万半几数全减对翻加少多借最顶满周月末明今后昨年天日号]|[a-z]{3}/;

function matchAt(text: string, at: number, rule: Rule): Quantity | undefined {
  rule.pattern.lastIndex = at;
  const match = rule.pattern.exec(text);
  if (match === null || match[0].length === 0) return undefined;
  const found = rule.read(match.groups ?? {}, match[0]);
  if (found === undefined) return undefined;
  return { ...(isBeyondAll(found) ? beyond : found), start: at, end: at + match[0].length } as Quantity;
}

/** More than any money, term or span there is: such a figure is no quantity, and no calendar or number holds it. */
const mostOfAnything = 1e15;
const beyond = { kind: "identifier" } as const;
const isBeyondAll = (found: object): boolean =>
  Object.values(found).some((figure) => Math.abs(Number(figure)) >= mostOfAnything);

/** Idioms that merely look like figures: 万一, 十分, 一下. */
const idiom =
  /万一|千万别|十分(?!之)|一点(?![零一二三四五六七八九\d]+[百千万亿wk])|一小?部分|一[下些直般样起定旦共律概并次会再切旁贯向样]|百度|三方|二维码|五一|双十一|十一(?=放假|假期|长假)|统一|唯一|单一|不一|四川|八折|九宫格|一个(?![月亿万千百w星礼小周季])|两个(?![月亿万千百w星礼小周季])|哪个/y;

function skipIdiom(text: string, at: number): number {
  idiom.lastIndex = at;
  return idiom.exec(text)?.[0].length ?? 0;
}

/**
 * The quantities of a normalised text in reading order: amounts, terms, dates, and figures that are none of
 * those; with `today` ("YYYY-MM-DD") dates are worked out. "5000块 分6个月" gives an amount of 5000 yuan and a term of 6 months.
 */
export function findQuantities(text: string, today?: string): Quantity[] {
  const found: Quantity[] = [];
  if (!maybeQuantity.test(text)) return found;
  let at = 0;
  while (at < text.length) {
    const idiomLength = skipIdiom(text, at);
    const quantity = idiomLength > 0 ? undefined : readAt(text, at);
    if (quantity !== undefined) found.push(dated(quantity, text, today));
    at = quantity?.end ?? at + Math.max(idiomLength, 1);
  }
  return found;
}

function dated(quantity: Quantity, text: string, today: string | undefined): Quantity {
  if (quantity.kind !== "date" || today === undefined) return quantity;
  const on = readDate(text.slice(quantity.start, quantity.end), today);
  return on === undefined ? quantity : { ...quantity, on };
}

function readAt(text: string, at: number): Quantity | undefined {
  for (const rule of rules) {
    const quantity = matchAt(text, at, rule);
    if (quantity !== undefined) return quantity;
  }
  return undefined;
}
