import type { JourneyEvent } from "../../../machines/journey-events.ts";
import { findTopic } from "../../knowledge/topics.ts";
import type { Reading } from "../../reading/reading.ts";
import type { Situation, Understanding } from "../situation.ts";
import { meaningOf } from "../topics/meaning-of-topic.ts";
import { recogniseTopic } from "../topics/recognise-topic.ts";
import { understand } from "../understand.ts";
import type { LanguageModel } from "./language-model.ts";
import { type ModelAnswer, promptFor, readModelAnswer } from "./model-answer.ts";

function slotsOf({ amount, installments }: ModelAnswer): { amount?: string; installments?: number } {
  return {
    ...(typeof amount === "string" && { amount }),
    ...(typeof installments === "number" && { installments }),
  };
}

function eventOf(answer: ModelAnswer, reading: Reading, situation: Situation): JourneyEvent | undefined {
  const topic = answer.topic === null ? undefined : findTopic(answer.topic);
  if (topic === undefined) return undefined;
  const slots = slotsOf(answer);
  if (topic.intent === "apply_loan" && Object.keys(slots).length > 0)
    return { type: /^(?:quoting|confirming)\./.test(situation.path) ? "provide" : "borrow", ...slots };
  return meaningOf(topic, reading, situation);
}

function understandingOf(event: JourneyEvent | undefined, sure: boolean, own: Understanding): Understanding {
  const { alternatives: _, ...rest } = own;
  if (event === undefined) return own;
  return sure ? { ...rest, event } : { ...rest, event: { type: "unclear" }, alternatives: [event] };
}

/** So many of the likeliest topics are told to it. */
const candidates = 20;

/**
 * Understanding with a language model behind it: asked only for sentences that our own rules leave unclear or decline.
 * Whatever it says is one of the likeliest topics, with figures that stand in the text; a failure, a timeout or an answer
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
    const topics = recogniseTopic(reading, situation, candidates).map(({ topic }) => topic);
    const said = await model.complete(promptFor(reading, situation, topics));
    const answer = readModelAnswer(said, reading.quantities, topics);
    return answer === undefined
      ? own
      : understandingOf(eventOf(answer, reading, situation), answer.sure, own);
  } catch {
    return own;
  }
}
