import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import {
  findCommand,
  finishCommand,
  insertCommand,
  type NewCommand,
  pendingCommands,
} from "../../../db/jobs/commands.ts";
import { freshDatabase } from "../../support/database.ts";
import { newConversation } from "../../support/fixtures/rows.ts";
import { queuedJobs } from "../support/jobs.ts";

const database = await freshDatabase();
afterAll(() => database.close());
const q = database.orm;

async function command(changes: Partial<NewCommand> = {}): Promise<NewCommand> {
  const { id: conversationId } = await newConversation(q);
  return {
    ...{ id: randomUUID(), conversationId, turnId: randomUUID(), idempotencyKey: randomUUID() },
    ...{ kind: "payOut", payload: { loanId: "loan", amount: "10000.00" }, maxAttempts: 25 },
    ...changes,
  };
}

const jobOf = async ({ id }: NewCommand) =>
  (await queuedJobs(database, "run-command")).filter(({ key }) => key === `command:${id}`);

describe("a command", () => {
  it("is stored with the job that runs it", async () => {
    const given = await command();
    expect(await insertCommand(q, given)).toBe(true);
    expect(await findCommand(q, given.id)).toMatchObject({
      ...{ conversationId: given.conversationId, turnId: given.turnId, kind: "payOut", status: "pending" },
      ...{ payload: { loanId: "loan", amount: "10000.00" }, result: null, finishedAt: null },
    });
    expect(await jobOf(given)).toMatchObject([{ payload: { commandId: given.id }, maxAttempts: 25 }]);
  });

  it("goes with its job when the turn is rolled back", async () => {
    const given = await command();
    const turn = q.transaction(async (tx) => {
      await insertCommand(tx, given);
      throw new Error("lost the race");
    });
    await expect(turn).rejects.toThrow("lost the race");
    expect(await findCommand(q, given.id)).toBeUndefined();
    expect(await jobOf(given)).toEqual([]);
  });

  it("of a known idempotency key is not stored, and has no job", async () => {
    const first = await command();
    const second = await command({ idempotencyKey: first.idempotencyKey });
    expect(await Promise.all([insertCommand(q, first), insertCommand(q, second)])).toContain(false);
    expect([...(await jobOf(first)), ...(await jobOf(second))]).toHaveLength(1);
  });

  it("is finished once: a second result changes nothing", async () => {
    const given = await command();
    await insertCommand(q, given);
    expect(await finishCommand(q, given.id, { status: "done", result: { type: "card.missing" } })).toBe(true);
    expect(await finishCommand(q, given.id, { status: "failed", result: null })).toBe(false);
    const stored = await findCommand(q, given.id);
    expect(stored).toMatchObject({ status: "done", result: { type: "card.missing" } });
    expect(stored?.finishedAt).not.toBeNull();
  });

  it("is listed while it is pending", async () => {
    const first = await command();
    const second = { ...(await command()), conversationId: first.conversationId };
    await insertCommand(q, first);
    await insertCommand(q, second);
    const idsPending = async () => (await pendingCommands(q, first.conversationId)).map(({ id }) => id);
    expect(await idsPending()).toEqual([first.id, second.id]);
    await finishCommand(q, first.id, { status: "failed", result: null });
    expect(await idsPending()).toEqual([second.id]);
  });
});
