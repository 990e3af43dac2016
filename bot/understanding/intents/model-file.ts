/** A model as a file: weights as signed bytes with one scale an intent, compressed. */
import { readFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { featureBits } from "./features.ts";
import { intents, type ModelLanguage } from "./intents.ts";
import type { LinearModel } from "./linear-model.ts";

const classes = intents.length;
const headLength = classes * 8;

function largestOf(weights: LinearModel["weights"], k: number): number {
  let largest = 1e-9;
  for (let at = k; at < weights.length; at += classes)
    largest = Math.max(largest, Math.abs(weights[at] ?? 0));
  return largest;
}

export function packModel({ weights, biases }: LinearModel): Buffer {
  const scales = Float32Array.from(intents, (_, k) => largestOf(weights, k) / 127);
  const bytes = Int8Array.from(weights, (weight, at) => Math.round(weight / (scales[at % classes] ?? 1)));
  const head = Buffer.alloc(headLength);
  for (let k = 0; k < classes; k += 1) {
    head.writeFloatLE(scales[k] ?? 0, k * 4);
    head.writeFloatLE(biases[k] ?? 0, (classes + k) * 4);
  }
  return gzipSync(Buffer.concat([head, Buffer.from(bytes.buffer)]), { level: 9 });
}

/** Throws when the file was made for other intents or another size of features. */
export function unpackModel(language: ModelLanguage, packed: Buffer): LinearModel {
  const content = gunzipSync(packed);
  if (content.length !== headLength + (classes << featureBits))
    throw new RangeError(`The weights for ${language} are of another version: run npm run eval -- --train`);
  const floats = (from: number) => Float32Array.from(intents, (_, k) => content.readFloatLE((from + k) * 4));
  return {
    language,
    weights: new Int8Array(content.buffer, content.byteOffset + headLength, classes << featureBits),
    scales: floats(0),
    biases: floats(classes),
  };
}

const loaded = new Map<ModelLanguage, LinearModel>();

export const modelFile = (language: ModelLanguage): URL =>
  new URL(`../data/weights-${language}.bin.gz`, import.meta.url);

/** The shipped model, read once a process. */
export function shippedModel(language: ModelLanguage): LinearModel {
  const known = loaded.get(language);
  if (known !== undefined) return known;
  const model = unpackModel(language, readFileSync(modelFile(language)));
  loaded.set(language, model);
  return model;
}
