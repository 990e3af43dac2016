/** Which topic a sentence asks about: a linear model over the features seen in our own sentences, most weights none. */
import { canonical, type Sentence } from "../intents/canonical.ts";
import { type Features, featuresOf } from "../intents/features.ts";
import type { ModelLanguage } from "../intents/intents.ts";

/** Features are told apart by so many bits. */
export const topicFeatureBits = 18;

export interface TopicModel {
  language: ModelLanguage;
  /** Ids, in the order of the classes. */
  topics: readonly string[];
  /** The row of each feature bucket, -1 for one that was never seen. */
  rows: Int32Array;
  /** Where each row's weights begin in `classes` and `weights`; one more than there are rows. */
  starts: Uint32Array;
  classes: Uint16Array;
  weights: Int8Array;
  /** What a weight of 1 counts for. */
  scale: number;
  biases: Float32Array;
}

export const topicFeatures = (sentence: Sentence, language: ModelLanguage): Features =>
  featuresOf(canonical(sentence, language), language, { bits: topicFeatureBits, longest: 3 });

/** One score a topic, in the order of the model's topics. */
export function topicScores(model: TopicModel, { index, value }: Features): Float64Array {
  const { rows, starts, classes, weights, scale, biases } = model;
  const scores = Float64Array.from(biases);
  for (let at = 0; at < index.length; at += 1) {
    const row = rows[index[at] ?? 0] ?? -1;
    if (row < 0) continue;
    const size = (value[at] ?? 0) * scale;
    for (let one = starts[row] ?? 0; one < (starts[row + 1] ?? 0); one += 1) {
      const topic = classes[one] ?? 0;
      scores[topic] = (scores[topic] ?? 0) + (weights[one] ?? 0) * size;
    }
  }
  return scores;
}
