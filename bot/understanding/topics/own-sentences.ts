/**
 * The second opinion: whether a message is, word for word, one of the sentences that a topic is written with. What a
 * maintainer wrote down is so recognised, however the weights fall.
 */
import { patternParts, readLists, type SentenceLists } from "../../knowledge/sentence-pattern.ts";
import { allTopics, type Topic } from "../../knowledge/topics.ts";
import { type Reading, readSample } from "../../reading/reading.ts";
import { localeOf, type ModelLanguage } from "../intents/intents.ts";

/** Spaces and marks tell no sentences apart. */
const bare = (text: string): string => readSample(text).text.replace(/[^\p{L}\p{N}%.]+|\.(?!\d)/gu, "");
const escaped = (text: string): string => bare(text).replaceAll(".", "\\.");

function sourceOf(line: string, lists: SentenceLists): string {
  const [pattern = ""] = line.split(/\s+~\s*/);
  return patternParts(pattern, lists)
    .map((options) =>
      options.length > 1 ? `(?:${options.map(escaped).join("|")})` : escaped(options[0] ?? ""),
    )
    .join("");
}

interface OwnSentences {
  lists: SentenceLists;
  /** The lines of each topic: its own, and the near misses of others that point to it. */
  lines: ReadonlyMap<string, readonly string[]>;
  /** Made when a topic is first among the likely ones. */
  made: Map<string, RegExp>;
}

function ownSentences(language: ModelLanguage): OwnSentences {
  const locale = localeOf[language];
  const lines = new Map<string, string[]>();
  const add = (topic: string, line: string): void => {
    lines.set(topic, [...(lines.get(topic) ?? []), line]);
  };
  for (const { id, texts } of allTopics()) {
    const { ask = [], not = [] } = texts.get(locale) ?? {};
    for (const line of ask) add(id, line);
    for (const { sentence, topic } of not) add(topic, sentence);
  }
  return { lists: readLists(locale), lines, made: new Map() };
}

const kept = new Map<ModelLanguage, OwnSentences>();

function sentencesIn(language: ModelLanguage): OwnSentences {
  const found = kept.get(language) ?? ownSentences(language);
  kept.set(language, found);
  return found;
}

function wordings({ lists, lines, made }: OwnSentences, topic: string): RegExp {
  const found = made.get(topic);
  if (found !== undefined) return found;
  const sources = (lines.get(topic) ?? []).map((line) => sourceOf(line, lists)).filter(Boolean);
  const pattern = new RegExp(`^(?:${sources.length > 0 ? sources.join("|") : "(?!)"})$`, "u");
  made.set(topic, pattern);
  return pattern;
}

/** Whether a topic has what is said among its own sentences, politeness aside. */
export function ownTopicsOf({ script, text, forms }: Reading): (topic: Topic) => boolean {
  const said = [...new Set([text, ...forms].map(bare))].filter((form) => form !== "");
  const own = sentencesIn(script);
  return ({ id }) => said.some((form) => wordings(own, id).test(form));
}
