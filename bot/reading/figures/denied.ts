/** "Not X but Y": what is denied is left out, and Y alone is read, so that it corrects and cancels nothing. */
import { lentHere, namesOf } from "../product-names.ts";
import type { Quantity } from "../quantities/quantity.ts";
import type { TextWithFigures } from "./text-with-figures.ts";

type Sort =
  | "sum"
  | "term"
  | "day"
  | "days"
  | "clock"
  | "number"
  | "rail"
  | "method"
  | "purpose"
  | "product"
  | "action";

interface Mention {
  sort: Sort;
  start: number;
  end: number;
}

const named: readonly (readonly [RegExp, Sort])[] = [
  [/零钱|余额|银行卡|储蓄卡|信用卡|\b(?:balance|wallet|(?:bank|credit|debit) card)\b/g, "rail"],
  [/等额本金|等额本息|\b(?:equal[- ]principal|level[- ]payments?|equal payments?)\b/g, "method"],
  [
    /装修|教育|学费|上学|培训|医疗|看病|旅游|旅行|日常(?:消费)?|购物|\b(?:renovation|education|tuition|medical|travel|daily spending|shopping)\b/g,
    "purpose",
  ],
  [new RegExp(namesOf(lentHere, "aliases"), "g"), "product"],
  [
    /[那这]么[多长久]|全部|全款|结清|还清|本期|这期|当期|\b(?:(?:that|so|this) (?:much|many|long)|everything|all of it|all|in full|the whole (?:thing|loan|amount))\b/g,
    "sum",
  ],
  [
    /取消|借钱|借款|还款(?!日)|还钱|改金额|改期数|\b(?:cancel|borrow(?= ?(?:$|[,.]|money|anything|more\b))|repay(?= ?(?:$|[,.]))|change the (?:amount|term))\b/g,
    "action",
  ],
];

const sortOf: Partial<Record<Quantity["kind"], Sort>> = {
  amount: "sum",
  relative: "sum",
  range: "sum",
  vague: "sum",
  number: "number",
  term: "term",
  days: "days",
  ordinal: "day",
};

function quantityMention(quantity: Quantity, text: string): Mention[] {
  const { kind, start, end } = quantity;
  const isClock = /[点时:：]|[ap]m/.test(text.slice(start, end));
  const sort = kind === "date" ? (isClock ? "clock" : "day") : sortOf[kind];
  return sort === undefined ? [] : [{ sort, start, end }];
}

function mentionsOf({ text, quantities }: TextWithFigures): Mention[] {
  const words = named.flatMap(([pattern, sort]) =>
    [...text.matchAll(pattern)].map(
      ({ index, 0: word }): Mention => ({ sort, start: index, end: index + word.length }),
    ),
  );
  const figures = quantities.flatMap((quantity) => quantityMention(quantity, text));
  return [...words, ...figures].sort((a, b) => a.start - b.start);
}

/** Right before what is denied. */
const deniesBefore = new RegExp(
  "(?:我|可|真的?|其实|这次|并|而|说的|先)*(?<![要是想用需借还能])(?:不(?:是|想要?|要|需要|用|打算|再)?|别|没(?:有)?说)" +
    "(?:再|给我|帮我|说|想|要|借|贷|分成?|还|选|用|走|从|按|拿|提前|在|微信|我的?|是|第|提醒|¥)*\\s*$|" +
    "\\b(?:(?:i|we) )?(?:do not|don't|did not|didn't|no not|not|no longer|isn't|it's not|wasn't|won't|instead of|rather than)" +
    "(?: (?:not|want|wanted|need|say|said|mean|meant|like|ask|asked|for|to|borrow|borrowing|take|be|use|using|pay|paying|repay|back|choose|go|going|with|the|a|an|it|over|in|by|from|my|at|on|of|that|make|split|remind|me|have|spread|early))* ?¥?$",
);
/** Right after it. */
const deniesAfter =
  /^(?:块钱|块|元)?(?:的|就|我|也|都|是)*(?:不行|不要了?|不对|不用了?|不合适|不需要了?|算了|[写说选填]?错了|太[多少长短久早晚]了?|不够)(?:吧|啊|呀)?(?=[,，。;；!！ ]|$|[要换改分借还用])|^(?: (?:is|was|are|would be))? (?:too (?:much|many|little|few|long|short|late|early)|wrong|no good|not (?:right|enough|what i (?:said|want|wanted|meant)))\b/;
