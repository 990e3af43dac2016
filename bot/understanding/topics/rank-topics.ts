/** What a sentence may ask about, likeliest first: its words, its intent, and the case of whoever says it. */
import { type Case, isAskedHere } from "../../knowledge/conditions.ts";
import { findTopic, type Topic } from "../../knowledge/topics.ts";
import type { Sentence } from "../intents/canonical.ts";
import { intents as allIntents, type Intent } from "../intents/intents.ts";
import { type LinearModel, rankIntents } from "../intents/linear-model.ts";
import { type TopicModel, topicFeatures, topicScores } from "./topic-model.ts";

export interface RankedTopic {
  topic: Topic;
  /** Calibrated: of sentences given 0.8, about 80 % are so. */
  probability: number;
}

/** What a language is recognised by: its intents, and the topics within them. */
export interface Recogniser {
  topics: TopicModel;
  intents: LinearModel;
}

/** Fitted on the development file: how sure scores are, and what the intent, the borrower's
 * case and a sentence of our own count for. */
const calibration = { sharpness: 1.1, intent: 0.7, here: 0.5, elsewhere: -0.5, ownWords: 2.5 };

/** What an intent that is ruled out still counts for. */
const unlikely = 0.003;

/** The case decides among so many that the words leave open; what they rule out it does not bring back. */
const open = 12;

const known = new WeakMap<TopicModel, { topics: readonly (Topic | undefined)[]; intents: Uint8Array }>();

/** The model's topics as they are now, and the number of each one's intent. */
function topicsOf(model: TopicModel) {
  const found = known.get(model);
  if (found !== undefined) return found;
  const topics = model.topics.map(findTopic);
  const made = {
    topics,
    intents: Uint8Array.from(topics, (topic) => allIntents.indexOf(topic?.intent ?? "cancel")),
  };
  known.set(model, made);
  return made;
}

interface RankOptions {
  /** Who says it; without one the words alone count. */
  one?: Case;
  most?: number;
  /** Which topics come into question at all. */
  may?: (topic: Topic) => boolean;
  /** Whether it is word for word one of a topic's own sentences. */
  isOwn?: (topic: Topic) => boolean;
}

/**
 * At most `most`. Without a case, by the words alone.
 */
export function rankTopics(
  { topics: model, intents }: Recogniser,
  sentence: Sentence,
  { one, most = 5, may = () => true, isOwn = () => false }: RankOptions = {},
): RankedTopic[] {
  const { topics, intents: intentOf } = topicsOf(model);
  const scores = topicScores(model, topicFeatures(sentence, model.language));
  const ofIntent = logsOf(rankIntents(intents, sentence));
  const judged: { topic: Topic; score: number }[] = [];
  let top = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < scores.length; at += 1) {
    const topic = topics[at];
    if (topic === undefined || !may(topic)) continue;
    const score = (scores[at] ?? 0) * calibration.sharpness + (ofIntent[intentOf[at] ?? 0] ?? 0);
    top = Math.max(top, score);
    judged.push({ topic, score });
  }
  judged.sort((a, b) => b.score - a.score);
  const likely = judged
    .slice(0, Math.max(open, most))
    .filter(({ score }) => score > top - 6)
    .map(({ topic, score }) => {
      const size = score - top + (isOwn(topic) ? calibration.ownWords : 0);
      return { topic, plain: Math.exp(size), power: Math.exp(size + (one ? ofCase(topic, one) : 0)) };
    });
  const scale = likely.reduce((sum, { power }) => sum + power, 0);
  const plain = likely.reduce((sum, one) => sum + one.plain, 0);
  const rest = judged.slice(likely.length).reduce((sum, { score }) => sum + Math.exp(score - top), 0);
  const share = plain / (plain + rest);
  return likely
    .sort((a, b) => b.power - a.power)
    .slice(0, most)
    .map(({ topic, power }) => ({ topic, probability: (share * power) / scale }));
}

function logsOf(ranked: readonly { intent: Intent; probability: number }[]): Float64Array {
  const logs = new Float64Array(allIntents.length);
  for (const { intent, probability } of ranked)
    logs[allIntents.indexOf(intent)] = calibration.intent * Math.log(probability + unlikely);
  return logs;
}

function ofCase(topic: Topic, one: Case): number {
  const here = isAskedHere(topic, one);
  if (here === undefined) return 0;
  return here ? calibration.here : calibration.elsewhere;
}
