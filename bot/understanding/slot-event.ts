import type { JourneyEvent } from "../../machines/journey-events.ts";
import type { Quantity } from "./quantities/quantity.ts";
import { type Situation, stagePath, type Understanding } from "./situation.ts";
import { type FigureSense, readSlots, type Slots } from "./slots.ts";

const unclear: Understanding = { event: { type: "unclear" } };

const borrowing = /借|贷|用钱|周转|borrow|loan|lend|need|want/;
const repayingWords = /还|repay|pay/;
/** "我想先还2000", but not "每期还2000": said in a form it is asked back, for its figure may be meant for the loan. */
const wishToRepay =
  /(?:^|想|要|先|现在|马上|今天|来|提前)(?:先|再|就)?还(?!是|有|没|不|要|得|需|差|能|可|想|行)|\b(?:want to|wanna|like to|going to|gonna|let me|let's) (?:first )?(?:re)?pay\b|^(?:re)?pay\b/;
const lending = /借|贷|borrow|loan|lend/;
/** "提前还500" where days are asked for. */
const paysASum = /提前还(?!款)|还 ?[\d一二两三四五六七八九十百]|\b(?:re)?pay(?: back)? (?:¥ ?)?\d/;
const aTime = /每|一个月|一期|月供|分|monthly|a month|per|each|every|installment/;

function senseAt(path: string, text: string, { notices }: Situation["context"]): FigureSense {
  const asked = notices.find(({ kind }) => kind === "change-asked" || kind === "term-refused");
  if (asked) return asked.kind === "change-asked" ? asked.slot : "installments";
  if (path === "quoting.askingAmount" || path === "repaying.askingAmount") return "amount";
  if (path === "quoting.askingTerm") return "installments";
  if (path === "reminding.choosing" && !paysASum.test(text)) return "days";
  return path.startsWith("quoting.") || path.startsWith("confirming.") || borrowing.test(text)
    ? "by-size"
    : "amount-if-large";
}

/** Sums and terms are of a loan: a sentence with one of these does not set a reminder. */
function reminderDays(quantities: readonly Quantity[]): number | undefined {
  if (quantities.some(({ kind }) => kind === "amount" || kind === "term")) return undefined;
  for (const quantity of quantities) {
    if (quantity.kind === "days") return quantity.days;
    if (quantity.kind === "number") return Number(quantity.value);
  }
  return undefined;
}

const isForm = (path: string): boolean => /^(?:quoting|confirming|checkingEligibility)\./.test(path);

/** Corrections and answers within an application; a new wish elsewhere. */
function eventType(path: string, text: string): "provide" | "borrow" {
  if (isForm(path)) return "provide";
  return path.startsWith("repaying.") && !/借|borrow/.test(text) ? "provide" : "borrow";
}

function asked(slots: Slots, type: "provide" | "borrow"): Understanding | undefined {
  if (slots.amountsToAsk.length === 0) return undefined;
  const alternatives = slots.amountsToAsk.map((amount): JourneyEvent => ({ type, ...slots.request, amount }));
  return { event: { type: "unclear" }, alternatives };
}

/** What the figures and loan words of a sentence mean at this stage; absent when it has none. */
export function readSlotEvent(options: {
  text: string;
  quantities: readonly Quantity[];
  situation: Situation;
}): Understanding | undefined {
  const { text, quantities, situation } = options;
  const path = stagePath(situation.value);
  const sense = senseAt(path, text, situation.context);
  if (sense === "days") {
    const daysBefore = reminderDays(quantities);
    if (daysBefore !== undefined) return { event: { type: "reminder.set", daysBefore } };
  }
  if (quantities.some(({ kind }) => kind === "foreign")) return unclear;
  const { request, assessment } = situation.context;
  const known = { ...(isForm(path) && { amount: request.amount }), limit: assessment?.limit };
  const slots = readSlots({ text, quantities, sense, known, asksPurpose: path === "quoting.askingPurpose" });
  const type = eventType(path, text);
  const ask = asked(slots, type);
  if (ask !== undefined) return ask;
  const event = answered(eventOf(slots, type, text, quantities, path), path, text);
  const isGuess = event === undefined && sense !== "amount-if-large";
  return isGuess && quantities.some(({ kind }) => kind === "vague") ? unclear : event;
}

/** A newcomer's bare figures are kept as an answer until the privacy note is agreed to. */
function answered(read: Understanding | undefined, path: string, text: string): Understanding | undefined {
  const bare = read?.event.type === "borrow" && path.startsWith("welcoming.") && !borrowing.test(text);
  return bare ? { event: { ...read.event, type: "provide" } } : read;
}

/** Little is left of the text beside its figures: "那就5000吧", "8k please". */
export function isAllFigures(text: string, quantities: readonly Quantity[]): boolean {
  const rest = quantities.reduceRight(
    (left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`,
    text,
  );
  const han = rest.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = rest.match(/[a-z]+/g)?.length ?? 0;
  return han <= 4 && words <= 2;
}

function provided(request: Slots["request"], text: string, path: string): Understanding {
  const event = { type: "provide", ...request } as const;
  const { amount } = request;
  const repays = wishToRepay.test(text) && !aTime.test(text) && !lending.test(text);
  if (!isForm(path) || amount === undefined || !repays) return { event };
  return { event: { type: "unclear" }, alternatives: [{ type: "repay", amount }, event] };
}

function eventOf(
  slots: Slots,
  type: "provide" | "borrow",
  text: string,
  quantities: readonly Quantity[],
  path: string,
): Understanding | undefined {
  const { request } = slots;
  if (Object.keys(request).length === 0) return undefined;
  if (type === "provide") return provided(request, text, path);
  const wishes = borrowing.test(text) || wishToRepay.test(text);
  if (!wishes && !isAllFigures(text, quantities)) return undefined;
  const borrows = wishToRepay.test(text) ? lending : borrowing;
  const repays = repayingWords.test(text) && !borrows.test(text) && request.installments === undefined;
  if (!repays) return { event: { type, ...request } };
  return { event: { type: "repay", ...(request.amount !== undefined && { amount: request.amount }) } };
}

/** A wish to borrow with what the sentence says about it. */
export function withSlots(text: string, quantities: readonly Quantity[]): JourneyEvent {
  return { type: "borrow", ...readSlots({ text, quantities, sense: "amount-if-large", known: {} }).request };
}
