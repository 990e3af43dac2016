/** Where a journey stands, as its stage and the substate that the borrower is in. */
import type { StateValue } from "xstate";

export const journeyPaths = [
  "welcoming.askingLanguage",
  "welcoming.reviewingPrivacy",
  "welcoming.declined",
  "idle",
  "locatingEntry.choosing",
  "locatingEntry.showing",
  "checkingEligibility.identifying",
  "checkingEligibility.verifyingName",
  "checkingEligibility.identityRefused",
  "checkingEligibility.findingCard",
  "checkingEligibility.authorising",
  "checkingEligibility.assessing",
  "checkingEligibility.refused",
  "quoting.askingAmount",
  "quoting.askingTerm",
  "quoting.askingMethod",
  "quoting.askingPurpose",
  "quoting.reviewing",
  "quoting.expired",
  "confirming.reviewingContract",
  "confirming.verifyingFace",
  "confirming.faceRefused",
  "confirming.signing",
  "confirming.payingOut",
  "confirming.payoutFailed",
  "reminding.choosing",
  "reminding.watching",
  "reminding.choosingHour",
  "reminding.deducting",
  "reminding.hardship",
  "reminding.promising",
  "reminding.extending",
  "repaying.choosingLoan",
  "repaying.choosingKind",
  "repaying.askingAmount",
  "repaying.choosingRail",
  "repaying.reviewing",
  "repaying.collecting",
  "repaying.refused",
  "repaying.nothing",
] as const;
export type JourneyPath = (typeof journeyPaths)[number];

/** A top-level stage, by its name in the machine. */
export type JourneyStage = JourneyPath extends infer Path
  ? Path extends `${infer Stage}.${string}`
    ? Stage
    : Path
  : never;

const known: ReadonlySet<string> = new Set(journeyPaths);
const isJourneyPath = (path: string): path is JourneyPath => known.has(path);

/** The path of a state value; groupings between stage and substate are left out. Throws on an unknown state. */
export function journeyPath(value: StateValue): JourneyPath {
  const names = nameChain(value);
  const path = names.length > 1 ? `${names[0]}.${names.at(-1)}` : (names[0] ?? "");
  if (!isJourneyPath(path)) throw new Error(`No view for the state ${path}`);
  return path;
}

function nameChain(value: StateValue | undefined): string[] {
  if (value === undefined) return [];
  if (typeof value === "string") return [value];
  const [first] = Object.entries(value);
  return first ? [first[0], ...nameChain(first[1])] : [];
}

export const stageOf = (path: JourneyPath): JourneyStage => path.split(".")[0] as JourneyStage;

/** Nothing is under way. */
export const isAtRest = (path: JourneyPath): boolean => /^(?:idle|reminding|locatingEntry)/.test(path);

/** Nothing is being filled in, chosen or decided. */
export const hasNothingOpen = (path: JourneyPath): boolean =>
  path === "idle" || path === "reminding.watching" || path === "locatingEntry.showing";

/** Money is on its way: nothing is to be tried again by the borrower. */
export const moneyMoves = (path: JourneyPath): boolean =>
  path === "confirming.payingOut" || path === "repaying.collecting";
