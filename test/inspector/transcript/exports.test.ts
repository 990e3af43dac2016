/** An exported transcript tells the tester's story, partners' answers, clock and money included, or is refused. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../../db/connection/connection.ts";
import { inspectedJourney } from "../../../inspector/registry/journey.ts";
import {
  beginSession,
  follow,
  type Session,
  type Step,
  stepOf,
  takeStep,
} from "../../../inspector/session/session.ts";
import type { Cause } from "../../../inspector/stepping/world.ts";
import { writeTranscript } from "../../../inspector/transcript/write-transcript.ts";
import { freshDatabase } from "../../support/database.ts";
import { type TestAssistant, testAssistant } from "../../support/test-assistant.ts";
import { playTranscript } from "../../support/transcript/play.ts";
import { readTranscript } from "../../support/transcript/transcript.ts";
import { replayTranscript } from "../coverage/replay-transcript.ts";

type Act = Exclude<Cause, { kind: "begin" }>;
const text = (words: string): Act => ({ kind: "text", text: words });
const press = (label: string): Act => ({ kind: "press", label });

let database: Database;
let system: TestAssistant;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "exports-"));
  database = await freshDatabase();
  system = await testAssistant({ database });
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

/** Each act with all that follows of itself. */
async function walk(session: Session, from: number, ...acts: Act[]): Promise<Step> {
  let at = stepOf(session, from);
  for (const act of acts) {
    const own = await takeStep(session, at.id, act);
    at = (await follow(session, own.id)).at(-1) ?? own;
  }
  return at;
}

/** The oldest waiting partner answers, and nothing else follows. */
function answer(session: Session, { id, world }: Step, choice: string): Promise<Step> {
  return takeStep(session, id, { kind: "answer", key: world.commands[0]?.key ?? "", answer: choice });
}

/** A loan of 15,000 over 10 months, about to be signed. */
const toSigning = [
  ...[text("你好"), press("同意并继续"), text("我想借15000分10期"), press("开始实名核验")],
  ...[press("授权查询征信"), press("等额本金"), press("日常消费"), press("同意报价")],
  press("同意合同，去刷脸"),
];
const sign = press("确认借款 ¥15,000.00，分10期");

/** Played on the real assistant and in the inspector; its text. */
async function exported(session: Session, { id }: Step): Promise<string> {
  const story = await writeTranscript(session, id, { title: "As it was." });
  const file = join(folder, "story.txt");
  await writeFile(file, story);
  const transcript = readTranscript(file);
  await playTranscript(system, transcript);
  expect((await replayTranscript(transcript)).parted).toBeUndefined();
  return story;
}

describe("an exported transcript", () => {
  it("keeps a repayment that is on its way, and what is then left", async () => {
    const session = beginSession(inspectedJourney, {});
    const borrowed = await walk(session, 0, ...toSigning, sign);
    const choosing = await walk(session, borrowed.id, text("还款"));
    const due = (await session.machine.offers(choosing.world)).buttons.find(({ label }) =>
      label.startsWith("还本期"),
    );
    const reviewing = await walk(session, choosing.id, due?.cause as Act, press("零钱"));
    const confirm = (await session.machine.offers(reviewing.world)).buttons[0]?.cause as Act;
    const collecting = await takeStep(session, reviewing.id, confirm);
    const story = await exported(session, await answer(session, collecting, "processing"));
    expect(story).toContain("! collect: processing\n");
    expect(story).toContain("$ loans:principal 15000.00");
    expect(story).not.toContain("13500.00");

    const plain = await exported(session, await answer(session, collecting, "collected"));
    expect(plain).not.toContain("! ");
    expect(plain).toContain("$ loans:principal 13500.00");
  });

  it("keeps a payout that is silent and then paid, and what the borrower asks meanwhile", async () => {
    const session = beginSession(inspectedJourney, {});
    const signing = await walk(session, 0, ...toSigning);
    const signed = await takeStep(session, signing.id, sign);
    const silent = await answer(session, signed, "time-out");
    const asked = await takeStep(session, silent.id, text("会上征信吗"));
    const story = await exported(session, await answer(session, asked, "paid"));
    expect(story).toMatch(/! payOut: time-out\n(?:<.*\n)+@ confirming\.payingOut\n! payOut: waits\n/);
    expect(story).toMatch(/! payOut: paid\n[^!]*\$ loans:principal 15000\.00/);
    expect(await exported(session, silent)).toContain("$ loans 1\n");
  });

  it.each([
    ["verifyName", "document-expired", 3],
    ["findCard", "missing", 3],
    ["assess", "too-many-lenders", 4],
    ["assess", "time-out", 4],
    ["verifyFace", "refused", 8],
  ])("keeps that %s is answered with %s, and that the clock moved", async (command, choice, before) => {
    const session = beginSession(inspectedJourney, {});
    const here = await walk(session, 0, ...toSigning.slice(0, before));
    let asking = await takeStep(session, here.id, toSigning[before] ?? sign);
    while (asking.world.commands[0]?.command !== command) {
      const [first] = (await session.machine.offers(asking.world)).answers[0]?.choices ?? [];
      asking = await takeStep(session, asking.id, first?.cause as Act);
    }
    const answered = await answer(session, asking, choice);
    const moved = await walk(session, answered.id, { kind: "clock", to: "2016-02-10 11:00" });
    const story = await exported(session, moved);
    expect(story).toContain(`! ${command}: ${choice}\n`);
    expect(story).toContain("~ 2016-02-10 11:00\n");
  });

  it("is refused, with the step and what would be otherwise, where it would tell another story", async () => {
    const session = beginSession(inspectedJourney, {});
    const signing = await walk(session, 0, ...toSigning);
    const signed = await takeStep(session, signing.id, sign);
    const once = await answer(session, signed, "time-out");
    const twice = await answer(session, once, "time-out");
    await expect(writeTranscript(session, twice.id, { title: "t" })).rejects.toThrow(
      /^Step \d+ \(\[确认借款.*payOut once only/,
    );
    const late = await takeStep(session, signing.id, { kind: "clock", to: "2016-02-12 10:00" });
    await expect(writeTranscript(session, late.id, { title: "t" })).rejects.toThrow(
      /came due and was not let/,
    );
    const words = await takeStep(session, 1, text("[no such button]"));
    await expect(writeTranscript(session, words.id, { title: "t" })).rejects.toThrow(
      /^Step \d+ \(\[no such button\]\) cannot be told by a transcript\. \w+.* in the session, .* in the transcript\./,
    );
  });
});
