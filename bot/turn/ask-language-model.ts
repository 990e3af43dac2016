/** What a language model makes of a text, where one is configured: asked once, before the turn begins. */
import type { Inbound } from "../messages.ts";
import { understandWithModel } from "../understanding/language-model/understand-with-model.ts";
import type { Understanding } from "../understanding/situation.ts";
import type { Conversation } from "./conversation.ts";
import type { TurnDependencies } from "./dependencies.ts";
import { readAtDoor } from "./door.ts";
import { screenOf } from "./screen.ts";

export interface ModelOpinion {
  /** The conversation's sequence that it holds for: after another turn our own rules read the text. */
  seq: number;
  understood: Understanding;
}

/** Undefined where there is nothing to ask, or nobody. A model that fails or is late leaves our own reading. */
export async function askLanguageModel(
  { languageModel, clock, log }: TurnDependencies,
  inbound: Inbound,
  known: Conversation | undefined,
): Promise<ModelOpinion | undefined> {
  if (!languageModel || !known || inbound.kind !== "text") return undefined;
  const at = new Date(Date.parse(clock.now()) + known.clockOffsetMs).toISOString();
  try {
    const { pressed, reading, situation } = readAtDoor(known, screenOf(known), inbound.text, at);
    if (pressed) return undefined;
    return { seq: known.seq, understood: await understandWithModel(reading, situation, languageModel) };
  } catch (error) {
    log.error({ err: error }, "a text could not be put to the language model");
    return undefined;
  }
}
