import type { JourneyEvent } from "../../../machines/journey-events.ts";
import { normalise } from "../../reading/normalise.ts";
import { findQuantities } from "../../reading/quantities/find-quantities.ts";
import { eventsOfIntent } from "../intent-event.ts";
import { type Situation, stagePath, type Understanding } from "../replies/situation.ts";
import { understand } from "../understand.ts";
import type { LanguageModel } from "./language-model.ts";
import { type ModelReading, promptFor, readModelAnswer } from "./model-reading.ts";

function slotsOf({ amount, installments }: ModelReading): { amount?: string; installments?: number } {
  return {
    ...(typeof amount === "string" && { amount }),
    ...(typeof installments === "number" && { installments }),
  };
}

function eventsOf(reading: ModelReading, text: string, situation: Situation): JourneyEvent[] {
  const slots = slotsOf(reading);
  if (reading.intent === "apply_loan" && Object.keys(slots).length > 0) {
    const type = /^(?:quoting|confirming)\./.test(stagePath(situation.value)) ? "provide" : "borrow";
    return [{ type, ...slots }];
  }
  return eventsOfIntent(reading.intent, { text, context: situation.context });
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
  text: string,
  situation: Situation,
  model: LanguageModel,
): Promise<Understanding> {
  const own = understand(text, situation);
  const plain = normalise(text);
  if (own.event.type !== "unclear" || plain.length < 4) return own;
  const quantities = findQuantities(plain);
  try {
    const reading = readModelAnswer(
      await model.complete(promptFor(plain, quantities, situation)),
      quantities,
    );
    return reading === undefined
      ? own
      : understandingOf(eventsOf(reading, plain, situation), reading.sure, own);
  } catch {
    return own;
  }
}
