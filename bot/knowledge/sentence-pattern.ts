/** How the sentences of the topics are written: many in one line. */
import { readFileSync } from "node:fs";
import type { Locale } from "../../domain/language/languages.ts";

/** Named lists that patterns take members from: "{bank}". */
export type SentenceLists = ReadonlyMap<string, readonly string[]>;

/** The lists of a language: lines "name: member | member". */
export function readLists(locale: Locale): SentenceLists {
  const lines = readFileSync(new URL(`./lists/${locale}.txt`, import.meta.url), "utf8").split("\n");
  return new Map(
    lines.flatMap((line) => {
      const [name = "", members] = line.split(/:\s*(.*)/s);
      if (members === undefined || line.startsWith("#")) return [];
      return [[name.trim(), members.split("|").map((member) => member.trim())] as const];
    }),
  );
}

/**
 * The sentences of one pattern: "(a|b|)" is one of its parts, "{name}" one of a list. "(我|)想借{amount}" gives
 * "我想借两万" and so on. At most `most` of them, spread evenly over all combinations, always the same ones.
 */
export function expandPattern(pattern: string, lists: SentenceLists, most: number): string[] {
  const parts = patternParts(pattern, lists);
  const total = parts.reduce((product, options) => Math.min(product * options.length, 1e9), 1);
  const wanted = Math.min(most, total);
  const sentences = new Set<string>();
  for (let index = 0; index < wanted; index += 1) {
    sentences.add(pick(parts, index, total, wanted).replace(/\s+/g, " ").trim());
  }
  return [...sentences].filter((sentence) => sentence !== "");
}

/** What may stand at each place of a pattern, in order. Throws where it names a list that there is none of. */
export function patternParts(pattern: string, lists: SentenceLists): string[][] {
  const parts: string[][] = [];
  for (const match of pattern.matchAll(/\(([^()]*)\)|\{([a-zA-Z0-9_]+)\}|([^({]+)/g)) {
    const [, group, list, plain] = match;
    if (group !== undefined) parts.push(group.split("|").flatMap((option) => withLists(option, lists)));
    else if (list !== undefined) parts.push([...listNamed(list, lists)]);
    else parts.push([plain ?? ""]);
  }
  return parts;
}

/** A list named inside a group contributes its members. */
function withLists(option: string, lists: SentenceLists): string[] {
  const match = /\{([a-zA-Z0-9_]+)\}/.exec(option);
  if (match === null) return [option];
  const [whole, name = ""] = match;
  return listNamed(name, lists).flatMap((member) => withLists(option.replace(whole, member), lists));
}

function listNamed(name: string, lists: SentenceLists): readonly string[] {
  const list = lists.get(name);
  if (list === undefined) throw new Error(`No list is named {${name}}`);
  return list;
}

/** A step that shares no factor with small counts walks every part's options in turn. */
function pick(parts: readonly string[][], index: number, total: number, wanted: number): string {
  let code = wanted === total ? index : Math.floor(((index * 0.6180339887498949) % 1) * total);
  let sentence = "";
  for (const options of parts) {
    sentence += options[code % options.length] ?? "";
    code = Math.floor(code / options.length);
  }
  return sentence;
}
