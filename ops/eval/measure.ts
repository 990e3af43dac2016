/** Figures from predictions: right when the intent is the label or one of those equally right. */
import { Decimal } from "decimal.js";
import { type Intent, intents } from "../../bot/understanding/intents/intents.ts";
import type { Prediction } from "./predict.ts";

export interface EvalShare {
  count: number;
  of: number;
}

export interface Measures {
  accuracy: EvalShare;
  perIntent: { intent: Intent; accuracy: EvalShare }[];
  confusions: { from: Intent; to: Intent; count: number }[];
  outOfScope: { recall: EvalShare; falseAlarms: EvalShare };
  /** What the assistant would do: act, ask back between two, say that it did not understand. */
  decisions: { kind: Prediction["decision"]; share: EvalShare; right: EvalShare }[];
  /** Mean distance between the probability given and the share that was right, over ten bins. */
  calibrationError: number;
  slots: { amount: EvalShare; term: EvalShare };
  milliseconds: { median: number; p99: number };
}

export function isRight({ utterance, intent }: Prediction): boolean {
  return intent === utterance.intent || utterance.also.includes(intent);
}

function share(predictions: readonly Prediction[], counts: (prediction: Prediction) => boolean): EvalShare {
  return { count: predictions.filter(counts).length, of: predictions.length };
}

function confusionsOf(predictions: readonly Prediction[]): Measures["confusions"] {
  const counts = new Map<string, { from: Intent; to: Intent; count: number }>();
  for (const prediction of predictions.filter((one) => !isRight(one))) {
    const pair = { from: prediction.utterance.intent, to: prediction.intent };
    const key = `${pair.from} ${pair.to}`;
    counts.set(key, { ...pair, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}

function calibrationErrorOf(predictions: readonly Prediction[]): number {
  const bins = Array.from({ length: 10 }, (_, bin) =>
    predictions.filter(({ probability }) => Math.min(9, Math.floor(probability * 10)) === bin),
  );
  const distance = bins.reduce((sum, bin) => {
    const given = bin.reduce((total, { probability }) => total + probability, 0);
    return sum + Math.abs(given - bin.filter(isRight).length);
  }, 0);
  return predictions.length === 0 ? 0 : distance / predictions.length;
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

export function measure(predictions: readonly Prediction[]): Measures {
  const stray = ({ utterance }: Prediction) => utterance.intent === "out_of_scope";
  const kinds = ["sure", "unsure", "out-of-scope", "unknown"] as const;
  const ofKind = (kind: Prediction["decision"]) => predictions.filter(({ decision }) => decision === kind);
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
        (one) => one.intent === "out_of_scope" && !isRight(one),
      ),
    },
    decisions: kinds.map((kind) => ({
      kind,
      share: { count: ofKind(kind).length, of: predictions.length },
      right: share(ofKind(kind), isRight),
    })),
    calibrationError: calibrationErrorOf(predictions),
    slots: slotsOf(predictions),
    milliseconds: timesOf(predictions),
  };
}
