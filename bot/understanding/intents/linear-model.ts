import { canonical, type Sentence } from "./canonical.ts";
import { type Features, featureBits, featuresOf } from "./features.ts";
import { type Intent, intents, type ModelLanguage } from "./intents.ts";

/** A score per intent: the sum over features of value times weight, times the intent's scale, plus its bias. */
export interface LinearModel {
  language: ModelLanguage;
  /** One row of `intents.length` weights for each of 2^featureBits buckets. */
  weights: Float32Array | Int8Array;
  scales: Float32Array;
  biases: Float32Array;
}

export interface RankedIntent {
  intent: Intent;
  /** Calibrated: of sentences given 0.8, about 80 % are so. */
  probability: number;
}

const classes = intents.length;

export function emptyModel(language: ModelLanguage): LinearModel {
  return {
    language,
    weights: new Float32Array(classes << featureBits),
    scales: new Float32Array(classes).fill(1),
    biases: new Float32Array(classes),
  };
}

export function scoresOf({ weights, scales, biases }: LinearModel, { index, value }: Features): Float32Array {
  const scores = new Float32Array(classes);
  for (let at = 0; at < index.length; at += 1) {
    const base = (index[at] ?? 0) * classes;
    const size = value[at] ?? 0;
    for (let k = 0; k < classes; k += 1) scores[k] = (scores[k] ?? 0) + (weights[base + k] ?? 0) * size;
  }
  for (let k = 0; k < classes; k += 1) scores[k] = (scores[k] ?? 0) * (scales[k] ?? 1) + (biases[k] ?? 0);
  return scores;
}

/** In place. */
export function softmax(scores: Float32Array): Float32Array {
  const top = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  let sum = 0;
  for (let k = 0; k < scores.length; k += 1) {
    const power = Math.exp((scores[k] ?? 0) - top);
    scores[k] = power;
    sum += power;
  }
  for (let k = 0; k < scores.length; k += 1) scores[k] = (scores[k] ?? 0) / sum;
  return scores;
}

/**
 * `sharpness` divides doubt as cross-validation measured it; `outOfScope` is how much likelier a stray sentence
 * is than our own training set has it. Both are single figures fitted on the development file.
 */
const calibration: Record<ModelLanguage, { sharpness: number; outOfScope: number }> = {
  zh: { sharpness: 1.7, outOfScope: 0.7 },
  en: { sharpness: 1.7, outOfScope: 0.5 },
};

/** The intents of a sentence, likeliest first. */
export function rankIntents(model: LinearModel, sentence: Sentence): RankedIntent[] {
  const { sharpness, outOfScope } = calibration[model.language];
  const scores = scoresOf(model, featuresOf(canonical(sentence, model.language), model.language));
  const stray = intents.indexOf("out_of_scope");
  scores[stray] = (scores[stray] ?? 0) + outOfScope;
  const probabilities = softmax(scores.map((score) => score * sharpness));
  return intents
    .map((intent, k) => ({ intent, probability: probabilities[k] ?? 0 }))
    .sort((a, b) => b.probability - a.probability);
}
