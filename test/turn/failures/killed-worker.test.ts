/** kill -9 of a process with a command in its hands, at the last of its attempts too. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { runCommand, settleStrandedCommands } from "../../../bot/jobs/run-command.ts";
import type { Database } from "../../../db/connection/connection.ts";
import { strandedCommands } from "../../../db/jobs/commands.ts";
import { listDeadLetters } from "../../../db/jobs/dead-letters.ts";
import { ensureDeliveryJob, freeStuckJobs } from "../../../db/jobs/jobs.ts";
import { PartnerUnavailable } from "../../../partners/ports.ts";
import { type Conversation, openConversation } from "../../support/conversation.ts";
import { freshDatabase } from "../../support/database.ts";
import { runDueJobs } from "../../support/jobs.ts";
import { bringTo, placeOf, SIGN } from "../../support/journeys.ts";
import { type TestAssistant, testAssistant } from "../../support/test-assistant.ts";

let database: Database;
let survivor: TestAssistant;
let conversation: Conversation;
beforeEach(async () => {
  database = await freshDatabase();
  survivor = await testAssistant({ database });
  conversation = openConversation(survivor);
});
afterEach(() => database.close());

/** Whoever is dead counts as dead at once, and nobody as frozen. */
const atOnce = { dead: 0, frozen: 3600, restart: 0 };
const free = () => freeStuckJobs(database.orm, atOnce);
const held = () => database.sql`select id from graphile_worker.jobs where locked_by is not null`;
const presences = () => database.sql`
  select from pg_locks where locktype = 'advisory' and mode = 'ShareLock' and granted
    and database = (select oid from pg_database where datname = current_database())`;

/** The borrower's card is to be looked up: the turn is committed, its job has not run. */
async function askForCard(): Promise<void> {
  await bringTo(conversation, "welcomed");
  await conversation.say("借钱");
  await conversation.send({ kind: "button", buttonId: conversation.button("开始实名核验").id });
  while ((await placeOf(survivor, conversation)) !== "checkingEligibility.findingCard") await runNextJob();
}

/** One command only, so that the one that it brings about waits. */
async function runNextJob(): Promise<void> {
  const [command] = await database.sql<{ id: string }[]>`select id from commands where status = 'pending'`;
  if (!command) throw new Error("no command is pending");
  await runCommand(survivor.jobs, { commandId: command.id, attempt: { number: 1, last: false } });
}

async function workingProcess(): Promise<ChildProcess> {
  const script = new URL("./working-process.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, ["--import", "tsx", script, database.url]);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  while ((await lines.next()).value !== "asked") if (child.exitCode !== null) throw new Error("it ended");
  await vi.waitFor(async () => expect((await presences()).length).toBeGreaterThan(0), { timeout: 30_000 });
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
}

/** The server hears of a process's death within moments. */
const untilFree = () =>
  vi.waitFor(
    async () => {
      await free();
      expect(await held()).toHaveLength(0);
    },
    { timeout: 30_000 },
  );

describe("a command in the hands of a process that is killed", () => {
  it("is left to it while it lives, and is another's as soon as it is dead", {
    timeout: 60_000,
  }, async () => {
    await askForCard();
    const child = await workingProcess();
    await free();
    expect(await held()).toHaveLength(1);
    await kill(child);
    await untilFree();
    await runDueJobs(survivor.jobs);
    expect(await placeOf(survivor, conversation)).toBe("checkingEligibility.authorising");
  });

  it("at its last attempt is tried once more, and given up in words", { timeout: 60_000 }, async () => {
    await askForCard();
    await database.sql`update graphile_worker._private_jobs set attempts = max_attempts - 1 where key like 'command:%'`;
    const child = await workingProcess();
    await kill(child);
    await untilFree();
    const unlucky = await testAssistant({
      ...{ database, series: 3 },
      partners: (sandbox) => ({
        ...sandbox,
        findCard: () => Promise.reject(new PartnerUnavailable("the partner is down")),
      }),
    });
    await runDueJobs(unlucky.jobs);
    expect(await placeOf(survivor, conversation)).toBe("checkingEligibility.refused");
    expect(await strandedCommands(database.orm)).toEqual([]);
    expect(await database.sql`select from commands where status = 'pending'`).toHaveLength(0);
  });
});

describe("a command that no job will run any more", () => {
  const exhaust = () =>
    database.sql`update graphile_worker._private_jobs set attempts = max_attempts where key like 'command:%'`;

  it.each(["used up", "gone"])(
    "its job being %s: is given up, and the borrower may try again",
    async (how) => {
      await askForCard();
      await (how === "gone"
        ? database.sql`delete from graphile_worker._private_jobs where key like 'command:%'`
        : exhaust());
      expect(await strandedCommands(database.orm)).toHaveLength(1);
      await settleStrandedCommands(survivor.jobs);
      await settleStrandedCommands(survivor.jobs);
      expect(await strandedCommands(database.orm)).toEqual([]);
      expect(await placeOf(survivor, conversation)).toBe("checkingEligibility.refused");
      await conversation.press("再试一次");
      expect(await placeOf(survivor, conversation)).toBe("checkingEligibility.authorising");
    },
  );

  it("is asked after again when it moves money and has no job; a person's when it has no attempt left", async () => {
    await bringTo(conversation, "signing");
    await conversation.send({ kind: "button", buttonId: conversation.button(SIGN).id });
    const [loan] = await database.sql<{ number: string }[]>`select number from loans`;
    await exhaust();
    await settleStrandedCommands(survivor.jobs);
    expect(await listDeadLetters(database.orm)).toMatchObject([
      { what: "payOut", of: `loan ${loan?.number}` },
    ]);
    await database.sql`delete from graphile_worker._private_jobs where key like 'command:%'`;
    await settleStrandedCommands(survivor.jobs);
    expect(await listDeadLetters(database.orm)).toEqual([]);
    await runDueJobs(survivor.jobs);
    expect(await placeOf(survivor, conversation)).toBe("reminding.choosing");
  });
});

describe("a job that is queued anew while a dead process has it in its hands", () => {
  it("leaves one job and no dead letter, and what waits is shown", async () => {
    await bringTo(conversation, "welcomed");
    const [chat] = await database.sql<{ id: string }[]>`select id from conversations`;
    const id = chat?.id ?? "";
    await ensureDeliveryJob(database.orm, id, 0);
    await database.sql`
      update graphile_worker._private_jobs set locked_at = now(), locked_by = 'dead', attempts = 1
      where key = ${`deliver:${id}`}`;
    await ensureDeliveryJob(database.orm, id, 0);
    await free();
    expect(await listDeadLetters(database.orm)).toEqual([]);
    expect(
      await database.sql`select locked_by, attempts from graphile_worker.jobs where task_identifier = 'deliver'`,
    ).toEqual([{ locked_by: null, attempts: 0 }]);
  });

  it("that has failed in a living one's is no dead letter either", async () => {
    await bringTo(conversation, "welcomed");
    const [chat] = await database.sql<{ id: string }[]>`select id from conversations`;
    await database.sql`
      update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'no luck', run_at = now()
      where key = ${`deliver:${chat?.id}`}`;
    expect(await listDeadLetters(database.orm)).toMatchObject([
      { what: "deliver", of: `chat ${chat?.id}`, lastError: "no luck" },
    ]);
    await database.sql`update graphile_worker._private_jobs set key = null`;
    expect(await listDeadLetters(database.orm)).toEqual([]);
  });
});
