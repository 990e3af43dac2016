/** The rules by which figures are read, in order: the first that matches at a place wins. */
import { Decimal } from "decimal.js";
import {
  anyNumeral,
  foreignAfter,
  foreignBefore,
  monthsAfter,
  numeral,
  words,
  yuanAfter,
  yuanBefore,
} from "./patterns.ts";
import type { Quantity } from "./quantity.ts";
import { isBare, plain, readNumeral } from "./read-numeral.ts";

type Found = Quantity extends infer Q ? (Q extends Quantity ? Omit<Q, "start" | "end"> : never) : never;

export interface Rule {
  pattern: RegExp;
  /** What it is; absent when the match turns out to be nothing. */
  read(groups: Record<string, string | undefined>, matched: string): Found | undefined;
}

function rule(source: string, read: Rule["read"]): Rule {
  return { pattern: new RegExp(source, "uy"), read };
}

const identifier = (): Found => ({ kind: "identifier" });
/** Said so that nobody could tell what exactly: asked back. */
const uncertain = (): Found => ({ kind: "vague" });
const date = (): Found => ({ kind: "date" });

function months(value: Decimal | undefined): Found | undefined {
  return value?.isInteger() ? { kind: "term", months: value.toNumber() } : undefined;
}

function amount(text: string | undefined): Found | undefined {
  const value = text === undefined ? undefined : readNumeral(text);
  return value === undefined ? undefined : { kind: "amount", value: plain(value), marked: true };
}

const identifiers: Rule[] = [
  rule("(?:we ?2000|360 ?借条|360(?=的|那个|和|怎)|qq\\d+|h5|4s|p2p|\\d+g网?)(?![\\d.])", identifier),
  rule("(?:ios|android|安卓|鸿蒙|iphone|苹果|华为|小米|v|版本|version) ?\\d+(?:\\.\\d+)*", identifier),
  rule(
    "(?:尾号|卡号|末四位|后四位|手机号?|电话|验证码|校验码|订单号?|单号|编号|合同号|身份证号?|密码|qq号?|微信号|(?<![a-z])(?:ending(?: in| with)?|code|otp|pin|phone|number|order|card no\\.?|id)) ?(?:是|为|：|:|#|is|no\\.?|number)? ?[a-z]{0,3}\\d[\\dx*-]{2,}",
    identifier,
  ),
  rule("(?<!\\d)\\+?(?:86[ -]?)?1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}(?!\\d)", identifier),
  rule("(?<![\\d.])(?:\\d{4}[ -]){3}\\d{1,7}(?!\\d)", identifier),
  rule("(?<![\\d.,])\\d{11,}x?(?![\\d.,])", identifier),
  rule("(?<!\\d)\\d{17}x", identifier),
  rule("(?<![\\d.])\\d{2,4}(?=(?:客服|热线))", identifier),
  // Of a list: "1.看不到入口".
  rule("(?<![\\d.])\\d[.)](?=\\p{Script=Han})", identifier),
  rule("\\*+\\d*|\\d+\\*+\\d*", identifier),
  rule("(?!(?:rmb|cny|usd|hkd|eur|gbp)\\d)[a-z]+\\d{3,}[a-z\\d]*", identifier),
];

const englishMonth =
  "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)?";

