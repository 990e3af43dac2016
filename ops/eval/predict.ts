import { readSample } from "../../bot/reading/reading.ts";
import { decideIntent } from "../../bot/understanding/intents/decide.ts";
import type { Intent, ModelLanguage } from "../../bot/understanding/intents/intents.ts";
import { type LinearModel, rankIntents } from "../../bot/understanding/intents/linear-model.ts";
import { shippedModel } from "../../bot/understanding/intents/model-file.ts";
import { readSlots } from "../../bot/understanding/replies/slots.ts";
import { readSentences } from "../../bot/understanding/training/read-sentences.ts";
import { train } from "../../bot/understanding/training/train.ts";
import type { Utterance } from "./utterances.ts";

export interface Prediction {
  utterance: Utterance;
  intent: Intent;
  probability: number;
  decision: ReturnType<typeof decideIntent>["kind"];
  amount: string | undefined;
  installments: number | undefined;
  milliseconds: number;
}

/** One development utterance teaches as much as this many sentences of ours. */
const utteranceWeight = 3;

function predict(model: LinearModel, utterance: Utterance): Prediction {
  const start = performance.now();
  const { text, quantities } = readSample(utterance.text);
  const ranking = rankIntents(model, { text, quantities });
  const { request } = readSlots({ text, quantities, sense: "amount-if-large", known: {} });
  const milliseconds = performance.now() - start;
  const [first] = ranking;
  return {
    utterance,
    intent: first?.intent ?? "out_of_scope",
    probability: first?.probability ?? 0,
    decision: decideIntent(ranking).kind,
    amount: request.amount,
    installments: request.installments,
    milliseconds,
  };
}

/** By the shipped weights, which never saw the file. */
export function predictAll(utterances: readonly Utterance[]): Prediction[] {
  return utterances.map((utterance) => predict(shippedModel(utterance.lang), utterance));
}

/** Folds with each intent spread evenly: the nth utterance of an intent goes to fold n modulo `folds`. */
function foldsOf(utterances: readonly Utterance[], folds: number): number[] {
  const counts = new Map<string, number>();
  return utterances.map(({ lang, intent }) => {
    const count = counts.get(`${lang} ${intent}`) ?? 0;
    counts.set(`${lang} ${intent}`, count + 1);
    return count % folds;
  });
}

function crossValidateLanguage(
  language: ModelLanguage,
  utterances: readonly Utterance[],
  folds: number,
): Prediction[] {
  const own = readSentences(language);
  const foldOf = foldsOf(utterances, folds);
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const others = utterances.filter((_, at) => foldOf[at] !== fold);
    const model = train(language, [...own, ...others.map((one) => ({ ...one, weight: utteranceWeight }))]);
    return utterances.filter((_, at) => foldOf[at] === fold).map((utterance) => predict(model, utterance));
  });
}

/** Each utterance is predicted by a model trained on our own sentences and the other folds of the file. */
export function crossValidate(utterances: readonly Utterance[], folds: number): Prediction[] {
  return (["zh", "en"] as const).flatMap((language) =>
    crossValidateLanguage(
      language,
      utterances.filter(({ lang }) => lang === language),
      folds,
    ),
  );
}
