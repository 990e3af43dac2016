/** A transcript of test/conversations stepped through the inspector: which transitions its conversation takes. */

import { inspectedJourney } from "../../../inspector/registry/journey.ts";
import { pathOf } from "../../../inspector/session/path.ts";
import { beginSession, follow, type Session, stepOf, takeStep } from "../../../inspector/session/session.ts";
import { CauseRefused } from "../../../inspector/stepping/refusals.ts";
import type { Cause } from "../../../inspector/stepping/world.ts";
import type { Step, Transcript } from "../../support/transcript/transcript.ts";

export interface Replay {
  session: Session;
  /** Where the inspector stood elsewhere than the transcript says; undefined when it never did. */
  parted?: string;
}

type Act = Exclude<Cause, { kind: "begin" }>;

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
  let at = 0;
  if (persona !== undefined) at = await act(session, at, { kind: "text", text: `/persona ${persona}` });
  for (const step of steps) {
    for (const cause of actsOf(step)) at = await act(session, at, cause);
    const path = pathOf(stepOf(session, at).world.value);
    if (step.mark === "@" && path !== step.text) {
      return { session, parted: `line ${step.number}: ${step.text}, here ${path}` };
    }
  }
  return { session };
}

async function act(session: Session, at: number, cause: Act): Promise<number> {
  try {
    const own = await takeStep(session, at, cause);
    return (await follow(session, own.id)).at(-1)?.id ?? own.id;
  } catch (error) {
    if (!(error instanceof CauseRefused) || cause.kind !== "press") throw error;
    // A button that is no longer on screen.
    return await act(session, at, { kind: "event", event: { type: "button.stale" } });
  }
}

const ways = /^(.*?)(?: \((twice at once|delivered three times|an old one)\))?$/s;

function actsOf({ mark, text }: Step): Act[] {
  if (mark === "~") return [{ kind: "clock", to: text }];
  if (mark !== ">") return [];
  const [, said = "", way] = ways.exec(text) ?? [];
  if (way === "an old one") return [{ kind: "event", event: { type: "button.stale" } }];
  const one = actOf(said);
  return way === "twice at once" ? [one, one] : [one];
}

function actOf(said: string): Act {
  const label = /^\[(.+)\]$/.exec(said)?.[1];
  if (label !== undefined) return { kind: "press", label };
  if (said === "(a photo)") return { kind: "event", event: { type: "unclear" } };
  if (said === "(4096 characters of nonsense)") return { kind: "text", text: nonsense };
  return { kind: "text", text: said };
}

const nonsense = "呜哩哇啦xq%§ ".repeat(410).slice(0, 4096);
