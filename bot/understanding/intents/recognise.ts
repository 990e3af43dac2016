import type { Reading } from "../../reading/reading.ts";
import { type RankedIntent, rankIntents } from "./linear-model.ts";
import { shippedModel } from "./model-file.ts";

/** What a sentence may be about, likeliest first, by the shipped weights of its script. */
export const recognise = (reading: Reading): RankedIntent[] =>
  rankIntents(shippedModel(reading.script), reading);
