/** Sessions that testers saved still go their way, and every transcript goes the same way in the inspector, without a database, as it does in the running assistant. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { coverageOf } from "../../inspector/coverage/coverage.ts";
import { readSession } from "../../inspector/session/session-file.ts";
import { loanLife } from "../../machines/loan.ts";
import { readTranscript } from "../support/transcript/transcript.ts";
import { replayTranscript } from "./coverage/replay-transcript.ts";
import { takenByLoanWalk } from "./coverage/taken-by-models.ts";

const conversations = join(import.meta.dirname, "../conversations");
const files = readdirSync(conversations, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".txt"))
  .sort();

describe("a transcript stepped through the inspector", () => {
  it.each(files)("%s", async (file) => {
    const { parted } = await replayTranscript(readTranscript(join(conversations, file)));
    expect(parted).toBeUndefined();
  });
});

const sessions = join(import.meta.dirname, "sessions");

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
