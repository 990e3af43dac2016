/** A model as a file: which buckets have a row, and each row's weights, compressed. */
import { readFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import type { ModelLanguage } from "../intents/intents.ts";
import { type TopicModel, topicFeatureBits } from "./topic-model.ts";

interface Head {
  topics: readonly string[];
  buckets: number;
  weights: number;
  scale: number;
}

const wide = Float32Array.BYTES_PER_ELEMENT;

/** A bit a bucket tells which have rows; weights as one column of classes and one of values, which compress well. */
export function packTopicModel({
  topics,
  rows,
  starts,
  classes,
  weights,
  scale,
  biases,
}: TopicModel): Buffer {
  const buckets = starts.length - 1;
  const seen = new Uint8Array(rows.length / 8);
  const order: number[] = [];
  rows.forEach((row, bucket) => {
    if (row < 0) return;
    seen[bucket >> 3] = (seen[bucket >> 3] ?? 0) | (1 << (bucket & 7));
    order.push(row);
  });
  if (order.some((row, at) => row !== at)) throw new RangeError("rows are not in the order of their buckets");
  const head = Buffer.from(
    JSON.stringify({ topics, buckets, weights: weights.length, scale } satisfies Head),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  const counts = Uint16Array.from(
    { length: buckets },
    (_, row) => (starts[row + 1] ?? 0) - (starts[row] ?? 0),
  );
  const parts = [seen, counts, classes, weights, biases].map(({ buffer, byteOffset, byteLength }) =>
    Buffer.from(buffer, byteOffset, byteLength),
  );
  return gzipSync(Buffer.concat([length, head, ...parts]), { level: 9 });
}

/** Throws when the file was made for another size of features. */
export function unpackTopicModel(language: ModelLanguage, packed: Buffer): TopicModel {
  const content = gunzipSync(packed);
  const headLength = content.readUInt32LE(0);
  const { topics, buckets, weights, scale }: Head = JSON.parse(
    content.subarray(4, 4 + headLength).toString(),
  );
  let at = 4 + headLength;
  const bytes = (count: number): Uint8Array<ArrayBuffer> => {
    at += count;
    return Uint8Array.from(content.subarray(at - count, at));
  };
  const seen = bytes(2 ** topicFeatureBits / 8);
  const counts = new Uint16Array(bytes(buckets * 2).buffer);
  const classes = new Uint16Array(bytes(weights * 2).buffer);
  const values = new Int8Array(bytes(weights).buffer);
  const biases = new Float32Array(bytes(topics.length * wide).buffer);
  if (at !== content.length)
    throw new RangeError(`The weights for ${language} are of another version: run npm run eval -- --train`);
  const starts = new Uint32Array(buckets + 1);
  counts.forEach((count, row) => {
    starts[row + 1] = (starts[row] ?? 0) + count;
  });
  const rows = new Int32Array(2 ** topicFeatureBits).fill(-1);
  let next = 0;
  for (let bucket = 0; bucket < rows.length; bucket += 1)
    if (((seen[bucket >> 3] ?? 0) >> (bucket & 7)) & 1) {
      rows[bucket] = next;
      next += 1;
    }
  return { language, topics, rows, starts, classes, weights: values, scale, biases };
}

const loaded = new Map<ModelLanguage, TopicModel>();

export const topicModelFile = (language: ModelLanguage): URL =>
  new URL(`../data/topics-${language}.bin.gz`, import.meta.url);

const judging = new Map<ModelLanguage, TopicModel>();

/** Does something with a model in the place of the shipped one: to judge it before it is shipped. */
export function judgedBy<T>(model: TopicModel, judge: () => T): T {
  judging.set(model.language, model);
  try {
    return judge();
  } finally {
    judging.delete(model.language);
  }
}

/** The shipped model, read once a process. */
export function shippedTopicModel(language: ModelLanguage): TopicModel {
  const known = judging.get(language) ?? loaded.get(language);
  if (known !== undefined) return known;
  const model = unpackTopicModel(language, readFileSync(topicModelFile(language)));
  loaded.set(language, model);
  return model;
}
