/** Everything that is learnt for a language: the intents, and the topics within them. */
import type { Topic } from "../../knowledge/topics.ts";
import type { ModelLanguage } from "../intents/intents.ts";
import type { LinearModel } from "../intents/linear-model.ts";
import type { TopicModel } from "../topics/topic-model.ts";
import { readSentences } from "./read-sentences.ts";
import { guessTopics, type TopicSentence, topicSentences } from "./topic-sentences.ts";
import { train } from "./train.ts";
import { trainTopics } from "./train-topics.ts";

/** Only guesses with it: it need not be exact. */
const rough = { epochs: 3 };

/** What a topic's sentence counts for among those of the intents. */
const ofTopic = 0.5;

/** The intents, from their own sentences and from those of their topics. */
export function trainIntents(language: ModelLanguage, topics: readonly Topic[]): LinearModel {
  const intentOf = new Map(topics.map(({ id, intent }) => [id, intent]));
  const ofTopics = topicSentences(topics, language).flatMap(({ text, topic, also }) => {
    const intent = intentOf.get(topic);
    const others = also.flatMap((id) => intentOf.get(id) ?? []);
    return intent === undefined ? [] : [{ text, intent, also: others, weight: ofTopic }];
  });
  return train(language, [...readSentences(language), ...ofTopics]);
}

/**
 * First from the topics' own sentences alone; with what that knows, the sentences of which only the intent is told are
 * given to topics, and it is learnt again from all. `more`: labelled sentences besides, where a model is judged.
 */
export function trainRecogniser(
  language: ModelLanguage,
  topics: readonly Topic[],
  more: readonly TopicSentence[] = [],
): TopicModel {
  const ids = topics.map(({ id }) => id);
  const own = [...topicSentences(topics, language), ...more];
  const first = trainTopics(language, ids, own, rough);
  return trainTopics(language, ids, [...own, ...guessTopics(first, readSentences(language), topics)]);
}
