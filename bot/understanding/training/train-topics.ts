/** Multinomial logistic regression over topics, by AdaGrad; the same sentences give the same model. */
import { readSample } from "../../reading/reading.ts";
import type { Features } from "../intents/features.ts";
import type { ModelLanguage } from "../intents/intents.ts";
import { type TopicModel, topicFeatureBits, topicFeatures } from "../topics/topic-model.ts";
import type { TopicSentence } from "./topic-sentences.ts";

export interface TopicTraining {
  epochs?: number;
  rate?: number;
  /** The share of features left out of each step, so that no sentence hangs on one wording. */
  dropout?: number;
  decay?: number;
  /** Weights below this share of the largest are none. */
  negligible?: number;
  /** So many weights of a feature are kept, the largest. */
  most?: number;
  /** A feature of fewer sentences teaches nothing. */
  least?: number;
}

const primaryShare = 0.7;
const unmoved = 0.001;

/** Figures in [0, 1) from a fixed seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

interface Example {
  rows: Int32Array;
  value: Float32Array;
  target: number;
  others: readonly number[];
  weight: number;
}

interface Learning {
  weights: Float32Array;
  squares: Float32Array;
  biases: Float32Array;
  biasSquares: Float32Array;
  classes: number;
  rate: number;
  decay: number;
}

function softmaxInto(scores: Float32Array): void {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) top = Math.max(top, score);
  let total = 0;
  for (let k = 0; k < scores.length; k += 1) {
    scores[k] = Math.exp((scores[k] ?? 0) - top);
    total += scores[k] ?? 0;
  }
  for (let k = 0; k < scores.length; k += 1) scores[k] = (scores[k] ?? 0) / total;
}

/** How far the model is off for each class: what it thinks less what is right. */
function errorOf(
  { weights, biases, classes }: Learning,
  { rows, value, target, others }: Example,
  kept: readonly number[],
  boost: number,
): Float32Array {
  const error = Float32Array.from(biases);
  for (const at of kept) {
    const base = (rows[at] ?? 0) * classes;
    const size = (value[at] ?? 0) * boost;
    for (let k = 0; k < classes; k += 1) error[k] = (error[k] ?? 0) + (weights[base + k] ?? 0) * size;
  }
  softmaxInto(error);
  error[target] = (error[target] ?? 0) - (others.length === 0 ? 1 : primaryShare);
  for (const other of others) error[other] = (error[other] ?? 0) - (1 - primaryShare) / others.length;
  return error;
}

/** One AdaGrad step on one figure. */
function adjust(
  figures: Float32Array,
  squares: Float32Array,
  at: number,
  gradient: number,
  rate: number,
): void {
  const square = (squares[at] ?? 0) + gradient * gradient;
  squares[at] = square;
  figures[at] = (figures[at] ?? 0) - (rate * gradient) / Math.sqrt(square + 1e-6);
}

function step(learning: Learning, example: Example, kept: readonly number[], boost: number): void {
  const { weights, squares, biases, biasSquares, classes, rate, decay } = learning;
  const { rows, value, weight } = example;
  const error = errorOf(learning, example, kept, boost);
  for (let k = 0; k < classes; k += 1) {
    const off = (error[k] ?? 0) * weight;
    if (Math.abs(off) < unmoved) continue;
    for (const at of kept) {
      const place = (rows[at] ?? 0) * classes + k;
      adjust(weights, squares, place, off * (value[at] ?? 0) * boost + decay * (weights[place] ?? 0), rate);
    }
    adjust(biases, biasSquares, k, off, rate);
  }
}

/** Buckets that at least so many sentences share get a row each. */
function rowsOf(features: readonly Features[], least: number): Int32Array {
  const counts = new Uint16Array(1 << topicFeatureBits);
  for (const { index } of features)
    for (const bucket of index) counts[bucket] = Math.min(60000, (counts[bucket] ?? 0) + 1);
  const rows = new Int32Array(1 << topicFeatureBits).fill(-1);
  let next = 0;
  counts.forEach((count, bucket) => {
    if (count < least) return;
    rows[bucket] = next;
    next += 1;
  });
  return rows;
}

