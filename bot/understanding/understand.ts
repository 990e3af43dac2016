/** Text to a typed event: pure and fast, without network; the stage decides what a bare figure or yes means. */
import { readCalendarWish } from "./calendar-wish.ts";
import { readCommand } from "./commands.ts";
import { detectLanguage } from "./language.ts";
import { bare, normalise } from "./normalise.ts";
import { readSentence } from "./read-sentence.ts";
import { readShown } from "./shown-buttons.ts";
import type { Situation, Understanding } from "./situation.ts";
import { isBareAnswer, readStageReply } from "./stage-replies.ts";

/** No answer to a form is longer; of a longer message the beginning is read. */
const longestRead = 500;

const unclear: Understanding = { event: { type: "unclear" } };

/** Short things first, since they can only be one thing: replies, commands, buttons; then sentences. */
function readEvent(text: string, situation: Situation): Understanding {
  if (bare(text) === "" && !isBareAnswer(text)) return unclear;
  const short =
    readStageReply(text, situation) ??
    readCommand(text, situation.context.sandbox) ??
    readShown(text, situation.shown ?? []) ??
    readCalendarWish(text);
  if (short !== undefined) return { event: short };
  return isBareAnswer(text) ? unclear : readSentence(text, situation);
}

/**
 * What a borrower's text means at this point of the journey. Never throws; a text that is not understood, or
 * not surely, gives the event "unclear". A text equal to a shown button's label is the caller's to press.
 */
export function understand(text: string, situation: Situation): Understanding {
  const understanding = readEvent(normalise(text.slice(0, longestRead)), situation);
  if (situation.locale !== null) return understanding;
  const language = detectLanguage(text);
  return language === undefined ? understanding : { ...understanding, language };
}
