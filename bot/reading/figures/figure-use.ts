/** What the figures of a sentence are there for: a figure counts where it answers, or is named as wanted or paid. */

import type { Quantity } from "../quantities/quantity.ts";
import { isQuestion } from "../question.ts";
import { isDenied } from "./denied.ts";
import {
  areFillers,
  asksUnsaid,
  borrowed,
  byTheMonth,
  calledBy,
  chained,
  counted,
  divided,
  ofCost,
  ofElse,
  ofOthers,
  paid,
  pointedAt,
  supposes,
  toBorrow,
  told,
  wishes,
} from "./figure-words.ts";
import type { TextWithFigures } from "./text-with-figures.ts";

export interface FigureUse {
  /**
   * "answer": the message is its figures and little else. "wish": they are named as what is to be borrowed or
   * paid. "question": the same, but asked about. "mention": spoken of, and for no form.
   */
  use: "answer" | "wish" | "question" | "mention";
  /** The quantities that count. */
  meant: readonly Quantity[];
}

const figures: ReadonlySet<Quantity["kind"]> = new Set([
  ...(["amount", "number", "term", "range", "vague"] as const),
  ...(["relative", "multiple", "maximum"] as const),
]);
const isFigure = ({ kind }: Quantity): boolean => figures.has(kind);

/** Asks about a figure: "12378是多少", and not "5000可以吗". */
const asksAbout =
  /多[少钱久长]|什么|啥|怎|咋|哪|谁|为何|何时|是不是|[是有].{0,12}[吗么]|够[吗么不]|\b(?:what(?! about)|why|who|which|when|where|how(?! about)|does|do|are|did)\b/;

const without = (text: string, quantities: readonly Quantity[]): string =>
  quantities.reduceRight((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, text);

/** The message is its figures, and words that go with them: "那就5000吧", "8k please", "5000可以吗". */
const isAnswer = (text: string, quantities: readonly Quantity[]): boolean =>
  !told.test(text) &&
  !asksAbout.test(text) &&
  !asksUnsaid.test(text) &&
  !quantities.some((one) => isNoAnswer(one, text)) &&
  areFillers(without(text, quantities));

const isNoAnswer = (quantity: Quantity, text: string): boolean =>
  quantity.kind === "identifier" ||
  quantity.kind === "percent" ||
  isPointedAt(quantity, text) ||
  isDenied(quantity, text);

const isPointedAt = ({ kind, start }: Quantity, text: string): boolean =>
  kind === "term" && pointedAt.test(text.slice(0, start));

interface Place {
  before: string;
  rest: string;
  /** It goes on from a figure that is meant: "2万，12期". */
  chains: boolean;
}

const isTermMeant = (months: number, { before, rest, chains }: Place): boolean =>
  (chains || divided.test(before)) && !(months === 1 && ofCost.test(rest));

function isSumMeant(text: string, { before, rest, chains }: Place): boolean {
  if (borrowed.test(before) || paid.test(before)) return true;
  if (ofElse.test(before)) return false;
  return toBorrow.test(rest) || chains || wishes.test(text);
}

function isMeant(quantity: Quantity, text: string, last: Quantity | undefined): boolean {
  const { kind, start, end } = quantity;
  if (isNoAnswer(quantity, text) || (kind === "number" && calledBy.test(text))) return false;
  const place: Place = {
    before: text.slice(0, start),
    rest: text.slice(end),
    chains: last !== undefined && chained.test(text.slice(last.end, start)),
  };
  if (kind === "term") return isTermMeant(quantity.months, place);
  if (byTheMonth.test(place.before) || counted.test(place.rest)) return false;
  return kind === "maximum" || kind === "multiple" || kind === "relative" || isSumMeant(text, place);
}

function meantOf(text: string, quantities: readonly Quantity[]): Quantity[] {
  const meant: Quantity[] = [];
  for (const quantity of quantities)
    if (isFigure(quantity) && isMeant(quantity, text, meant.at(-1))) meant.push(quantity);
  return meant;
}

/** The clauses in which figures stand: what is asked besides leaves them a wish. */
const clauseEnd = /[。!！;；?？\n]|[,，](?!\d{3}(?!\d))/;
const paysOff = /还(?:清|掉|了|完)?(?:我的?)?(?:蚂蚁|支付宝|京东)?(?:花|借|白|金|放|网)|pay off|refinanc/;

function asksOfFigures({ text, asks }: TextWithFigures, meant: readonly Quantity[]): boolean {
  if (asksUnsaid.test(text)) return true;
  if (!asks) return false;
  if (supposes.test(text)) return true;
  let at = 0;
  for (const clause of text.split(clauseEnd)) {
    const end = at + clause.length;
    const isTheirs = meant.some(({ start }) => start >= at && start < end);
    if (isTheirs && isQuestion(text.slice(at, end + 1))) return true;
    at = end + 1;
  }
  return false;
}

/** A sign from the private use area, which no borrower types. */
const past = "\uE010";
const pastWords = new RegExp(told, "g");
const blank = (words: string): string => past.repeat(words.length);

/** What was done before is blanked out, place for place. */
export const withoutPast = (text: string): string => text.replaceAll(pastWords, blank);

/** Kept by the reading as `reading.figures`. */
export function useOfFigures(said: TextWithFigures): FigureUse {
  const { text, quantities } = said;
  const mention: FigureUse = { use: "mention", meant: [] };
  if (ofOthers.test(text) || (said.isElsewhere && !paysOff.test(text))) return mention;
  if (isAnswer(text, quantities)) return { use: "answer", meant: quantities };
  const meant = meantOf(withoutPast(text), quantities);
  if (meant.length === 0) return mention;
  return { use: asksOfFigures(said, meant) ? "question" : "wish", meant };
}
