/** Figures from predictions: right when the label, or one of those equally right, is what the borrower got. */
import { Decimal } from "decimal.js";
import { findTopic } from "../../bot/knowledge/topics.ts";
import { type Intent, intents } from "../../bot/understanding/intents/intents.ts";
import type { PredictedAs, Prediction } from "./predict.ts";

export interface EvalShare {
  count: number;
  of: number;
}

export interface Measures {
  /** By the twenty intents. */
  accuracy: EvalShare;
  perIntent: { intent: Intent; accuracy: EvalShare }[];
  confusions: { from: string; to: string; count: number }[];
  outOfScope: { recall: EvalShare; falseAlarms: EvalShare };
  /** Of utterances whose topic is labelled. `within`: answered, or offered to be pressed. */
  topics: { accuracy: EvalShare; within: EvalShare; perTopic: { topic: string; accuracy: EvalShare }[] };
  /** Rights, dangers and griefs, which nothing may pass over. */
  grave: EvalShare;
  outcomes: { outcome: PredictedAs; share: EvalShare; right: EvalShare }[];
  /** Something was done that was not wished for. */
  wrongActs: EvalShare;
  slots: { amount: EvalShare; term: EvalShare };
  milliseconds: { median: number; p99: number };
}

const rightIntents = ({ intent, also }: Prediction["utterance"]): string[] => [intent, ...also];
const rightTopics = ({ topic, alsoTopics }: Prediction["utterance"]): string[] => [
  ...(topic === undefined ? [] : [topic]),
  ...alsoTopics,
];

const meets = (found: readonly string[], right: readonly string[]): boolean =>
  found.some((one) => right.includes(one));

/** What goes by the right topic goes by the right intent, in whichever folder it stands. */
export const isRight = ({ utterance, intents: found, topics }: Prediction): boolean =>
  meets(found, rightIntents(utterance)) || meets(topics, rightTopics(utterance));

export const isTopicRight = ({ utterance, topics, outcome }: Prediction): boolean =>
  outcome !== "not understood" && meets(topics, rightTopics(utterance));

const isWithin = (prediction: Prediction): boolean =>
  isTopicRight(prediction) || meets(prediction.offered, rightTopics(prediction.utterance));

function share(predictions: readonly Prediction[], counts: (prediction: Prediction) => boolean): EvalShare {
  return { count: predictions.filter(counts).length, of: predictions.length };
}

function confusionsOf(predictions: readonly Prediction[]): Measures["confusions"] {
  const counts = new Map<string, { from: string; to: string; count: number }>();
  for (const prediction of predictions.filter((one) => !isRight(one))) {
    const pair = { from: prediction.utterance.intent, to: prediction.intents[0] ?? "nothing" };
    const key = `${pair.from} ${pair.to}`;
    counts.set(key, { ...pair, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}

function sameAmount(given: string, read: string | undefined): boolean {
  return read !== undefined && new Decimal(given).eq(read);
}

function slotsOf(predictions: readonly Prediction[]): Measures["slots"] {
  const withAmount = predictions.filter(({ utterance }) => utterance.amount !== undefined);
  const withTerm = predictions.filter(({ utterance }) => utterance.term_months !== undefined);
  return {
    amount: share(withAmount, ({ utterance, amount }) => sameAmount(utterance.amount ?? "", amount)),
    term: share(withTerm, ({ utterance, installments }) => utterance.term_months === installments),
  };
}

function timesOf(predictions: readonly Prediction[]): Measures["milliseconds"] {
  const times = predictions.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
  return { median: at(0.5), p99: at(0.99) };
}

function topicsOf(predictions: readonly Prediction[]): Measures["topics"] {
  const labelled = predictions.filter(({ utterance }) => utterance.topic !== undefined);
  const names = [...new Set(labelled.map(({ utterance }) => utterance.topic ?? ""))];
  return {
    accuracy: share(labelled, isTopicRight),
    within: share(labelled, isWithin),
    perTopic: names.map((topic) => ({
      topic,
      accuracy: share(
        labelled.filter(({ utterance }) => utterance.topic === topic),
        isTopicRight,
      ),
    })),
  };
}

const isGrave = ({ utterance }: Prediction): boolean => findTopic(utterance.topic ?? "")?.grave === true;

export function measure(predictions: readonly Prediction[]): Measures {
  const stray = ({ utterance }: Prediction) => utterance.intent === "out_of_scope";
  const kinds: readonly PredictedAs[] = ["answered", "asked back", "not understood"];
  const ofKind = (kind: PredictedAs) => predictions.filter(({ outcome }) => outcome === kind);
  return {
    accuracy: share(predictions, isRight),
    perIntent: intents.map((intent) => ({
      intent,
      accuracy: share(
        predictions.filter(({ utterance }) => utterance.intent === intent),
        isRight,
      ),
    })),
    confusions: confusionsOf(predictions),
    outOfScope: {
      recall: share(predictions.filter(stray), isRight),
      falseAlarms: share(
        predictions.filter((one) => !stray(one)),
        (one) => one.intents[0] === "out_of_scope" && !isRight(one),
      ),
    },
    topics: topicsOf(predictions),
    grave: share(predictions.filter(isGrave), isWithin),
    outcomes: kinds.map((outcome) => ({
      outcome,
      share: { count: ofKind(outcome).length, of: predictions.length },
      right: share(ofKind(outcome), isRight),
    })),
    wrongActs: share(predictions, (one) => one.acted !== undefined && !isRight(one)),
    slots: slotsOf(predictions),
    milliseconds: timesOf(predictions),
  };
}
