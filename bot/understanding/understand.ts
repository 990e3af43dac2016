/** A message to a typed event: pure and fast, without network; the stage decides what a bare figure or yes means. */

import type { Locale } from "../../domain/language/languages.ts";
import type { JourneyEvent } from "../../machines/journey-events.ts";
import type { Reading } from "../reading/reading.ts";
import { readArrangement } from "./arrangements/read-arrangement.ts";
import { readChatCommand } from "./commands.ts";
import { readCorrection } from "./figures/correction.ts";
import { readDownPayment } from "./figures/down-payment.ts";
import { readAtALoss } from "./questions/at-a-loss.ts";
import { readCalendarRequest } from "./questions/calendar-request.ts";
import { withExample } from "./questions/cost-example.ts";
import { readForbiddenPurpose } from "./questions/forbidden-purpose.ts";
import { readPaymentQuestion } from "./questions/payment-questions.ts";
import { readPaymentStatus } from "./questions/payment-status.ts";
import { readPersonRequest } from "./questions/person-requests.ts";
import { askedOfAnother, productNamed } from "./questions/product-named.ts";
import { readSentence } from "./read-sentence.ts";
import { keptInPlace } from "./replies/keep-place.ts";
import { readObstacleResolved } from "./replies/obstacle-resolved.ts";
import { isBareAnswer, readStageReply } from "./replies/stage-replies.ts";
import type { Situation, Understanding } from "./situation.ts";
import { readGrave } from "./topics/grave-topic.ts";

const unclear: Understanding = { event: { type: "unclear" } };

