import type { Intent } from "./intents.ts";
import type { RankedIntent } from "./linear-model.ts";

export type IntentDecision =
  | { kind: "sure"; intent: Intent }
  /** Likeliest first: to be asked back. */
  | { kind: "unsure"; intents: Intent[] }
  | { kind: "out-of-scope" }
  | { kind: "unknown" };

/** In cross-validation nine of ten sentences above it are right. */
const sureFrom = 0.45;
const possibleFrom = 0.12;
const worthAskingFrom = 0.4;

/** Sure: act. Unsure between two: ask. Unknown: say what can be done here. */
export function decideIntent(ranking: readonly RankedIntent[]): IntentDecision {
  const [first] = ranking;
  if (first === undefined) return { kind: "unknown" };
  if (first.probability >= sureFrom)
    return first.intent === "out_of_scope"
      ? { kind: "out-of-scope" }
      : { kind: "sure", intent: first.intent };
  const possible = ranking
    .slice(0, 2)
    .filter(({ intent, probability }) => intent !== "out_of_scope" && probability >= possibleFrom);
  const share = possible.reduce((sum, { probability }) => sum + probability, 0);
  if (possible.length === 0 || share < worthAskingFrom) return { kind: "unknown" };
  return { kind: "unsure", intents: possible.map(({ intent }) => intent) };
}
