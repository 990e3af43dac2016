import { readdirSync, readFileSync } from "node:fs";
import { type Intent, intents, type ModelLanguage } from "../intents/intents.ts";
import { expandPattern } from "./expand-pattern.ts";

export interface LabelledSentence {
  text: string;
  intent: Intent;
  /** Labels that are equally right. */
  also: Intent[];
  /** Sentences of one pattern share a group: they are never split over folds. */
  group: string;
}

const folder = new URL("../data/", import.meta.url);

/** Lists are lines "name: member | member" of lists.txt. */
function readLists(language: ModelLanguage): Map<string, string[]> {
  const lists = new Map<string, string[]>();
  for (const line of linesOf(new URL(`${language}/lists.txt`, folder))) {
    const [name = "", members = ""] = line.split(/:\s*(.*)/s);
    lists.set(name.trim(), members.split("|").map((member) => member.trim()));
  }
  return lists;
}

function linesOf(file: URL): string[] {
  return readFileSync(file, "utf8").split("\n").map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
}

function isIntent(name: string): name is Intent {
  return (intents as readonly string[]).includes(name);
}

/** A line is a pattern, and after "~" the labels that are equally right. */
function sentencesOf(line: string, intent: Intent, group: string, lists: Map<string, string[]>, most: number): LabelledSentence[] {
  const [pattern = "", labels = ""] = line.split(/\s+~\s*/);
  const also = labels.split(",").map((label) => label.trim()).filter(isIntent);
  return expandPattern(pattern, lists, most).map((text) => ({ text, intent, also, group }));
}

/** Our own sentences of a language: the patterns of data/<language>/<intent>.txt, expanded. */
export function readSentences(language: ModelLanguage, most = 12): LabelledSentence[] {
  const lists = readLists(language);
  const files = readdirSync(new URL(`${language}/`, folder)).filter((name) => isIntent(name.replace(/\.txt$/, ""))).sort();
  return files.flatMap((name) => {
    const intent = name.replace(/\.txt$/, "") as Intent;
    return linesOf(new URL(`${language}/${name}`, folder)).flatMap((line, index) =>
      sentencesOf(line, intent, `${intent}:${index}`, lists, most),
    );
  });
}
