import { canonical } from "../intents/canonical.ts";
import { type Features, featureBits, featuresOf } from "../intents/features.ts";
import { type Intent, intents, type ModelLanguage } from "../intents/intents.ts";
import { normalise } from "../normalise.ts";

export interface TrainingSentence {
  text: string;
  intent: Intent;
  also: readonly Intent[];
  weight: number;
}

export interface LinearModel {
  language: ModelLanguage;
  /** One row of `intents.length` weights a feature bucket, then one of biases. */
  weights: Float32Array;
}

const classes = intents.length;

interface Example {
  features: Features;
  target: Float32Array;
  weight: number;
}

function targetOf({ intent, also }: TrainingSentence): Float32Array {
  const target = new Float32Array(classes);
  const others = also.filter((label) => label !== intent);
  target[intents.indexOf(intent)] = others.length === 0 ? 1 : 0.65;
  for (const label of others) target[intents.indexOf(label)] = 0.35 / others.length;
  return target;
}

/** Figures in [0, 1) from a fixed seed: training gives the same weights every time. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

function dropped(example: Example, share: number, random: () => number): Example {
  if (share === 0) return example;
  const { index, value } = example.features;
  const kept: number[] = [];
  for (let at = 0; at < index.length; at += 1) if (random() >= share) kept.push(at);
  const scale = 1 / (1 - share);
  return {
    ...example,
    features: {
      index: Int32Array.from(kept, (at) => index[at] ?? 0),
      value: Float32Array.from(kept, (at) => (value[at] ?? 0) * scale),
    },
  };
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

export function softmax(scores: Float32Array): Float32Array {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > top) top = score;
  let sum = 0;
  for (let k = 0; k < scores.length; k += 1) sum += scores[k] = Math.exp((scores[k] ?? 0) - top);
  for (let k = 0; k < scores.length; k += 1) scores[k] = (scores[k] ?? 0) / sum;
  return scores;
}

export function scoresOf(model: LinearModel, { index, value }: Features): Float32Array {
  const scores = model.weights.slice(classes << featureBits);
  for (let at = 0; at < index.length; at += 1) {
    const base = (index[at] ?? 0) * classes;
    const size = value[at] ?? 0;
    for (let k = 0; k < classes; k += 1) scores[k] = (scores[k] ?? 0) + (model.weights[base + k] ?? 0) * size;
  }
  return scores;
}

function step(model: LinearModel, squares: Float32Array, example: Example, rate: number, decay: number): void {
  const { features, target, weight } = example;
  const error = softmax(scoresOf(model, features));
  for (let k = 0; k < classes; k += 1) error[k] = ((error[k] ?? 0) - (target[k] ?? 0)) * weight;
  const { index, value } = features;
  const w = model.weights;
  for (let at = 0; at <= index.length; at += 1) {
    const base = at === index.length ? classes << featureBits : (index[at] ?? 0) * classes;
    const size = at === index.length ? 1 : (value[at] ?? 0);
    for (let k = 0; k < classes; k += 1) {
      const gradient = (error[k] ?? 0) * size + decay * (w[base + k] ?? 0);
      const square = (squares[base + k] ?? 0) + gradient * gradient;
      squares[base + k] = square;
      w[base + k] = (w[base + k] ?? 0) - (rate * gradient) / Math.sqrt(square + 1e-6);
    }
  }
}

export interface TrainingOptions {
  epochs?: number;
  rate?: number;
  decay?: number;
  /** The share of features left out of each step, so that no sentence hangs on one wording. */
  dropout?: number;
}

/** Multinomial logistic regression by AdaGrad over hashed features. */
export function train(language: ModelLanguage, sentences: readonly TrainingSentence[], options: TrainingOptions = {}): LinearModel {
  const { epochs = 8, rate = 0.25, decay = 2e-5, dropout = 0 } = options;
  const random = generator(7);
  const examples = sentences.map((sentence): Example => ({
    features: featuresOf(canonical(normalise(sentence.text), language), language),
    target: targetOf(sentence),
    weight: sentence.weight,
  }));
  const size = (classes << featureBits) + classes;
  const model: LinearModel = { language, weights: new Float32Array(size) };
  const squares = new Float32Array(size);
  for (let epoch = 0; epoch < epochs; epoch += 1)
    for (const at of shuffled(examples.length, random)) {
      const example = examples[at];
      if (example !== undefined) step(model, squares, dropped(example, dropout, random), rate, decay);
    }
  return model;
}