const dates: Rule[] = [
  rule("(?:[上这本]|下+)个?月(?:的)?(?:底|末|最后一天|初|中)", date),
  rule(
    "(?<![a-z])(?:(?:on |by )?(?:the )?\\d{1,2}(?:st|nd|rd|th) of|(?:at |by )?(?:the )?(?:end|start|beginning|middle) of) (?:next|this|last) month(?![a-z])",
    date,
  ),
  rule("(?:19|20)\\d{2}[-/.年] ?\\d{1,2}(?:[-/.月] ?\\d{1,2}[日号]?|月)?(?!\\d)", date),
  rule("(?:19|20)\\d{2} ?年", date),
  rule(
    `(?:(?:今|明|去|前|后)年)?(?:(?:上|下|这|本)+个?月|\\d{1,2}月|[一二三四五六七八九十]{1,2}月)(?:份)?(?:的)?(?:\\d{1,2}|[一二三四五六七八九十]{1,3})(?:[日号]|(?![\\d个万千百元块]))`,
    date,
  ),
  rule("(?<![分期个])(?:\\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|底|初|末|中|之前|(?![供付\\d]))", date),
  rule("(?:每个?月)?(?:\\d{1,2}|[一二三四五六七八九十]{1,3}) ?[号日](?!码)", date),
  rule(
    "(?:今天|明天|后天|大后天|昨天|前天|今晚|明早|月底|月初|月中|年底|周末|(?:上|下|这|本)+个?(?:周|星期|礼拜)[一二三四五六日天]?|(?:周|星期|礼拜)[一二三四五六日天])",
    date,
  ),
  rule("\\d{1,2} ?(?:[:：点]|时)\\d{0,2} ?(?:[ap]m|分|半)?(?![\\d.])", date),
  rule("\\d{1,2} ?(?:am|pm)(?![a-z])", date),
  rule(
    `(?:(?:on |by )?(?:the )?\\d{1,2}(?:st|nd|rd|th)(?: of)?(?: (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)?|${englishMonth}\\.? \\d{1,2}(?:st|nd|rd|th)?(?![\\d,]))(?! (?:installment|instalment|payment|one|loan|option))`,
    date,
  ),
  rule(`(?:on |by )?(?<!\\d)\\d{1,2} ${englishMonth}(?![a-z])`, date),
  rule("\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?", date),
  rule(
    "(?<![a-z])(?:today|tomorrow|tonight|yesterday|(?:(?:next|this|last|on) )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:next|this|last) (?:week|month|year)|end of (?:the )?month)(?![a-z])",
    date,
  ),
];

const ordinals: Rule[] = [
  rule(
    `(?:第|前|后|剩下?|还剩|余下|还了|已还|逾期)(?<n>\\d+|[一二两三四五六七八九十]+) ?(?:期|笔|个月?|次|项)`,
    (g) => ({
      kind: "ordinal",
      value: readNumeral(g["n"] ?? "")?.toNumber() ?? 0,
    }),
  ),
  rule("第(?<n>\\d+|[一二三四五六七八九十]+)", (g) => ({
    kind: "ordinal",
    value: readNumeral(g["n"] ?? "")?.toNumber() ?? 0,
  })),
  rule("#(?<n>\\d{1,2})(?!\\d)", (g) => ({ kind: "ordinal", value: Number(g["n"]) })),
  rule(
    "(?<![a-z])(?:the )?(?<n>first|second|third|fourth|fifth|\\d{1,2}(?:st|nd|rd|th))(?: (?:one|option|loan|installment|instalment|payment|button))?(?![a-z])",
    (g) => {
      const place = ["first", "second", "third", "fourth", "fifth"].indexOf(g["n"] ?? "") + 1;
      return { kind: "ordinal", value: place || Number.parseInt(g["n"] ?? "", 10) };
    },
  ),
];

