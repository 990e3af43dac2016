/** What the assistant would make of each utterance: the whole of `understand`, as a chat calls it. */
import { allTopics, findTopic } from "../../bot/knowledge/topics.ts";
import { readingOf } from "../../bot/reading/reading.ts";
import type { Intent, ModelLanguage } from "../../bot/understanding/intents/intents.ts";
import { readSlots } from "../../bot/understanding/replies/slots.ts";
import { type Situation, stagePath } from "../../bot/understanding/situation.ts";
import { judgedBy } from "../../bot/understanding/topics/topic-model-file.ts";
import { trainRecogniser } from "../../bot/understanding/training/train-recogniser.ts";
import { understand } from "../../bot/understanding/understand.ts";
import { shanghaiDate } from "../../domain/calendar/dates.ts";
import type { JourneyEvent } from "../../machines/journey-events.ts";
import { borrowerStates } from "./borrower-states.ts";
import { topicsOfEvent } from "./topics-of-event.ts";
import type { Utterance } from "./utterances.ts";

/** What the borrower gets: something is done or answered, they are asked which of several they meant, or neither. */
export type PredictedAs = "answered" | "asked back" | "not understood";

export interface Prediction {
  utterance: Utterance;
  outcome: PredictedAs;
  /** Topics by any of which what was done or answered goes; of several asked back the first. */
  topics: readonly string[];
  intents: readonly Intent[];
  /** What could be pressed besides: asked back, or kept from a message that asks several things. */
  offered: readonly string[];
  /** Something was done rather than answered. */
  acted: JourneyEvent["type"] | undefined;
  amount: string | undefined;
  installments: number | undefined;
  milliseconds: number;
}

/** Whoever asks of repaying has a loan to repay; whoever asks of borrowing has agreed to the privacy note alone. */
const ofLoans: ReadonlySet<Intent> = new Set([
  ...(["repay", "repay_method", "overdue", "ask_schedule", "contract_proof", "manage_reminders"] as const),
]);

function situationOf({ intent }: Utterance): Situation {
  const { value, context } = borrowerStates[ofLoans.has(intent) ? "running loan" : "newcomer"] ?? never();
  return { path: stagePath(value), locale: null, context };
}

const never = (): never => {
  throw new RangeError("a state that there is none of");
};

const intentsOf = (topics: readonly string[]): Intent[] => [
  ...new Set(topics.flatMap((id) => findTopic(id)?.intent ?? [])),
];

function predict(utterance: Utterance): Prediction {
  const situation = situationOf(utterance);
  const start = performance.now();
  const reading = readingOf(utterance.text, { today: shanghaiDate(situation.context.at) });
  const { event, alternatives = [], instead = [] } = understand(reading, situation);
  const milliseconds = performance.now() - start;
  const unclear = event.type === "unclear";
  const [first, ...others] = unclear ? alternatives : [event, ...alternatives];
  const topics = first === undefined ? [] : topicsOfEvent(first);
  const { request } = readSlots({ ...reading, sense: "amount-if-large", known: {} });
  return {
    utterance,
    outcome: unclear ? (first === undefined ? "not understood" : "asked back") : "answered",
    topics,
    intents: intentsOf(topics),
    offered: [...others, ...instead].flatMap(topicsOfEvent),
    acted: unclear || event.type === "ask" || event.type === "out-of-scope" ? undefined : event.type,
    amount: request.amount,
    installments: request.installments,
    milliseconds,
  };
}

/** By the shipped weights, which never saw the file. */
export const predictAll = (utterances: readonly Utterance[]): Prediction[] => utterances.map(predict);

/** One development utterance teaches as much as this many sentences of ours. */
const utteranceWeight = 3;

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
  const ids = allTopics().map(({ id }) => id);
  const foldOf = foldsOf(utterances, folds);
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const others = utterances
      .filter((one, at) => foldOf[at] !== fold && one.topic !== undefined && ids.includes(one.topic))
      .map(({ text, topic = "", alsoTopics }) => ({
        text,
        topic,
        also: alsoTopics,
        weight: utteranceWeight,
      }));
    const model = trainRecogniser(language, allTopics(), others);
    return judgedBy(model, () => predictAll(utterances.filter((_, at) => foldOf[at] === fold)));
  });
}

/** Each utterance is judged by a model trained on our own sentences and the other folds of the file. */
export const crossValidate = (utterances: readonly Utterance[], folds: number): Prediction[] =>
  (["zh", "en"] as const).flatMap((language) =>
    crossValidateLanguage(
      language,
      utterances.filter(({ lang }) => lang === language),
      folds,
    ),
  );