/** Between what is denied and what is meant. */
const between =
  /^(?:块钱|元)?(?:钱)?[了啦的吧呀啊]*(?:[,，。.;；、!！ ]|而是|应该是|是(?!不)|但是?|but\b|it's\b|it is\b)*/;
const wonders = /怎|为[什啥何]|凭什么|多少|什么|不是.*[吗么]|\b(?:why|how|what|when)\b/;
const pays = /还|\b(?:re)?pay/;

interface Denial {
  mention: Mention;
  from: number;
  to: number;
}

function denialOf(mention: Mention, text: string): Denial | undefined {
  const head = deniesBefore.exec(text.slice(0, mention.start));
  if (head !== null) {
    const tail = between.exec(text.slice(mention.end))?.[0].length ?? 0;
    return { mention, from: head.index, to: mention.end + tail };
  }
  const after = deniesAfter.exec(text.slice(mention.end));
  if (after === null) return undefined;
  const end = mention.end + after[0].length;
  return { mention, from: mention.start, to: end + (between.exec(text.slice(end))?.[0].length ?? 0) };
}

const counted: ReadonlySet<Sort> = new Set(["sum", "term", "day", "days", "clock", "number"]);
const areAlike = (one: Sort, other: Sort): boolean =>
  one === other || ((one === "number" || other === "number") && counted.has(one) && counted.has(other));

/** "12期" gives "期" to a bare "6". */
const unitOf = ({ start, end, sort }: Mention, text: string): string =>
  sort === "sum" || sort === "number"
    ? ""
    : (/^[\d零一二两三四五六七八九十百.]+( ?\D+)$/.exec(text.slice(start, end).replace(/^the /, ""))?.[1] ??
      "");

/** Whether a quantity is turned down. */
export const isDenied = ({ start, end }: Quantity, text: string): boolean =>
  denialOf({ sort: "number", start, end }, text) !== undefined;

export interface Correction {
  /** The text without what it denies. */
  text: string;
  /** What one thing is put in another's place of. */
  sort: Sort;
}

export interface Denied {
  /** Absent where nothing of its sort is put in the place of what is denied. */
  correction: Correction | undefined;
  /** A sum or a term that is turned down, with nothing in its place. */
  alone: "amount" | "term" | undefined;
}

/** What a message denies; absent where it denies nothing, or wonders about it. */
export function readDenied(said: TextWithFigures): Denied | undefined {
  const { text } = said;
  if (wonders.test(text)) return undefined;
  const mentions = mentionsOf(said);
  const denials = mentions.flatMap((mention) => denialOf(mention, text) ?? []);
  if (denials.length === 0) return undefined;
  return { correction: correctionOf(said, mentions, denials), alone: deniedAlone(mentions, denials) };
}

function deniedAlone(mentions: readonly Mention[], denials: readonly Denial[]): Denied["alone"] {
  const figures = mentions.filter(({ sort }) => counted.has(sort));
  const denial = denials.find(({ mention }) => counted.has(mention.sort));
  if (figures.length !== 1 || denial === undefined) return undefined;
  const { sort } = denial.mention;
  return sort === "term" ? "term" : sort === "sum" || sort === "number" ? "amount" : undefined;
}

function correctionOf(
  said: TextWithFigures,
  mentions: readonly Mention[],
  denials: readonly Denial[],
): Correction | undefined {
  const denied = new Set(denials.map(({ mention }) => mention));
  const meant = mentions.filter((mention) => !denied.has(mention));
  const replaced = denials.filter(({ mention }) => meant.some(({ sort }) => areAlike(sort, mention.sort)));
  const [first] = replaced;
  if (first === undefined) return undefined;
  const kept = meant.find(({ sort }) => areAlike(sort, first.mention.sort));
  if (kept === undefined) return undefined;
  const sort = kept.sort === "number" ? first.mention.sort : kept.sort;
  return { text: cut(said, replaced, { kept, denied: first }), sort };
}

/** Blanks the denials; a bare figure takes the unit and the paying of what it replaces. */
function cut(
  { text, script }: TextWithFigures,
  denials: readonly Denial[],
  { kept, denied }: { kept: Mention; denied: Denial },
): string {
  const left = denials.reduce(
    (all, { from, to }) => `${all.slice(0, from)}${" ".repeat(to - from)}${all.slice(to)}`,
    text,
  );
  const unit = kept.sort === "number" ? unitOf(denied.mention, text) : "";
  const isPaid = pays.test(text.slice(denied.from, denied.mention.end)) && !pays.test(left);
  const pay = script === "zh" ? "还" : "pay ";
  const meant = `${isPaid ? pay : ""}${left.slice(kept.start, kept.end)}${unit}`;
  const whole = `${left.slice(0, kept.start)}${meant}${left.slice(kept.end)}`;
  return whole.replace(/\s+/g, " ").replace(/^[\s,，.;；]+|[\s,，;；]+$/g, "");
}