const terms: Rule[] = [
  rule(
    "(?<n>[\\d.零一二两三四五六七八九十百千万]*[百千万wk])(?= ?(?:\\d{1,2}|[一二两三四五六七八九十]{1,3}) ?(?:期|个月|年(?![前后内来多底初])))",
    (g) => amount(g["n"]),
  ),
  rule(`(?<n>${numeral}) ?个(?<u>[亿万千百w])(?!\\d)`, (g) => amount(`${g["n"]}${g["u"]}`)),
  rule("(?<![这近去前今明每另上下大])(?:一|1|两|2|二|三|3|四|4|五|5)?年半(?!载)|半年", (_, text) =>
    months(
      text === "半年"
        ? new Decimal(6)
        : (readNumeral(text.replace("年半", "") || "一") ?? new Decimal(1)).times(12).plus(6),
    ),
  ),
  rule(
    `(?<y>\\d|[一两二三四五]|(?:a|one|two|three)(?= )) ?(?:年|years?,?)(?:零|又|加| and)? ?(?<n>\\d{1,2}|[一二两三四五六七八九十]{1,2}|${words})${monthsAfter}`,
    (g) =>
      months((readNumeral(g["y"] ?? "") ?? new Decimal(1)).times(12).plus(readNumeral(g["n"] ?? "") ?? 0)),
  ),
  rule(`(?<n>${numeral}) ?个季度`, (g) => months(readNumeral(g["n"] ?? "")?.times(3))),
  rule(`(?<n>${numeral}|${words})${monthsAfter}`, (g) => months(readNumeral(g["n"] ?? ""))),
  rule(`(?<=分|分成|期限|借|用|还)(?<n>\\d{1,2}|[一二三四五六七八九十]{1,2})月(?!\\d|底|初|份)`, (g) =>
    months(readNumeral(g["n"] ?? "")),
  ),
  rule(
    `(?<![这近去前今明每另上下第])(?<n>\\d{1,2}|[一二两三四五六七八九十]{1,2}) ?年(?![前后内以度级来多底初])`,
    (g) => months(readNumeral(g["n"] ?? "")?.times(12)),
  ),
  rule(
    "(?<![a-z])(?:(?:a|one|1) year and a half|(?:one|1) and a half years?|1\\.5 years?|18 ?mo)(?![a-z])",
    () => months(new Decimal(18)),
  ),
  rule("(?<![a-z])(?:half a year|half year|half-year)(?![a-z])", () => months(new Decimal(6))),
  rule(`(?<n>${words}|\\d{1,2})[ -]?(?:years?|yrs?)(?: and a half)?(?![a-z])(?! (?:old|ago))`, (g, text) =>
    months(
      readNumeral(g["n"] ?? "")
        ?.times(12)
        .plus(text.endsWith("half") ? 6 : 0),
    ),
  ),
  rule("(?<=(?:over|for|in|within|across) )(?:a|one) year(?![a-z])", () => months(new Decimal(12))),
  rule("(?<=(?:over|for|in|within) )a month(?![a-z])", () => months(new Decimal(1))),
];

const days: Rule[] = [
  rule(
    `(?<n>${numeral}|${words}|(?<![a-z])an?) ?(?:个?(?:星期|礼拜|周)(?![一二三四五六日天末])|weeks?(?![a-z]))`,
    (g) => ({
      kind: "days",
      days: 7 * (readNumeral(g["n"] ?? "")?.toNumber() ?? 1),
    }),
  ),
  rule("(?<![a-z])an? day(?![a-z])", () => ({ kind: "days", days: 1 })),
  rule(
    `(?<n>${numeral}|${words}) ?(?:天|日内|个工作日|工作日|(?:business |working |calendar )?days?(?![a-z]))`,
    (g) => ({
      kind: "days",
      days: readNumeral(g["n"] ?? "")?.toNumber() ?? 0,
    }),
  ),
  rule(
    `(?<n>${numeral}|${words}) ?(?:个?(?:小时|分钟|钟头|秒)|(?:hours?|minutes?|mins?|seconds?)(?![a-z]))`,
    date,
  ),
];

const percents: Rule[] = [
  rule(
    `(?<n>${numeral}) ?(?:%|percent|个点)|百分之(?<m>${numeral})|万分之${numeral}|(?<k>${numeral})(?:厘|分利|折)`,
    (g) => ({
      kind: "percent",
      value: plain(readNumeral(g["n"] ?? g["m"] ?? g["k"] ?? "") ?? new Decimal(0)),
    }),
  ),
];

const counts: Rule[] = [
  rule(
    `(?:${numeral}|${words}) ?(?:次|笔|张|岁|遍|位|家|条|款|种|个人|个号|times?|years? old|cards?|loans|accounts?|people|questions?)(?![a-z])|(?<!\\d)(?:1|one) loan(?![a-z])`,
    identifier,
  ),
];

const foreign: Rule[] = [
  rule(`${foreignBefore}(?<n>${anyNumeral})|(?<m>${anyNumeral})${foreignAfter}`, (g) => ({
    kind: "foreign",
    value: plain(readNumeral(g["n"] ?? g["m"] ?? "") ?? new Decimal(0)),
  })),
];

