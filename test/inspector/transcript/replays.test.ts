/** Sessions that testers saved still go their way, and every transcript goes the same way in the inspector, without a database, as it does in the running assistant. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { coverageOf } from "../../../inspector/coverage/coverage.ts";
import { steerPartners } from "../../../inspector/live/steer-partners.ts";
import { viewLive } from "../../../inspector/live/view-live.ts";
import { machines } from "../../../inspector/machines.ts";
import type { Session, Step } from "../../../inspector/session/session.ts";
import { readSession } from "../../../inspector/session/session-file.ts";
import type { World } from "../../../inspector/stepping/world.ts";
import type { JourneyState } from "../../../machines/journey.ts";
import type { JourneyContext } from "../../../machines/journey-context.ts";
import type { StampedEvent } from "../../../machines/journey-events.ts";
import { loanLife } from "../../../machines/loan.ts";
import { actorAt } from "../../machines/actor.ts";
import { readTranscript } from "../../support/transcript/transcript.ts";
import { type Begun, replayTranscript } from "../coverage/replay-transcript.ts";
import { takenByLoanWalk } from "../coverage/taken-by-models.ts";

const conversations = join(import.meta.dirname, "../../conversations");
const files = readdirSync(conversations, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".txt"))
  .sort();

/** Wherever a conversation goes, it can be looked at, and tells nobody's name, card or ids. */
function expectMasked(world: World): void {
  const { shownSeq } = world;
  const state = stateOf(world);
  const who = { channel: "terminal", chatId: "", senderId: "", borrowerId: "" } as const;
  const view = viewLive(
    { ...who, id: "", seq: shownSeq, shownSeq, clockOffsetMs: 0, state },
    { sandbox: true, steering: steerPartners() },
  );
  const { identity, card } = state.context;
  const shown = JSON.stringify(view);
  for (const personal of [identity?.maskedName, card?.tail, card?.bank]) {
    if (personal !== undefined) expect(shown).not.toContain(personal);
  }
  expect(shown).not.toMatch(/-7[0-9a-f]{3}-/);
}

const stateOf = ({ value, context }: World): JourneyState => ({
  value,
  context: context as unknown as JourneyContext,
});

/** The machine run as a plain actor goes the same way as the turn did, and asks for the same. */
function expectSameOfActor({ steps }: Session, { parent, traces, world, effects }: Step): void {
  const before = steps[parent ?? 0];
  if (!before || parent === null) return;
  const actor = actorAt(stateOf(before.world));
  const wanted = traces.flatMap(({ event }) => actor.send(event as unknown as StampedEvent));
  expect([actor.state(), wanted]).toEqual([stateOf(world), effects]);
}

describe("a transcript stepped through the inspector", () => {
  const begun: Begun = new Map();
  const looked = new WeakSet<World>();

  it.each(files)("%s", async (file) => {
    const { parted, session } = await replayTranscript(readTranscript(join(conversations, file)), begun);
    expect(parted).toBeUndefined();
    for (const step of session.steps.filter(({ world }) => !looked.has(world))) {
      expectMasked(step.world);
      expectSameOfActor(session, step);
      looked.add(step.world);
    }
  });
});

const sessions = join(import.meta.dirname, "../session/sessions");

describe("a session saved by a tester, with partners' answers of their choosing", () => {
  it.each(readdirSync(sessions))("%s", async (file) => {
    const stored: unknown = JSON.parse(readFileSync(join(sessions, file), "utf8"));
    expect((await readSession(stored, machines)).steps.length).toBeGreaterThan(1);
  });
});

describe("coverage", () => {
  const model = takenByLoanWalk();

  it("of the loan is whole", () => {
    const { transitions, states } = coverageOf(loanLife, { transcripts: [], model });
    expect(transitions.all.length).toBeGreaterThan(50);
    expect([transitions.missing, states.missing]).toEqual([[], []]);
  });

  it("names what is left out, and counts nothing that the machine no longer has", () => {
    const [left = "", ...taken] = model;
    const { transitions } = coverageOf(loanLife, { transcripts: [], model: [...taken, "loan.gone go 0"] });
    expect(transitions.missing).toEqual([left]);
    expect(transitions.missingInTranscripts).toEqual(transitions.all);
  });
});