function shuffled(count: number, random: () => number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, index) => index);
  for (let at = count - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
  return order;
}

export function trainTopics(
  language: ModelLanguage,
  topics: readonly string[],
  sentences: readonly TopicSentence[],
  options: TopicTraining = {},
): TopicModel {
  const {
    epochs = 5,
    rate = 0.3,
    dropout = 0.4,
    decay = 2e-4,
    negligible = 0.06,
    most = 30,
    least = 5,
  } = options;
  const random = generator(7);
  const features = sentences.map(({ text }) => topicFeatures(readSample(text), language));
  const rows = rowsOf(features, least);
  const count = rows.reduce((most, row) => Math.max(most, row), -1) + 1;
  const classes = topics.length;
  const number = new Map(topics.map((id, at) => [id, at]));
  const examples = sentences.map(({ topic, also, weight }, at): Example => {
    const { index = new Int32Array(), value = new Float32Array() } = features[at] ?? {};
    const known = [...index.keys()].filter((one) => (rows[index[one] ?? 0] ?? -1) >= 0);
    return {
      rows: Int32Array.from(known, (one) => rows[index[one] ?? 0] ?? 0),
      value: Float32Array.from(known, (one) => value[one] ?? 0),
      target: number.get(topic) ?? 0,
      others: also.flatMap((id) => number.get(id) ?? []),
      weight,
    };
  });
  const learning: Learning = {
    weights: new Float32Array(count * classes),
    squares: new Float32Array(count * classes),
    biases: new Float32Array(classes),
    biasSquares: new Float32Array(classes),
    ...{ classes, rate, decay },
  };
  for (let epoch = 0; epoch < epochs; epoch += 1)
    for (const at of shuffled(examples.length, random)) {
      const example = examples[at];
      if (example === undefined) continue;
      const kept = [...example.rows.keys()].filter(() => random() >= dropout);
      step(learning, example, kept, 1 / (1 - dropout));
    }
  return sparse({ language, topics, rows, count }, learning, { negligible, most });
}

/**
 * Takes from every row its median, in place. What a feature adds to all topics alike changes no probability, so most
 * weights come to be nothing and need not be kept.
 */
function centre(weights: Float32Array, count: number, classes: number): void {
  for (let row = 0; row < count; row += 1) {
    const own = weights.subarray(row * classes, (row + 1) * classes);
    const median = Float32Array.from(own).sort()[classes >> 1] ?? 0;
    for (let k = 0; k < classes; k += 1) own[k] = (own[k] ?? 0) - median;
  }
}

/** The places of the largest weights, in their order; none smaller than `least`. */
function largestOf(weights: Float32Array, least: number, most: number): number[] {
  const places = [...weights.keys()].filter((k) => Math.abs(weights[k] ?? 0) >= least);
  if (places.length <= most) return places;
  return places
    .sort((a, b) => Math.abs(weights[b] ?? 0) - Math.abs(weights[a] ?? 0))
    .slice(0, most)
    .sort((a, b) => a - b);
}

function sparse(
  { count, ...known }: Pick<TopicModel, "language" | "topics" | "rows"> & { count: number },
  { weights, biases, classes }: Learning,
  { negligible, most }: { negligible: number; most: number },
): TopicModel {
  centre(weights, count, classes);
  let largest = 1e-9;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const scale = largest / 127;
  const least = Math.max(negligible * largest, scale / 2);
  const starts = new Uint32Array(count + 1);
  const kept: number[] = [];
  const values: number[] = [];
  for (let row = 0; row < count; row += 1) {
    const large = largestOf(weights.subarray(row * classes, (row + 1) * classes), least, most);
    for (const k of large) {
      kept.push(k);
      values.push(Math.round((weights[row * classes + k] ?? 0) / scale));
    }
    starts[row + 1] = kept.length;
  }
  return {
    ...known,
    starts,
    classes: Uint16Array.from(kept),
    weights: Int8Array.from(values),
    scale,
    biases,
  };
}