const sizeWords: Record<string, number> = {
  十: 10,
  百: 100,
  千: 1000,
  万: 10_000,
  亿: 1e8,
  w: 10_000,
  k: 1000,
  hundred: 100,
  thousand: 1000,
  grand: 1000,
  million: 1_000_000,
};

/** "4 to 6 thousand" are thousands both; "四到六百" hundreds. */
function rangeOf(low: string, high: string): Found | undefined {
  const top = readNumeral(high);
  const unit = /(?:[百千万wk]|(?:hundred|thousand|grand|million)s?)$/.exec(high.trim())?.[0];
  const scale = unit !== undefined && isBare(low) ? (sizeWords[unit.replace(/(?<=.)s$/, "")] ?? 1) : 1;
  const bottom = readNumeral(low)?.times(scale);
  if (top === undefined || bottom === undefined || bottom.gte(top)) return undefined;
  return { kind: "range", low: plain(bottom), high: plain(top) };
}

const successive = (low = "", high = ""): boolean =>
  "一二三四五六七八九".includes(`${low.replace("两", "二")}${high}`);

const countedAfter = "(?= ?(?:个?月|期|天|年|周|个星期))";

/** Two figures that follow one another: 十五六万 is 150,000 to 160,000, 十二三期 either number. */
const neighbours: Rule[] = [
  rule(`(?<h>十?)(?<a>[一二两三四五六七八])(?<b>[二三四五六七八九])${countedAfter}`, (g) =>
    successive(g["a"], g["b"]) ? uncertain() : undefined,
  ),
  rule(
    `(?<h>[\\d.零一二两三四五六七八九十百千万wk]*[十百千万wk])(?<a>[一二三四五六七八])(?<b>[二三四五六七八九])(?<u>[十百千万亿]?)(?![零一二两三四五六七八九十百千万亿\\d岁天号日年月期次笔点分])${yuanAfter}?`,
    (g) =>
      successive(g["a"], g["b"])
        ? rangeOf(`${g["h"]}${g["a"]}${g["u"]}`, `${g["h"]}${g["b"]}${g["u"]}`)
        : undefined,
  ),
];

const ranges: Rule[] = [
  ...neighbours,
  rule(
    `(?<a>[一二两三四五六七八九])(?<b>[二两三四五六七八九])(?<u>[十百千]?[万亿]|[十百千])(?![零一二三四五六七八九\\d])${yuanAfter}?`,
    (g) => rangeOf(`${g["a"]}${g["u"]}`, `${g["b"]}${g["u"]}`),
  ),
  rule(
    `(?<a>${anyNumeral})${yuanAfter}? ?(?:到|至|(?<=[\\d零一二两三四五六七八九十百千万wk元块] ?)-|~|或者?|还是|to|or) ?(?<b>${anyNumeral})(?!\\d|\\.\\d)(?! ?(?:个月|期|月|年|months?|天|days?))${yuanAfter}?`,
    (g) => rangeOf(g["a"] ?? "", g["b"] ?? ""),
  ),
  rule(`between (?<a>${anyNumeral}) and (?<b>${anyNumeral})${yuanAfter}?`, (g) =>
    rangeOf(g["a"] ?? "", g["b"] ?? ""),
  ),
];

const around = (text: string | undefined, unit = ""): Found => {
  const value = text === undefined ? undefined : readNumeral(text)?.times(sizeWords[unit] ?? 1);
  return value === undefined ? { kind: "vague" } : { kind: "vague", around: plain(value) };
};

