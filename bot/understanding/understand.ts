/** Text to a typed event: pure and fast, without network; the stage decides what a bare figure or yes means. */

import type { Locale } from "../../domain/language/languages.ts";
import type { JourneyEvent } from "../../machines/journey-events.ts";
import { changedLanguage, detectLanguage } from "../reading/language.ts";
import { bare, normalise } from "../reading/normalise.ts";
import { inPlainWords } from "../reading/paraphrases.ts";
import { readShown } from "../reading/shown-buttons.ts";
import { readArrangement } from "./arrangements/read-arrangement.ts";
import { readChatCommand } from "./commands.ts";
import { readDownPayment } from "./figures/down-payment.ts";
import { readDenied } from "./figures/read-denied.ts";
import { readCalendarRequest } from "./questions/calendar-request.ts";
import { withExample } from "./questions/cost-example.ts";
import { readPaymentQuestion } from "./questions/payment-questions.ts";
import { readPaymentStatus } from "./questions/payment-status.ts";
import { readPersonRequest } from "./questions/person-requests.ts";
import { askedOfAnother, productNamed } from "./questions/product-named.ts";
import { readTermQuestion } from "./questions/term-questions.ts";
import { readDistress, readTopic } from "./questions/topic-patterns.ts";
import { readSentence } from "./read-sentence.ts";
import { keptInPlace } from "./replies/keep-place.ts";
import { readObstacleResolved } from "./replies/obstacle-resolved.ts";
import { type Situation, stagePath, type Understanding } from "./replies/situation.ts";
import { isBareAnswer, readStageReply } from "./replies/stage-replies.ts";

/** No answer to a form is longer; of a longer message the beginning is read. */
const longestRead = 500;

const unclear: Understanding = { event: { type: "unclear" } };

/** Short things first, since they can only be one thing: replies, commands, buttons; then sentences. */
function readEvent(text: string, situation: Situation): Understanding {
  if (bare(text) === "" && !isBareAnswer(text)) return unclear;
  const grave = readDistress(text);
  if (grave !== undefined) return { event: grave };
  const person = readPersonRequest(text, situation);
  if (person !== undefined) return withRest(person, text, situation);
  const short =
    readStageReply(text, situation) ??
    readObstacleResolved(text, situation) ??
    readPaymentStatus(text, situation) ??
    readChatCommand(text, situation.context.sandbox) ??
    readShown(text, situation.shown ?? []) ??
    askedOfAnother(text) ??
    readPaymentQuestion(text, situation) ??
    readTermQuestion(text, situation);
  if (short !== undefined) return { event: short };
  const downPayment = readDownPayment(text, situation);
  if (downPayment !== undefined) return downPayment;
  const worry = readTopic(text, situation);
  if (worry !== undefined) return withRest(worry, text, situation);
  const calendar = readCalendarRequest(text);
  if (calendar !== undefined) return { event: calendar };
  const arranged = readArrangement(text, situation);
  if (arranged !== undefined) return arranged;
  return isBareAnswer(text) ? unclear : readSentence(text, situation);
}

const clauseEnd = /[，。!！?？;；\n]+|,(?!\d)/;
const keptBesides = /^(?:ask|borrow|provide|repay|loans\.show|locate)$/;

const heardAlone = (text: string, situation: Situation): JourneyEvent | undefined =>
  readPersonRequest(text, situation) ?? readTopic(text, situation);

/** What a message says besides a worry is kept as an offer; a complaint, a lawyer and a death are heard alone. */
function withRest(event: JourneyEvent, text: string, situation: Situation): Understanding {
  if (event.type === "person.request" && event.reason !== undefined) return { event };
  const clauses = text.split(clauseEnd).map((clause) => clause.trim());
  const others = clauses.filter((clause) => clause !== "" && heardAlone(clause, situation) === undefined);
  if (others.length === 0 || clauses.every((clause) => others.includes(clause) || clause === ""))
    return { event };
  const rest = readEvent(others.join(","), situation).event;
  return keptBesides.test(rest.type) ? { event, alternatives: [rest] } : { event };
}

/** Within an application a product is changed by its own words or button, which say what becomes of the quote. */
const underWay = /^(?:checkingEligibility|quoting|confirming)\./;

function withProduct(understanding: Understanding, text: string, { value }: Situation): Understanding {
  if (understanding.event.type !== "borrow" || underWay.test(stagePath(value))) return understanding;
  const product = productNamed(text);
  return product === undefined ? understanding : { ...understanding, product };
}

const readWhole = (text: string, situation: Situation): Understanding =>
  withExample(withProduct(readEvent(text, situation), text, situation), text, situation);

/**
 * What a borrower's text means at this point of the journey. Never throws; a text that is not understood, or
 * not surely, gives the event "unclear". A text equal to a shown button's label is the caller's to press.
 */
export function understand(text: string, situation: Situation): Understanding {
  // One character may become many.
  const read = inPlainWords(normalise(text.slice(0, longestRead))).slice(0, longestRead);
  const meant =
    readDenied(read, situation, (rest) => readWhole(rest, situation)) ?? readWhole(read, situation);
  const understanding = keptInPlace(meant, read, situation);
  const language = languageOf(text, situation, understanding);
  return language === undefined ? understanding : { ...understanding, language };
}

/** The first words tell; later ones only while none was chosen outright. Courtesies are said in any language. */
function languageOf(
  text: string,
  { locale, context }: Situation,
  { event }: Understanding,
): Locale | undefined {
  if (locale === null) return detectLanguage(text);
  if (context.localeChosen || /^(?:language\.|courtesy$|greet$)/.test(event.type)) return undefined;
  return changedLanguage(text, locale);
}
