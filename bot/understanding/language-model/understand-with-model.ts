import type { JourneyEvent } from "../../../machines/journey-events.ts";
import type { Reading } from "../../reading/reading.ts";
import { eventsOfIntent } from "../intent-event.ts";
import type { Situation, Understanding } from "../situation.ts";
import { understand } from "../understand.ts";
import type { LanguageModel } from "./language-model.ts";
import { type ModelAnswer, promptFor, readModelAnswer } from "./model-answer.ts";

function slotsOf({ amount, installments }: ModelAnswer): { amount?: string; installments?: number } {
  return {
    ...(typeof amount === "string" && { amount }),
    ...(typeof installments === "number" && { installments }),
  };
}

function eventsOf(answer: ModelAnswer, reading: Reading, { path, context }: Situation): JourneyEvent[] {
  const slots = slotsOf(answer);
  if (answer.intent === "apply_loan" && Object.keys(slots).length > 0) {
    const type = /^(?:quoting|confirming)\./.test(path) ? "provide" : "borrow";
    return [{ type, ...slots }];
  }
  return eventsOfIntent(answer.intent, reading, context);
}

function understandingOf(events: readonly JourneyEvent[], sure: boolean, own: Understanding): Understanding {
  const { alternatives: _, outOfScope: __, ...rest } = own;
  const [first] = events;
  if (first === undefined) return own;
  if (sure && events.length === 1) return { ...rest, event: first };
  return { ...rest, event: { type: "unclear" }, alternatives: [...events] };
}

/**
 * Understanding with a language model behind it: asked only for sentences that our own rules leave unclear or decline.
 * Whatever it says is one of our intents, with figures that stand in the text; a failure, a timeout or an answer
 * of another form leaves our own. It can never sign, accept or confirm anything.
 */
export async function understandWithModel(
  reading: Reading,
  situation: Situation,
  model: LanguageModel,
): Promise<Understanding> {
  const own = understand(reading, situation);
  if (own.event.type !== "unclear" || reading.text.length < 4) return own;
  try {
    const answer = readModelAnswer(await model.complete(promptFor(reading, situation)), reading.quantities);
    return answer === undefined
      ? own
      : understandingOf(eventsOf(answer, reading, situation), answer.sure, own);
  } catch {
    return own;
  }
}