const vague: Rule[] = [
  rule(
    `(?:(?:好|十)?几|若干|数)[十百千万wk](?:块|元|来)?(?:钱)?|十几[块元](?:钱)?|百十来?块(?:钱)?|[百千万]把块?(?:钱)?|上[百千万](?=块|元|$)|百八十块`,
    () => around(undefined),
  ),
  rule("(?<![a-z])(?:a few|several|some|a couple(?: of)?) (?:hundred|thousand|grand|k)s?(?![a-z])", () =>
    around(undefined),
  ),
  rule(
    `(?<n>${numeral})(?:[多余](?![少久长])|来(?=[块元百千万])|几(?=十?[百千万亿块元])十?|出头)(?<u>[百千万亿wk]?)(?:块|元)?(?:钱)?`,
    (g) => around(g["n"], g["u"]),
  ),
  rule("(?<![\\d.])(?<n>\\d+(?:\\.\\d+)?)(?<u>k|w)-?ish(?![a-z])", (g) => around(g["n"], g["u"])),
  rule(`(?<n>${numeral}) ?(?:块|元)钱?出头`, (g) => around(g["n"])),
  rule(
    `(?<n>${words})[ -](?:some(?:thing)?|odd)[ -](?<u>hundred|thousand|grand)s?(?![a-z])${yuanAfter}?`,
    (g) => around(g["n"], g["u"]),
  ),
  rule(
    `(?<n>${anyNumeral})${yuanAfter}? ?(?:左右|上下|以内|以下|以上|不到|-?ish|plus(?! ?\\d)|odd(?![a-z])|something(?![a-z])|or so|or less|or more|or thereabouts|\\+(?!\\d))`,
    (g) => around(g["n"]),
  ),
  rule(
    `(?:不超过|不到|至少|最少|nearly|almost|just (?:over|under)|up to|at least|at most|no more than|less than|more than|under|over|below) (?<n>${anyNumeral})(?!\\d|\\.\\d)(?! ?(?:months?|years?|days?|installments?|个?月|期|年))${yuanAfter}?`,
    (g) => around(g["n"]),
  ),
  rule(`(?:不超过|不到|至少|最少)(?<n>${numeral})${yuanAfter}?`, (g) => around(g["n"])),
];

/** 少借一点 names no figure, 少借一点五万 does. */
const notABit = "(?![一1] ?[点些](?![零一二两三四五六七八九\\d]+[百千万亿wk]))";

/** Nothing of the numeral is left over. */
const whole = "(?![多余几十百千万亿]|来[块元百千万])";

const relatives: Rule[] = [
  rule(`(?:再?多借?|再加|加到?多|增加|追加|再借|加) ?${notABit}(?<n>${numeral})${whole}${yuanAfter}?`, (g) =>
    relative("more", g["n"]),
  ),
  rule(`(?:少借?|减少?|减掉|降低?|去掉)(?: ?了)? ?${notABit}(?<n>${numeral})${whole}${yuanAfter}?`, (g) =>
    relative("less", g["n"]),
  ),
  rule(`(?:add|increase (?:it )?by|plus|another) (?:another )?(?<n>${anyNumeral})${yuanAfter}?`, (g) =>
    relative("more", g["n"]),
  ),
  rule(
    `(?:reduce (?:it )?by|decrease (?:it )?by|lower it by|subtract|take off) (?<n>${anyNumeral})${yuanAfter}?`,
    (g) => relative("less", g["n"]),
  ),
  rule(`(?<n>${anyNumeral})${yuanAfter}? (?<d>more|extra|less|fewer)(?![a-z])(?! than)`, (g) =>
    relative(g["d"] === "more" || g["d"] === "extra" ? "more" : "less", g["n"]),
  ),
  rule("(?:一半|减半|对半|(?<![a-z])half(?! an? |-)(?: of (?:it|that))?(?![a-z]))", () => ({
    kind: "multiple",
    factor: "0.5",
  })),
  rule(
    "(?:翻倍|加倍|两倍|(?<![a-z])(?:double(?: (?:it|that))?|twice(?: (?:as much|that))?)(?![a-z]))",
    () => ({ kind: "multiple", factor: "2" }),
  ),
  rule(
    "(?:全部额度|全额|借满|最高额度|(?:全部?|都)(?:借|取|提|贷)(?:出来|完|了)|有多少借多少|额度全|能借多少借多少|最大额度|顶格|(?<![a-z])(?:the )?(?:max(?:imum)?(?: amount)?|full (?:amount|limit)|as much as (?:i can|possible))(?![a-z]))",
    () => ({ kind: "maximum" }),
  ),
];

function relative(change: "more" | "less", text: string | undefined): Found | undefined {
  const value = text === undefined ? undefined : readNumeral(text);
  return value === undefined ? undefined : { kind: "relative", change, value: plain(value) };
}

