/** Everything that can be asked about: one folder a topic, under its intent. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { z } from "zod";
import { houseLocales, type Locale, locales, strangersLocale } from "../../domain/language/languages.ts";
import { type Intent, intents } from "../understanding/intents/intents.ts";
import { readTopicFile, type TopicTexts } from "./topic-file.ts";
import { type When, whenOf } from "./when.ts";

const definitionSchema = z.strictObject({
  /** For whoever maintains it, and for a language model that is to choose: what is asked, in a sentence. */
  about: z.string().min(10),
  /** in: answered here. near: somebody else's, who is named. out: nothing to do with borrowing. */
  scope: z.enum(["in", "near", "out"]).default("in"),
  /** Per cent of real traffic. */
  share: z.number().min(0),
  /** Conditions of which one makes it likelier that this is meant. */
  asked: z.array(z.string()).default([]),
  /** What is done at once when it is wished for rather than asked about, by the name of an act. */
  does: z.string().optional(),
  /** The answers, the first whose condition holds and whose figures are known; each with what it offers. */
  answers: z
    .array(z.strictObject({ when: z.string().optional(), offers: z.array(z.string()).max(4).default([]) }))
    .min(1),
  /** Asked only where one of these products of other companies is named; "any" is any of them. */
  others: z.array(z.string()).default([]),
  /** A sum is asked for: with the figures of the question it is worked out and told below the answer. */
  reckons: z.boolean().default(false),
  /** A right, a danger or a grief: heard before everything else, wherever the borrower stands. */
  grave: z.boolean().default(false),
  /** Names that it had in an earlier release, which buttons in circulation carry. */
  formerly: z.array(z.string()).default([]),
});

/** One answer: for whom, and what is offered with it. */
export interface TopicAnswer {
  /** As written; "otherwise" for everybody else. */
  name: string;
  when: When;
  offers: readonly string[];
}

export interface Topic {
  id: string;
  intent: Intent;
  about: string;
  scope: "in" | "near" | "out";
  share: number;
  asked: readonly When[];
  does?: string | undefined;
  answers: readonly TopicAnswer[];
  others: readonly string[];
  reckons: boolean;
  grave: boolean;
  formerly: readonly string[];
  texts: ReadonlyMap<Locale, TopicTexts>;
}

/** The answer for everybody else. */
const otherwise = "otherwise";

export const topicsFolder = new URL("./topics/", import.meta.url);

const foldersIn = (url: URL): string[] =>
  readdirSync(url, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();

const intentOf = (folder: string): Intent => {
  const intent = folder.replaceAll("-", "_");
  const known = intents.find((one) => one === intent);
  if (known === undefined) throw new RangeError(`topics/${folder}: no intent is named so`);
  return known;
};

/** Every topic in the folder, the most frequent first. Throws RangeError naming the topic and what is wrong with it. */
export function readTopics(folder: URL = topicsFolder): Topic[] {
  const topics = foldersIn(folder).flatMap((intent) =>
    foldersIn(new URL(`${intent}/`, folder)).map((id) => {
      try {
        return readTopic(id, intentOf(intent), new URL(`${intent}/${id}/`, folder));
      } catch (error) {
        throw new RangeError(`topics/${intent}/${id}: ${error instanceof Error ? error.message : error}`);
      }
    }),
  );
  return topics.toSorted((a, b) => b.share - a.share || a.id.localeCompare(b.id));
}

function readTopic(id: string, intent: Intent, folder: URL): Topic {
  const definition = definitionSchema.parse(JSON.parse(readFileSync(new URL("topic.json", folder), "utf8")));
  const answers = definition.answers.map(({ when, offers }) => ({
    name: when ?? otherwise,
    when: when === undefined ? [] : whenOf(when),
    offers,
  }));
  if (answers.at(-1)?.name !== otherwise)
    throw new RangeError('the last answer is for everybody: it has no "when"');
  // A language that is only begun may do without: it is then answered as strangers are.
  const written = locales.filter(
    (locale) => houseLocales.includes(locale) || existsSync(new URL(`${locale}.txt`, folder)),
  );
  const texts = new Map(written.map((locale) => [locale, textsOf(locale, folder)]));
  for (const [locale, { answers: written }] of texts) {
    const wanted = answers.map(({ name }) => name).join(", ");
    const found = written.map(({ when }) => when).join(", ");
    if (found !== wanted)
      throw new RangeError(`${locale}.txt has answers for ${found}, and topic.json for ${wanted}`);
    const empty = written.find(({ text }) => text === "");
    if (empty) throw new RangeError(`${locale}.txt: the answer for ${empty.when} is empty`);
  }
  return { ...definition, id, intent, asked: definition.asked.map(whenOf), answers, texts };
}

function textsOf(locale: Locale, folder: URL): TopicTexts {
  try {
    return readTopicFile(readFileSync(new URL(`${locale}.txt`, folder), "utf8"));
  } catch (error) {
    throw new RangeError(`${locale}.txt: ${error instanceof Error ? error.message : error}`);
  }
}

let known: { all: readonly Topic[]; byName: ReadonlyMap<string, Topic> } | undefined;

function knowledge(): NonNullable<typeof known> {
  if (known === undefined) {
    const all = readTopics();
    known = {
      all,
      byName: new Map(all.flatMap((topic) => [topic.id, ...topic.formerly].map((name) => [name, topic]))),
    };
  }
  return known;
}

/** The shipped topics, read once a process; the most frequent first. */
export const allTopics = (): readonly Topic[] => knowledge().all;

/** By its name, or one that it had; undefined for one that was removed. */
export const findTopic = (name: string): Topic | undefined => knowledge().byName.get(name);

/** Its title in a language; one that was removed goes by its name. */
export function titleOf(name: string, locale: Locale): string {
  const topic = findTopic(name);
  return topic === undefined ? name : wordsOf(topic, locale).title;
}

/** What it says in a language, or as strangers are spoken to where it has no words of that. */
export function wordsOf({ id, texts }: Topic, locale: Locale): TopicTexts {
  const words = texts.get(locale) ?? texts.get(strangersLocale);
  if (words === undefined) throw new RangeError(`topics/${id} has no words in ${locale}`);
  return words;
}
