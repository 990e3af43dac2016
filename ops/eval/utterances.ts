/** A file of labelled utterances: one JSON object a line, as the README of the data folder describes it. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { intents } from "../../bot/understanding/intents/intents.ts";

const utteranceSchema = z.object({
  text: z.string().min(1),
  lang: z.enum(["zh", "en"]),
  intent: z.enum(intents),
  also: z.array(z.enum(intents)).default([]),
  amount: z.union([z.number(), z.string()]).nullish(),
  term_months: z.number().nullish(),
});
export type Utterance = z.infer<typeof utteranceSchema>;

/** Throws with the line's number when a line is not of the format. */
export function readUtterances(file: string): Utterance[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.flatMap((line, at) => (line.trim() === "" ? [] : [readLine(line, `${file}:${at + 1}`)]));
}

function readLine(line: string, place: string): Utterance {
  const parsed = utteranceSchema.safeParse(parseJson(line, place));
  if (!parsed.success) throw new SyntaxError(`${place}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

function parseJson(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new SyntaxError(`${place}: not a line of JSON`);
  }
}
