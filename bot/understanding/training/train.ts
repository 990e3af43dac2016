import { readSample } from "../../reading/reading.ts";
import { canonical } from "../intents/canonical.ts";
import { type Features, featuresOf } from "../intents/features.ts";
import { type Intent, intents, type ModelLanguage } from "../intents/intents.ts";
import { emptyModel, type LinearModel, scoresOf, softmax } from "../intents/linear-model.ts";

export interface TrainingSentence {
  text: string;
  intent: Intent;
  /** Labels that are equally right. */
  also: readonly Intent[];
  weight: number;
}

export interface TrainingOptions {
  epochs?: number;
  rate?: number;
  decay?: number;
  /** The share of features left out of each step, so that no sentence hangs on one wording. */
  dropout?: number;
}

const classes = intents.length;
const primaryShare = 0.65;
/** Classes already as good as right are left alone: most steps then touch two or three. */
const negligible = 0.0005;

interface Example {
  features: Features;
  target: Float32Array;
  weight: number;
}

interface State {
  model: LinearModel;
  squares: Float32Array;
  biasSquares: Float32Array;
  rate: number;
  decay: number;
}

function targetOf({ intent, also }: TrainingSentence): Float32Array {
  const target = new Float32Array(classes);
  const others = also.filter((label) => label !== intent);
  target[intents.indexOf(intent)] = others.length === 0 ? 1 : primaryShare;
  for (const label of others) target[intents.indexOf(label)] = (1 - primaryShare) / others.length;
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

function thinned({ index, value }: Features, share: number, random: () => number): Features {
  const kept: number[] = [];
  for (let at = 0; at < index.length; at += 1) if (random() >= share) kept.push(at);
  return {
    index: Int32Array.from(kept, (at) => index[at] ?? 0),
    value: Float32Array.from(kept, (at) => (value[at] ?? 0) / (1 - share)),
  };
}

function errorOf(model: LinearModel, features: Features, { target, weight }: Example): Float32Array {
  const error = softmax(scoresOf(model, features));
  for (let k = 0; k < classes; k += 1) error[k] = ((error[k] ?? 0) - (target[k] ?? 0)) * weight;
  return error;
}

/** One AdaGrad step on one weight. */
function adjust(
  weights: Float32Array | Int8Array,
  squares: Float32Array,
  at: number,
  gradient: number,
  rate: number,
): void {
  const square = (squares[at] ?? 0) + gradient * gradient;
  squares[at] = square;
  weights[at] = (weights[at] ?? 0) - (rate * gradient) / Math.sqrt(square + 1e-6);
}

function learn(
  { model, squares, biasSquares, rate, decay }: State,
  features: Features,
  example: Example,
): void {
  const error = errorOf(model, features, example);
  const active = intents.flatMap((_, k) => (Math.abs(error[k] ?? 0) > negligible ? [k] : []));
  const { weights } = model;
  for (let at = 0; at < features.index.length; at += 1) {
    const base = (features.index[at] ?? 0) * classes;
    const size = features.value[at] ?? 0;
    for (const k of active)
      adjust(weights, squares, base + k, (error[k] ?? 0) * size + decay * (weights[base + k] ?? 0), rate);
  }
  for (const k of active) adjust(model.biases, biasSquares, k, error[k] ?? 0, rate);
}

/** Multinomial logistic regression by AdaGrad over hashed features; the same input gives the same model. */
export function train(
  language: ModelLanguage,
  sentences: readonly TrainingSentence[],
  options: TrainingOptions = {},
): LinearModel {
  const { epochs = 6, rate = 0.25, decay = 1e-3, dropout = 0.4 } = options;
  const random = generator(7);
  const examples = sentences.map(
    (sentence): Example => ({
      features: featuresOf(canonical(readSample(sentence.text), language), language),
      target: targetOf(sentence),
      weight: sentence.weight,
    }),
  );
  const model = emptyModel(language);
  const squares = new Float32Array(model.weights.length);
  const state: State = { model, squares, biasSquares: new Float32Array(classes), rate, decay };
  for (let epoch = 0; epoch < epochs; epoch += 1)
    for (const at of shuffled(examples.length, random)) {
      const example = examples[at];
      if (example !== undefined) learn(state, thinned(example.features, dropout, random), example);
    }
  return model;
}