/** 1e4 as a calculator writes it; more than any money is no quantity. */
const scientific: Rule[] = [
  // The letter o among noughts, and figures with places behind words: nobody can tell what was meant.
  rule("(?<![a-z\\d])\\d+o[\\do]*(?![a-z\\d])[万千wk]?", uncertain),
  rule(`[一二两三四五六七八九十百千万亿]+\\d+\\.\\d+(?![\\d万千百亿wk])${yuanAfter}?`, uncertain),
  rule(`(?<![a-z\\d.])(?<n>\\d+(?:\\.\\d+)?)e\\+?(?<e>\\d{1,2})(?![a-z\\d])${yuanAfter}?`, (g) => {
    const value = new Decimal(`${g["n"]}e${g["e"]}`);
    return value.lt("1e11") ? { kind: "amount", value: plain(value), marked: true } : identifier();
  }),
];

/** 五块五 and 五块零五毛 are 5.5, 五块零五 and 五块五分 5.05. */
function centsOf({ z, t, j, f, c }: Record<string, string | undefined>): string {
  const tenth = readNumeral(t ?? "")?.toFixed() ?? "";
  const cent = f === undefined ? "" : (readNumeral(f)?.toFixed() ?? "");
  const isCents = j === "" && cent === "" && (z !== "" || c !== "");
  return isCents ? `0${tenth}` : `${tenth}${cent}`;
}

const amounts: Rule[] = [
  // Grouped or pointed in no way that is known: asked, never split.
  rule(`\\d+(?:\\.\\d+){2,}[百千万亿wk]?(?!\\d)${yuanAfter}?`, uncertain),
  rule(`(?<![\\d.,])\\d{1,2}(?:,\\d{1,2}){2,}(?!\\d|,\\d)${yuanAfter}?`, uncertain),
  rule(`${words} ?(?:teen|ty)(?![a-z])`, uncertain),
  rule(
    "(?<![\\d.,])(?<n>\\d+(?:\\.\\d+)?) ?m(?= ?(?:yuan|rmb|cny|kuai)\\b)(?: ?(?:yuan|rmb|cny|kuai))",
    (g) => amount(`${g["n"]} million`),
  ),
  rule("(?<![\\d.,])\\d{1,2}(?![ ,]0000)[ ,]\\d{4}(?![\\d.]|,\\d)(?! ?[年月])", uncertain),
  rule(`${yuanBefore}(?<n>${numeral})${yuanAfter}?`, (g) => amount(g["n"])),
  rule(
    `(?<n>${numeral}) ?(?:块|元)(?<z>零?)(?<t>[一二三四五六七八九\\d])(?<j>[毛角]?)(?<f>\\d|[一二三四五六七八九])?(?<c>分?)(?![\\d个期年天月日周号笔次十百千万%])`,
    (g) => {
      const yuan = readNumeral(g["n"] ?? "");
      // 12.5块5 says its tenths twice: asked, never guessed.
      return yuan?.isInteger() ? amount(`${yuan.toFixed()}.${centsOf(g)}`) : uncertain();
    },
  ),
  rule(`(?<n>${anyNumeral})${yuanAfter}`, (g) => amount(g["n"])),
  rule(`(?<n>${words})`, (g, text) => number(g["n"], text)),
  rule(`(?<n>${numeral})`, (g, text) => number(g["n"], text)),
];

function number(text: string | undefined, matched: string): Found | undefined {
  const value = text === undefined ? undefined : readNumeral(text);
  // Two numerals in one, 一千一千: asked.
  if (value === undefined) return text !== undefined && matched.length > 1 ? uncertain() : undefined;
  if (!isBare(matched)) return { kind: "amount", value: plain(value), marked: true };
  return { kind: "number", value: plain(value), weak: !/\d/.test(matched) && !/十./.test(matched) };
}

/** Identifiers before dates before terms before money: what looks like an amount may be a part of those. */
export const rules: readonly Rule[] = [
  ...scientific,
  ...identifiers,
  ...percents,
  ...dates,
  ...ordinals,
  ...relatives,
  ...ranges,
  ...terms,
  ...days,
  ...foreign,
  ...vague,
  ...counts,
  ...amounts,
];
