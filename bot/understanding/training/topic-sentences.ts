/** What the recogniser learns from: the sentences of every topic, their patterns expanded. */
import { expandPattern, readLists } from "../../knowledge/sentence-pattern.ts";
import type { Topic } from "../../knowledge/topics.ts";
import { readSample } from "../../reading/reading.ts";
import { intents, localeOf, type ModelLanguage } from "../intents/intents.ts";
import { type TopicModel, topicFeatures, topicScores } from "../topics/topic-model.ts";
import type { TrainingSentence } from "./train.ts";

export interface TopicSentence {
  text: string;
  topic: string;
  /** Topics that are equally right. */
  also: readonly string[];
  weight: number;
}

/** Wordings teach more than the fillings of one wording. */
const mostOfPattern = 14;

/** Each topic counts alike, however many sentences it has: nearly, by the root of how many. */
function weighted(sentences: readonly TopicSentence[]): TopicSentence[] {
  const counts = new Map<string, number>();
  for (const { topic } of sentences) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const average = sentences.length / counts.size;
  return sentences.map((one) => ({
    ...one,
    weight: Math.min(2, Math.sqrt(average / (counts.get(one.topic) ?? 1))),
  }));
}

export function topicSentences(topics: readonly Topic[], language: ModelLanguage): TopicSentence[] {
  const lists = readLists(localeOf[language]);
  const known = new Set(topics.map(({ id }) => id));
  const sentences = topics.flatMap(({ id, texts }) => {
    const { ask = [], not = [] } = texts.get(localeOf[language]) ?? {};
    const asked = ask.flatMap((line) => {
      const [pattern = "", others = ""] = line.split(/\s+~\s*/);
      const also = others
        .split(",")
        .map((name) => name.trim())
        .filter((name) => known.has(name));
      return expandPattern(pattern, lists, mostOfPattern).map((text) => ({
        text,
        topic: id,
        also,
        weight: 1,
      }));
    });
    const missed = not
      .filter(({ topic }) => known.has(topic))
      .flatMap(({ sentence, topic }) =>
        expandPattern(sentence, lists, mostOfPattern).map((text) => ({ text, topic, also: [], weight: 1 })),
      );
    return [...asked, ...missed];
  });
  return weighted(sentences);
}

/** What a sentence of an intent counts for, whose topic was only guessed. */
const guessed = 0.7;

/**
 * Sentences of which only the intent is known, each given to the topic of it that `model` thinks likeliest, and counting
 * for as much as it is sure.
 */
export function guessTopics(
  model: TopicModel,
  sentences: readonly TrainingSentence[],
  topics: readonly Topic[],
): TopicSentence[] {
  const places = new Map(model.topics.map((id, at) => [id, at]));
  const ofIntent = new Map(intents.map((one) => [one, topics.filter(({ intent }) => intent === one)]));
  return sentences.flatMap(({ text, intent, also }) => {
    const scores = topicScores(model, topicFeatures(readSample(text), model.language));
    const scored = [intent, ...also]
      .flatMap((one) => ofIntent.get(one) ?? [])
      .map(({ id }) => ({ id, score: scores[places.get(id) ?? -1] ?? Number.NEGATIVE_INFINITY }))
      .sort((a, b) => b.score - a.score);
    const [best] = scored;
    if (best === undefined) return [];
    const total = scored.reduce((sum, { score }) => sum + Math.exp(score - best.score), 0);
    return [{ text, topic: best.id, also: [], weight: guessed / total }];
  });
}
