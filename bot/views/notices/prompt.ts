/** How the stage's own prompt is shown after the notices. */
import type { NoticeDefinition } from "../../../machines/notices/definition.ts";
import { type Notice, type NoticeKind, noticeTable } from "../../../machines/notices/table.ts";
import { hasNothingOpen, type JourneyPath } from "../journey-path.ts";

/** In full, as one line that leads back, or not at all. */
export type Prompt = "full" | "resume" | "none";

/** A place that is none of the journey's does not compile here. */
const definitions: {
  readonly [Kind in NoticeKind]: {
    prompt: Extract<NoticeDefinition["prompt"], string> | { replacedAt: readonly JourneyPath[] };
  };
} = noticeTable;

/** `grave`: one of them is, and nothing stands beside it. Nobody agrees to a privacy note that was not shown. */
export function promptAfter(
  notices: readonly Notice[],
  { path, arriving, grave }: { path: JourneyPath; arriving: boolean; grave: boolean },
): Prompt {
  const prompt = grave ? "none" : promptInPlace(notices, path);
  return arriving && (prompt === "resume" || path === "welcoming.reviewingPrivacy") ? "full" : prompt;
}

function promptInPlace(notices: readonly Notice[], path: JourneyPath): Prompt {
  const prompts = notices.map(({ kind }) => definitions[kind].prompt);
  if (prompts.some((prompt) => isReplaced(prompt, path))) return "none";
  if (prompts.length === 0 || !prompts.every(isResumed)) return "full";
  return hasNothingOpen(path) && prompts.every((prompt) => prompt === "resumed-under-way")
    ? "none"
    : "resume";
}

type Defined = (typeof definitions)[NoticeKind]["prompt"];

const isResumed = (prompt: Defined): boolean => prompt === "resumed" || prompt === "resumed-under-way";

const isReplaced = (prompt: Defined, path: JourneyPath): boolean =>
  typeof prompt === "string" ? prompt === "replaced" : prompt.replacedAt.includes(path);
