import type { JourneyEvent } from "../../../machines/journey-events.ts";
import { withoutPast } from "../../reading/figures/figure-use.ts";
import { borrowed, paid, roughly } from "../../reading/figures/figure-words.ts";
import type { Quantity } from "../../reading/quantities/quantity.ts";
import type { Reading } from "../../reading/reading.ts";
import type { Situation, Understanding } from "../situation.ts";
import { type FigureSense, isCorrection, readSlots, type Slots } from "./slots.ts";

const unclear: Understanding = { event: { type: "unclear" } };

const borrowing = /借|贷|用钱|周转|borrow|loan|lend|need|want/;
const forMoney = /借|贷|用钱|周转|缺钱|borrow|loan|lend|money|cash/;
const repayingWords = /还|repay|pay/;
/** "我想先还2000", but not "每期还2000": said in a form it is asked back, for its figure may be meant for the loan. */
const wishToRepay =
  /(?:^|想|要|先|现在|马上|今天|来|提前)(?:先|再|就)?还(?!是|有|没|不|要|得|需|差|能|可|想|行)|\b(?:want to|wanna|like to|going to|gonna|let me|let's) (?:first )?(?:re)?pay\b|^(?:re)?pay\b/;
const lending = /借|贷|borrow|loan|lend/;
const aTime = /每|一个月|一期|月供|分|monthly|a month|per|each|every|installment/;

function senseAt(
  path: string,
  answers: boolean,
  text: string,
  { notices }: Situation["context"],
): FigureSense {
  const asked = notices.find(({ kind }) => kind === "change-asked" || kind === "term-refused");
  if (asked) return asked.kind === "change-asked" ? asked.slot : "installments";
  if (path === "quoting.askingAmount" || path === "repaying.askingAmount") return "amount";
  if (path === "quoting.askingTerm") return "installments";
  if (path === "reminding.choosing" && answers) return "days";
  return path.startsWith("quoting.") || path.startsWith("confirming.") || borrowing.test(text)
    ? "by-size"
    : "amount-if-large";
}

/** A bare figure above it is no number of days. */
const mostDays = 99;

/** Sums and terms are of a loan: a sentence with one of these does not set a reminder. */
function reminderDays(quantities: readonly Quantity[]): number | undefined {
  if (quantities.some(({ kind }) => kind === "amount" || kind === "term")) return undefined;
  const [only, second] = quantities.filter(({ kind }) => kind === "days" || kind === "number");
  if (only?.kind === "days") return only.days;
  const bare = only?.kind === "number" && second === undefined ? Number(only.value) : undefined;
  return bare !== undefined && bare <= mostDays ? bare : undefined;
}

/** What was asked for there came to nothing: more is not more of that. */
const over: ReadonlySet<string> = new Set([
  ...["quoting.expired", "checkingEligibility.refused", "confirming.payoutFailed"],
]);

const isForm = (path: string): boolean => /^(?:quoting|confirming|checkingEligibility)\./.test(path);

/** Corrections and answers within an application; a new wish elsewhere. */
function eventType(path: string, text: string): "provide" | "borrow" {
  if (isForm(path)) return "provide";
  return path.startsWith("repaying.") && !/借|borrow/.test(text) ? "provide" : "borrow";
}

function asked(slots: Slots, type: "provide" | "borrow" | "repay"): Understanding | undefined {
  if (slots.amountsToAsk.length === 0) return undefined;
  const { request } = slots;
  const alternatives = slots.amountsToAsk.map(
    (amount): JourneyEvent => (type === "repay" ? { type, amount } : { type, ...request, amount }),
  );
  return { event: { type: "unclear" }, alternatives };
}

/** What the figures of a sentence say, and how surely they are meant. */
export interface SlotReading {
  said: Understanding;
  /** They are asked about: offered, and never taken. */
  asked: boolean;
  /** The message is its figures and little else. */
  answers: boolean;
}

/** What the figures and loan words of a sentence mean at this stage; absent when it has none. */
export function readSlotEvent(reading: Reading, situation: Situation): SlotReading | undefined {
  const { text, quantities, figures } = reading;
  const { use, meant } = figures;
  const answers = use === "answer";
  const asked = use === "question" || (answers && reading.asks && !mayAsk(text, situation));
  const said = slotEvent({ text, quantities, situation, meant, answers });
  return said && { said, asked, answers };
}

/** Where a figure is what is asked for, leave is asked for the answer: "5000可以吗". */
function mayAsk(text: string, { path, context }: Situation): boolean {
  if (/^(?:quoting\.asking(?:Amount|Term)|repaying\.askingAmount)$/.test(path)) return true;
  const changes = isForm(path) && isCorrection(text);
  return changes || context.notices.some(({ kind }) => kind === "change-asked" || kind === "term-refused");
}

interface Meant {
  text: string;
  quantities: readonly Quantity[];
  situation: Situation;
  /** Those of the quantities that are wanted. */
  meant: readonly Quantity[];
  answers: boolean;
}

function slotEvent({ text, quantities, situation, meant, answers }: Meant): Understanding | undefined {
  const { path } = situation;
  const pays = repaysSum(text, meant);
  const sense = senseAt(path, answers && !pays, text, situation.context);
  if (sense === "days") {
    const daysBefore = reminderDays(quantities);
    if (daysBefore !== undefined) return { event: { type: "reminder.set", daysBefore } };
  }
  if (quantities.some(({ kind }) => kind === "foreign")) return unclear;
  const { request, assessment } = situation.context;
  const known = {
    ...(isForm(path) && !over.has(path) && { amount: request.amount }),
    limit: assessment?.limit,
  };
  const asksPurpose = path === "quoting.askingPurpose";
  const slots = ofStage(path, text, readSlots({ text, quantities: meant, sense, known, asksPurpose }));
  const type = eventType(path, text);
  const repays = pays || (path.startsWith("repaying.") && type === "provide");
  if (repays && !aTime.test(text) && isRough(text, meant)) return someOf(slots, path);
  const ask = asked(slots, repays ? "repay" : type);
  if (ask !== undefined) return ask;
  const event = answered(eventOf(slots, type, { text, meant, path, answers }), path, text);
  const isGuess = event === undefined && sense !== "amount-if-large";
  return isGuess && meant.some(({ kind }) => kind === "vague") ? unclear : event;
}

const isRough = (text: string, meant: readonly Quantity[]): boolean =>
  meant.some(
    ({ kind, start }) => kind === "vague" || kind === "range" || roughly.test(text.slice(0, start).trimEnd()),
  );

/** A part is to be paid, how much is not said exactly: that is asked, with what was named on offer. */
function someOf({ request, amountsToAsk }: Slots, path: string): Understanding {
  const named = request.amount === undefined ? amountsToAsk : [request.amount];
  const alternatives = named.map((amount): JourneyEvent => ({ type: "repay", amount }));
  if (isForm(path) && named.length > 0) return { ...unclear, alternatives };
  return { event: { type: "repay.kind", kind: "partial" }, ...(alternatives.length > 0 && { alternatives }) };
}

/** To a repayment belongs a sum, and nothing else of a loan. */
function ofStage(path: string, text: string, slots: Slots): Slots {
  const { purpose, ...rest } = slots.request;
  const { amount, installments } = rest;
  if (path.startsWith("repaying.")) return { ...slots, request: amount === undefined ? {} : { amount } };
  // A holiday or a hospital that is spoken of is no wish for a loan by itself.
  const wishes = isForm(path) || amount !== undefined || installments !== undefined || forMoney.test(text);
  return wishes ? slots : { ...slots, request: rest };
}

/** A newcomer's bare figures are kept as an answer until the privacy note is agreed to. */
function answered(read: Understanding | undefined, path: string, text: string): Understanding | undefined {
  const bare = read?.event.type === "borrow" && path.startsWith("welcoming.") && !borrowing.test(text);
  return bare ? { event: { ...read.event, type: "provide" } } : read;
}

function provided(
  request: Slots["request"],
  { text, meant, path }: Pick<Meant, "text" | "meant"> & { path: string },
): Understanding {
  const event = { type: "provide", ...request } as const;
  const { amount } = request;
  const wishes = wishToRepay.test(text) && !lending.test(text);
  const repays = (wishes || repaysSum(text, meant)) && !aTime.test(text);
  if (!isForm(path) || amount === undefined || !repays) return { event };
  return { event: { type: "unclear" }, alternatives: [{ type: "repay", amount }, event] };
}

/** A sum stands right behind the word for paying, and none behind the word for borrowing. */
function repaysSum(text: string, meant: readonly Quantity[]): boolean {
  const plain = withoutPast(text);
  const follows = (words: RegExp) => meant.some(({ start }) => words.test(plain.slice(0, start)));
  return follows(paid) && !follows(borrowed);
}

function eventOf(
  slots: Slots,
  type: "provide" | "borrow",
  { text, meant, path, answers }: Pick<Meant, "text" | "meant" | "answers"> & { path: string },
): Understanding | undefined {
  const { request } = slots;
  if (Object.keys(request).length === 0) return undefined;
  if (type === "provide") return provided(request, { text, meant, path });
  const hasFigures = request.amount !== undefined || request.installments !== undefined;
  if (!hasFigures && !answers && !borrowing.test(text)) return undefined;
  const borrows = wishToRepay.test(text) ? lending : borrowing;
  const repays = repayingWords.test(text) && !borrows.test(text) && request.installments === undefined;
  const { amount } = request;
  const repayment: JourneyEvent = { type: "repay", ...(amount !== undefined && { amount }) };
  if (repaysSum(text, meant) || (wishToRepay.test(text) && !lending.test(text))) return { event: repayment };
  const event: JourneyEvent = { type, ...request };
  return repays ? { event: { type: "unclear" }, alternatives: [repayment, event] } : { event };
}
