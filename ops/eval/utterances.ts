/** A file of labelled utterances: one JSON object a line, as the README of the data folder describes it. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { allTopics } from "../../bot/knowledge/topics.ts";
import { readSample } from "../../bot/reading/reading.ts";
import {
  type Intent,
  intents,
  localeOf,
  type ModelLanguage,
} from "../../bot/understanding/intents/intents.ts";

const label = z.enum(intents, { error: ({ input }) => `${JSON.stringify(input)} is no label we know` });
const figure = z.union([z.number(), z.string()]).nullish();

const lineSchema = z.object({
  text: z.string().regex(/\S/, "is empty"),
  lang: z.enum(["zh", "en"]).nullish(),
  intent: label,
  also: z.preprocess((given) => (typeof given === "string" ? [given] : (given ?? [])), z.array(label)),
  amount: figure,
  term_months: figure,
  topic: z.string().nullish(),
  alsoTopics: z.array(z.string()).nullish(),
});

export interface Utterance {
  text: string;
  lang: ModelLanguage;
  intent: Intent;
  also: Intent[];
  /** What it asks, at the grain of one answer, where that is labelled. */
  topic?: string;
  alsoTopics: string[];
  /** Yuan in plain digits. */
  amount?: string;
  term_months?: number;
}

/** A line that cannot be judged: where it is, and why. */
export interface LeftOut {
  place: string;
  reason: string;
}

/** "20000", 20000, "20,000.00" and "2万" are one amount. */
function amountOf(given: number | string): string | undefined {
  const [found] = readSample(String(given)).quantities;
  return found?.kind === "amount" || found?.kind === "number" ? found.value : undefined;
}

/** 12, "12" and "12个月" are one term. */
function monthsOf(given: number | string): number | undefined {
  const [found] = readSample(String(given)).quantities;
  if (found?.kind === "term") return found.months;
  return found?.kind === "number" ? Number(found.value) : undefined;
}

function readSlot<T>(
  name: string,
  given: number | string | null | undefined,
  read: (given: number | string) => T | undefined,
): T | undefined {
  if (given === null || given === undefined || given === "") return undefined;
  const value = read(given);
  if (value === undefined) throw new SyntaxError(`${name}: ${JSON.stringify(given)} is no figure`);
  return value;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new SyntaxError("not a line of JSON");
  }
}

/** A line without its language is taken for Chinese as soon as it has a Chinese character. */
function readLine(line: string): Utterance {
  const parsed = lineSchema.safeParse(parseJson(line));
  if (!parsed.success)
    throw new SyntaxError(
      parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; "),
    );
  const { text, lang, intent, also, topic, alsoTopics, ...slots } = parsed.data;
  const amount = readSlot("amount", slots.amount, amountOf);
  const months = readSlot("term_months", slots.term_months, monthsOf);
  return {
    text,
    lang: lang ?? (/\p{Script=Han}/u.test(text) ? "zh" : "en"),
    intent,
    also,
    alsoTopics: alsoTopics ?? [],
    ...(topic && { topic }),
    ...(amount !== undefined && { amount }),
    ...(months !== undefined && { term_months: months }),
  };
}

/**
 * The utterances of a file, and the lines that are not of the format. Empty lines, a byte order mark and Windows line
 * ends do no harm. Throws when the file cannot be read, or holds no line that can be judged.
 */
export function readUtterances(
  file: string,
  topicsFile?: string,
): { utterances: Utterance[]; leftOut: LeftOut[] } {
  const topics = topicsFile === undefined ? new Map() : readTopicLabels(topicsFile);
  const utterances: Utterance[] = [];
  const leftOut: LeftOut[] = [];
  for (const [at, line] of readLines(file).entries()) {
    if (line.trim() === "") continue;
    try {
      utterances.push({ ...readLine(line), ...topics.get(at + 1) });
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      leftOut.push({ place: `${file}:${at + 1}`, reason: error.message });
    }
  }
  if (utterances.length === 0) throw new RangeError(nothingIn(file, leftOut[0]));
  return { utterances, leftOut };
}

/** The unseen sentences that stand with the topics. */
export function unseenUtterances(): Utterance[] {
  return intents.flatMap((intent) =>
    languages.flatMap((lang) =>
      allTopics()
        .filter((topic) => topic.intent === intent)
        .flatMap(({ id, texts }) =>
          (texts.get(localeOf[lang])?.unseen ?? []).map((line) => {
            const [text = "", others = ""] = line.split(/\s+~\s*/);
            const alsoTopics = others.split(",").flatMap((name) => name.trim() || []);
            return { text, lang, intent, also: [], topic: id, alsoTopics };
          }),
        ),
    ),
  );
}

const languages = ["zh", "en"] as const;

const labelSchema = z.object({
  line: z.int(),
  topic: z.string(),
  also: z.array(z.string()).default([]),
});

/** The topics of a file's lines, kept beside it: one object a line, with the number of the line that it is of. */
function readTopicLabels(file: string): Map<number, Pick<Utterance, "topic" | "alsoTopics">> {
  return new Map(
    readLines(file)
      .filter((line) => line.trim() !== "")
      .map((line) => {
        const { line: at, topic, also } = labelSchema.parse(parseJson(line));
        return [at, { topic, alsoTopics: also }] as const;
      }),
  );
}

function nothingIn(file: string, first: LeftOut | undefined): string {
  return `${file} has no line that can be judged${first === undefined ? "" : `; ${first.place}: ${first.reason}`}`;
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, "utf8")
      .replace(/^\uFEFF/, "")
      .split(/\r?\n/);
  } catch (error) {
    throw new RangeError(`${file} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}
