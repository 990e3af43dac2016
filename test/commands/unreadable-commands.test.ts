/** Stored commands that this release cannot read: another release's, or broken. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCommand, settleStrandedCommands } from "../../bot/jobs/run-command.ts";
import type { Database } from "../../db/connection/connection.ts";
import { listDeadLetters } from "../../db/jobs/dead-letters.ts";
import { PartnerUnavailable } from "../../partners/ports.ts";
import { openConversation } from "../support/conversation.ts";
import { freshDatabase } from "../support/database.ts";
import { bringTo, placeOf } from "../support/journeys.ts";
import { testAssistant } from "../support/test-assistant.ts";

let database: Database;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.close());

/** A command on its way, changed in the database behind the assistant's back. */
async function onItsWay(change: { kind: string; payload: object }) {
  const system = await testAssistant({ database });
  const conversation = openConversation(system);
  await bringTo(conversation, "welcomed");
  await conversation.say("借钱");
  await conversation.send({ kind: "button", buttonId: conversation.button("开始实名核验").id });
  const [row] = await database.sql<{ id: string }[]>`
    update commands set kind = ${change.kind}, payload = ${JSON.stringify(change.payload)}::text::jsonb
    where status = 'pending' returning id`;
  const tried = (last: boolean) =>
    runCommand(system.jobs, { commandId: row?.id ?? "", attempt: { number: last ? 4 : 1, last } });
  const status = async () => (await database.sql`select status from commands where id = ${row?.id ?? ""}`)[0];
  return { system, tried, status, place: () => placeOf(system, conversation) };
}

describe("a command that cannot be read", () => {
  it("of a name that this release does not know may move money: it is never given up", async () => {
    const { system, tried, status } = await onItsWay({ kind: "notarise", payload: {} });
    await expect(tried(false)).rejects.toThrow(PartnerUnavailable);
    await expect(tried(true)).rejects.toThrow(PartnerUnavailable);
    await database.sql`delete from graphile_worker._private_jobs where key like 'command:%'`;
    await settleStrandedCommands(system.jobs);
    expect(await status()).toEqual({ status: "pending" });
    expect(await listDeadLetters(database.orm)).toMatchObject([{ what: "notarise" }]);
  });

  it("that moves money is asked for no partner, and not given up either", async () => {
    const { tried, status } = await onItsWay({ kind: "payOut", payload: { loanId: "l" } });
    await expect(tried(true)).rejects.toThrow(PartnerUnavailable);
    expect(await status()).toEqual({ status: "pending" });
  });

  it("that moves none is given up at its last try, as its partner's silence would be", async () => {
    const { tried, status } = await onItsWay({ kind: "verifyFace", payload: {} });
    await expect(tried(false)).rejects.toThrow(PartnerUnavailable);
    await tried(true);
    expect(await status()).toEqual({ status: "failed" });
  });
});
