import type { Quantity } from "../../reading/quantities/quantity.ts";
import type { ModelLanguage } from "./intents.ts";
import { type RankedIntent, rankIntents } from "./linear-model.ts";
import { shippedModel } from "./model-file.ts";

/** The model for a text: Chinese as soon as it has a Chinese character. */
function modelLanguageOf(text: string): ModelLanguage {
  return /\p{Script=Han}/u.test(text) ? "zh" : "en";
}

/** What a normalised sentence may be about, likeliest first, by the shipped weights. */
export function recognise(text: string, quantities: readonly Quantity[]): RankedIntent[] {
  return rankIntents(shippedModel(modelLanguageOf(text)), text, quantities);
}
