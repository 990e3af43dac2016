import type { Topic } from "../../knowledge/topics.ts";
import type { RankedTopic } from "./rank-topics.ts";

export type TopicDecision =
  /** `instead`: what it may be, should the answer be none. */
  | { kind: "sure"; topic: Topic; instead: Topic[] }
  /** Likeliest first: to be asked back. */
  | { kind: "unsure"; topics: Topic[] }
  | { kind: "unknown" };

/** Fitted on the development file: above it an answer is right more often than a question back would help. */
const sureFrom = 0.42;
/** Somewhat likely, and so many times likelier than the next. */
const likelyFrom = 0.24;
const ahead = 2.2;
const alikeFrom = 0.5;
const leadFrom = 0.16;
const turnedAwayFrom = 0.45;
const possibleFrom = 0.1;
const worthAskingFrom = 0.22;
/** From here on nothing is offered beside an answer; what is, is at least somewhat likely. */
const alone = 0.72;
const besideFrom = 0.04;
/** What gives up a place takes more; less sure, it is asked back. */
const givesUpFrom = 0.7;

/** Nobody is asked whether they meant a greeting, or what is not done here. */
const isAside = ({ intent }: Topic): boolean => intent === "out_of_scope" || intent === "greeting_help";

/** Sure: act or answer. Two that are close: ask. Neither: it was not understood. */
export function decideTopic(ranking: readonly RankedTopic[]): TopicDecision {
  const [first, second] = ranking;
  if (first === undefined) return { kind: "unknown" };
  const { topic, probability } = first;
  // To turn somebody away takes more.
  if (topic.intent === "out_of_scope" && probability < turnedAwayFrom) return undecided(ranking);
  if (topic.does === "cancel" && probability < givesUpFrom) return undecided(ranking);
  if (probability >= sureFrom) return sure(ranking);
  if (probability >= likelyFrom && probability >= ahead * (second?.probability ?? 0)) return sure(ranking);
  // Several of one kind of question: the likeliest is nearer than a question back.
  const ofIntent = ranking.filter((one) => one.topic.intent === topic.intent);
  const together = ofIntent.reduce((sum, one) => sum + one.probability, 0);
  if (!isAside(topic) && together >= alikeFrom && probability >= leadFrom) return sure(ranking);
  return undecided(ranking);
}

/** The likeliest, with the next ones beside it unless it is so sure that they would be in the way. */
function sure([first, ...others]: readonly RankedTopic[]): TopicDecision {
  if (first === undefined) return { kind: "unknown" };
  const { topic, probability } = first;
  const instead = others.filter(
    (one) => one.topic.intent !== "out_of_scope" && one.probability >= besideFrom,
  );
  return {
    kind: "sure",
    topic,
    instead: probability >= alone ? [] : instead.slice(0, 2).map((one) => one.topic),
  };
}

function undecided(ranking: readonly RankedTopic[]): TopicDecision {
  const possible = ranking
    .filter(({ topic, probability }) => probability >= possibleFrom && !isAside(topic))
    .slice(0, 3);
  const share = possible.reduce((sum, one) => sum + one.probability, 0);
  if (share < worthAskingFrom) return { kind: "unknown" };
  return { kind: "unsure", topics: possible.map((one) => one.topic) };
}
