import { readFileSync } from "node:fs";
import { expandPattern } from "../../knowledge/sentence-pattern.ts";
import { type Intent, intents, type ModelLanguage } from "../intents/intents.ts";
import type { TrainingSentence } from "./train.ts";

/** Wordings teach more than the fillings of one wording. */
const mostOfPattern = 12;
const folder = new URL("../data/", import.meta.url);

/** Lists are lines "name: member | member" of lists.txt. */
function readLists(language: ModelLanguage): Map<string, string[]> {
  const lists = new Map<string, string[]>();
  for (const line of linesOf(new URL(`${language}/lists.txt`, folder))) {
    const [name = "", members = ""] = line.split(/:\s*(.*)/s);
    lists.set(
      name.trim(),
      members.split("|").map((member) => member.trim()),
    );
  }
  return lists;
}

function linesOf(file: URL): string[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}

function isIntent(name: string): name is Intent {
  return (intents as readonly string[]).includes(name);
}

/** A line is a pattern, and after "~" the labels that are equally right. */
function sentencesOf(line: string, intent: Intent, lists: Map<string, string[]>): TrainingSentence[] {
  const [pattern = "", labels = ""] = line.split(/\s+~\s*/);
  const also = labels
    .split(",")
    .map((label) => label.trim())
    .filter(isIntent);
  return expandPattern(pattern, lists, mostOfPattern).map((text) => ({ text, intent, also, weight: 1 }));
}

/** Rare intents count more, though not in full: the square root of how much rarer than the average they are. */
function weighted(sentences: TrainingSentence[]): TrainingSentence[] {
  const counts = new Map<Intent, number>();
  for (const { intent } of sentences) counts.set(intent, (counts.get(intent) ?? 0) + 1);
  const average = sentences.length / intents.length;
  return sentences.map((sentence) => ({
    ...sentence,
    weight: Math.min(2, Math.sqrt(average / (counts.get(sentence.intent) ?? 1))),
  }));
}

/** Our own sentences of a language: the patterns of data/<language>/<intent>.txt, expanded. */
export function readSentences(language: ModelLanguage): TrainingSentence[] {
  const lists = readLists(language);
  const sentences = intents.flatMap((intent) =>
    linesOf(new URL(`${language}/${intent}.txt`, folder)).flatMap((line) => sentencesOf(line, intent, lists)),
  );
  return weighted(sentences);
}
