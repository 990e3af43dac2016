/** kill -9 of a real process, between two messages and in the middle of one: the next process goes on. */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../../db/connection/connection.ts";
import { freeStuckJobs } from "../../../db/jobs/jobs.ts";
import { accountBalances } from "../../../db/lending/ledger.ts";
import { type Conversation, openConversation } from "../../support/conversation.ts";
import { freshDatabase } from "../../support/database.ts";
import { bringTo, placeOf, SIGN } from "../../support/journeys.ts";
import { type TestAssistant, testAssistant } from "../../support/test-assistant.ts";

let database: Database;
let survivor: TestAssistant;
let conversation: Conversation;
beforeAll(async () => {
  database = await freshDatabase();
  survivor = await testAssistant({ database });
  conversation = openConversation(survivor);
  await bringTo(conversation, "quoted");
});
afterAll(() => database.close());

interface TalkingProcess {
  child: ChildProcessWithoutNullStreams;
  /** Resolves at the next line that says so. */
  says(line: string): Promise<void>;
}

async function startProcess(series: number): Promise<TalkingProcess> {
  const script = new URL("./talking-process.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, ["--import", "tsx", script, database.url, String(series)]);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const says: TalkingProcess["says"] = async (line) => {
    for (let said = await lines.next(); said.value !== line; said = await lines.next())
      if (said.done) throw new Error(`the process ended before it said ${line}`);
  };
  await says("ready");
  return { child, says };
}

const tell = ({ child }: TalkingProcess, message: unknown): boolean =>
  child.stdin.write(`${JSON.stringify(message)}\n`);

async function kill({ child }: TalkingProcess): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
}

describe("a process killed with -9", () => {
  it("between two messages: the next one goes on in the same stage", async () => {
    const first = await startProcess(8);
    const settled = first.says("settled");
    tell(first, conversation.inbound({ kind: "button", buttonId: conversation.button("同意报价").id }));
    await settled;
    await kill(first);
    expect(await placeOf(survivor, conversation)).toBe("confirming.reviewingContract");
    const history = await survivor.assistant.history({ channel: "terminal", chatId: conversation.chatId });
    expect(history.at(-1)?.message).toMatchObject({ from: "assistant", outbound: { stage: "confirming" } });
    await conversation.say("同意合同，去刷脸");
    expect(await placeOf(survivor, conversation)).toBe("confirming.signing");
  });

  it("right after a signature was received: the next one pays out, once", async () => {
    const second = await startProcess(9);
    const sign = conversation.inbound(
      { kind: "button", buttonId: conversation.button(SIGN).id },
      "the-signature",
    );
    const received = second.says("received");
    tell(second, sign);
    await received;
    await kill(second);
    // The messenger does not know that it was handled, and brings it again.
    expect(await survivor.assistant.receive(sign)).toEqual({ outcome: "duplicate" });
    await giveBack();
    await conversation.settle();
    expect(await placeOf(survivor, conversation)).toBe("reminding.choosing");
    expect(await accountBalances(database.orm)).toEqual({
      "loans:principal": "10000.00",
      "cash:payout": "-10000.00",
    });
  });
});

/** The dead process may have had a job in hand: it has no presence. */
const giveBack = () => freeStuckJobs(database.orm, { dead: 0, frozen: 3600, restart: 0 });

describe("a job in somebody's hand for longer than any job takes", () => {
  const held = () => database.sql`
    update graphile_worker._private_jobs set locked_at = now() - interval '2 minutes', locked_by = 'frozen',
      run_at = now() returning id`;
  const locked = () => database.sql`select id from graphile_worker.jobs where locked_by is not null`;

  it("is left alone while it may still be at work, and given back afterwards", async () => {
    const jobs = await held();
    expect(jobs.length).toBeGreaterThan(0);
    await freeStuckJobs(database.orm, { dead: 3600, frozen: 130, restart: 0 });
    expect(await locked()).toHaveLength(jobs.length);
    await freeStuckJobs(database.orm, { dead: 3600, frozen: 110, restart: 0 });
    expect(await locked()).toHaveLength(0);
  });
});
