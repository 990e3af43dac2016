/** Sessions that testers saved still go their way, and every transcript goes the same way in the inspector, without a database, as it does in the running assistant. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { coverageOf } from "../../../inspector/coverage/coverage.ts";
import { steerPartners } from "../../../inspector/live/steer-partners.ts";
import { viewLive } from "../../../inspector/live/view-live.ts";
import { readSession } from "../../../inspector/session/session-file.ts";
import type { World } from "../../../inspector/stepping/world.ts";
import type { JourneyContext } from "../../../machines/journey-context.ts";
import { loanLife } from "../../../machines/loan.ts";
import { readTranscript } from "../../support/transcript/transcript.ts";
import { type Begun, replayTranscript } from "../coverage/replay-transcript.ts";
import { takenByLoanWalk } from "../coverage/taken-by-models.ts";

const conversations = join(import.meta.dirname, "../../conversations");
const files = readdirSync(conversations, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".txt"))
  .sort();

/** Wherever a conversation goes, it can be looked at, and tells nobody's name, card or ids. */
function expectMasked({ value, context, shownSeq }: World): void {
  const state = { value, context: context as unknown as JourneyContext };
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

describe("a transcript stepped through the inspector", () => {
  const begun: Begun = new Map();
  const looked = new WeakSet<World>();

  it.each(files)("%s", async (file) => {
    const { parted, session } = await replayTranscript(readTranscript(join(conversations, file)), begun);
    expect(parted).toBeUndefined();
    for (const { world } of session.steps.filter((step) => !looked.has(step.world))) {
      expectMasked(world);
      looked.add(world);
    }
  });
});

const sessions = join(import.meta.dirname, "../session/sessions");

describe("a session saved by a tester, with partners' answers of their choosing", () => {
  it.each(readdirSync(sessions))("%s", async (file) => {
    const stored: unknown = JSON.parse(readFileSync(join(sessions, file), "utf8"));
    expect((await readSession(stored)).steps.length).toBeGreaterThan(1);
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