const kept = [
  /(?<![要能可会是还])(?:不|别|没有?|勿)(?:是|想|要|用|会|说|打算|准备|需要|再|去|给我| )*(?:取消|撤销|撤回|放弃|终止)/,
  /\b(?:don't|do not|not|never) (?:want to |going to |trying to |need to )?(?:cancel|stop|quit|abort)\b/,
];

const declined = [
  /(?<![要能可会])(?:不|别|没)(?:想|要|用|是|需要|必|再)*(?:转|找|叫|投诉|人工|真人)/,
  /(?:取消|撤销|撤回)(?:投诉|人工)/,
  /\b(?:no|not|don't|never|without)\b(?: \w+){0,6} (?:complain\w*|agents?|representatives?|operators?)\b/,
];
const refusesMachine = /机器|\b(?:bots?|chatbots?|robots?|machines?|computers?)\b/;

/** Whoever wants no person, and no complaint to be made, is left in peace. */
const readDeclined = ({ text }: Reading): JourneyEvent | undefined =>
  declined.some((pattern) => pattern.test(text)) && !refusesMachine.test(text)
    ? { type: "courtesy", of: "yes" }
    : undefined;

/** "Don't cancel" cancels nothing. */
const readKept = ({ text, asks }: Reading): JourneyEvent | undefined =>
  !asks && kept.some((pattern) => pattern.test(text)) ? { type: "where" } : undefined;

/** What a message says, read for one kind of thing; nothing where it says nothing of the kind. */
interface Reader {
  /** Texts of more characters are not asked: they speak of more than this. */
  upTo?: number;
  read(reading: Reading, situation: Situation): JourneyEvent | Understanding | undefined;
  /** It says something else besides, which is kept as an offer. */
  withRest?: true;
  /** Of what is had here: not asked where another company's product alone is spoken of. */
  ours?: true;
}

/**
 * In this order, and the first that reads something decides. What is grave is heard at every stage, before what the
 * stage expects. Short things follow, since they can only be one thing: replies, commands, buttons, questions by their
 * own words. What is left is a sentence, whose figures and intent are weighed together.
 */
const readers: Record<string, Reader> = {
  "marks and blanks": { read: (reading) => (saysNothing(reading) ? unclear : undefined) },
  "no person, no complaint": { read: readDeclined },
  "a person, a complaint, a lawyer, a death": { read: readPersonRequest, withRest: true },
  "a right, a danger, a grief": { read: readGrave },
  "an answer to what the stage asks": { read: readStageReply },
  "what stood in the way is set right": { read: readObstacleResolved, upTo: 40, ours: true },
  "a command in words": { read: readChatCommand },
  "a shown button": { read: ({ button }) => button },
  "another company's product": { read: askedOfAnother },
  "what payments come to": { read: readPaymentQuestion, ours: true },
  "whether money arrived": { read: readPaymentStatus, upTo: 60, ours: true },
  "what a loan may not be for": { read: readForbiddenPurpose },
  "a down payment": { read: readDownPayment, ours: true },
  "at a loss": { read: readAtALoss },
  "not to be given up": { read: readKept },
  "the loan calendar": { read: readCalendarRequest, upTo: 60, ours: true },
  "reminders, deductions, paying later": { read: readArrangement, upTo: 60, ours: true },
  "yes or no where nothing was asked": { read: (reading) => (isBareAnswer(reading) ? unclear : undefined) },
  "a sentence": { read: readSentence },
};

const saysNothing = (reading: Reading): boolean => reading.forms.length === 0 && !isBareAnswer(reading);

function readEvent(reading: Reading, situation: Situation): Understanding {
  for (const { upTo = Number.POSITIVE_INFINITY, read, withRest, ours } of inOrder) {
    if (reading.text.length > upTo || (ours && reading.isElsewhere)) continue;
    const found = read(reading, situation);
    if (found === undefined) continue;
    const understanding = "event" in found ? found : { event: found };
    return withRest ? besides(understanding.event, reading, situation) : understanding;
  }
  return unclear;
}

const inOrder: readonly Reader[] = Object.values(readers);

const clauseEnd = /[，。!！?？;；\n]+|,(?!\d)/;
const keptBesides = /^(?:ask|borrow|provide|repay|loans\.show|locate)$/;

const heardAlone = (reading: Reading, situation: Situation): JourneyEvent | undefined =>
  readPersonRequest(reading, situation) ?? readGrave(reading, situation);

/** What a message says besides a worry is kept as an offer; a complaint, a lawyer and a death are heard alone. */
function besides(event: JourneyEvent, reading: Reading, situation: Situation): Understanding {
  if (event.type === "person.request" && event.reason !== undefined) return { event };
  const clauses = reading.text.split(clauseEnd).map((clause) => clause.trim());
  const others = clauses.filter(
    (clause) => clause !== "" && heardAlone(reading.part(clause), situation) === undefined,
  );
  if (others.length === 0 || clauses.every((clause) => others.includes(clause) || clause === ""))
    return { event };
  const rest = readEvent(reading.part(others.join(",")), situation).event;
  return keptBesides.test(rest.type) ? { event, alternatives: [rest] } : { event };
}

/** Within an application a product is changed by its own words or button, which say what becomes of the quote. */
const underWay = /^(?:checkingEligibility|quoting|confirming)\./;

function withProduct(understanding: Understanding, { text }: Reading, { path }: Situation): Understanding {
  if (understanding.event.type !== "borrow" || underWay.test(path)) return understanding;
  const product = productNamed(text);
  return product === undefined ? understanding : { ...understanding, product };
}

const readWhole = (reading: Reading, situation: Situation): Understanding =>
  withExample(withProduct(readEvent(reading, situation), reading, situation), reading, situation);

/**
 * What a borrower's message means at this point of the journey. Never throws; a text that is not understood, or
 * not surely, gives the event "unclear". A text equal to a shown button's label is the caller's to press.
 */
export function understand(reading: Reading, situation: Situation): Understanding {
  const meant =
    readCorrection(reading, situation, (rest) => readWhole(rest, situation)) ?? readWhole(reading, situation);
  const understanding = keptInPlace(meant, reading, situation);
  const language = languageOf(reading, situation, understanding);
  return language === undefined ? understanding : { ...understanding, language };
}

/** The first words tell; later ones only while none was chosen outright. Courtesies are said in any language. */
function languageOf(
  reading: Reading,
  { locale, context }: Situation,
  { event }: Understanding,
): Locale | undefined {
  if (locale === null) return reading.language;
  if (context.localeChosen || /^(?:language\.|courtesy$|greet$)/.test(event.type)) return undefined;
  return reading.changedFrom(locale);
}
