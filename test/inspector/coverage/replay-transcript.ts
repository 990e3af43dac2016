/** A transcript of test/conversations stepped through the inspector: which transitions its conversation takes. */
import { inspectedJourney } from "../../../inspector/registry/journey.ts";
import { pathOf } from "../../../inspector/session/path.ts";
import { beginSession, type Session, stepOf } from "../../../inspector/session/session.ts";
import { readTranscriptLine } from "../../../inspector/transcript/format.ts";
import { playLines } from "../../../inspector/transcript/play-lines.ts";
import type { Transcript } from "../../support/transcript/transcript.ts";

export interface Replay {
  session: Session;
  /** Where the inspector stood elsewhere than the transcript says; undefined when it never did. */
  parted?: string;
}

/** Sessions by what they start with: transcripts that begin alike share the steps of their beginning. */
export type Begun = Map<string, Session>;

export async function replayTranscript(
  { lang, now, persona, steps }: Transcript,
  begun: Begun = new Map(),
): Promise<Replay> {
  const locale = lang === undefined ? null : lang.startsWith("zh") ? "zh-CN" : "en";
  const start = { locale, ...(now !== undefined && { at: now }) };
  const session = begun.get(JSON.stringify(start)) ?? beginSession(inspectedJourney, start);
  begun.set(JSON.stringify(start), session);
  const chosen = persona === undefined ? undefined : readTranscriptLine(`> /persona ${persona}`, 0);
  for (const { line, at } of await playLines(session, 0, chosen ? [chosen, ...steps] : steps)) {
    const path = pathOf(stepOf(session, at).world.value);
    if (line.mark === "@" && path !== line.text) {
      return { session, parted: `line ${line.number}: ${line.text}, here ${path}` };
    }
  }
  return { session };
}
