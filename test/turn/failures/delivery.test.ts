/** A reply is committed before it is shown: whatever happens in between, it is shown, once, in order. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../db/connection/connection.ts";
import { type Conversation, openConversation } from "../../support/conversation.ts";
import { freshDatabase } from "../../support/database.ts";
import { hastenJobs, runDueJobs } from "../../support/jobs.ts";
import { bringTo } from "../../support/journeys.ts";
import { type TestAssistant, testAssistant } from "../../support/test-assistant.ts";

let database: Database;
let system: TestAssistant;
/** Another process, which takes over. */
let other: TestAssistant;
let conversation: Conversation;
let series = 0;
beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  series += 2;
  system = await testAssistant({ database, series });
  other = await testAssistant({ database, series: series + 1 });
  conversation = openConversation(system);
  await bringTo(conversation, "welcomed");
});
afterAll(() => database.close());

const endLeases = () =>
  database.sql`update deliveries set leased_until = now() - interval '1 second' where leased_until is not null`;

/** The dead process's lease ends, and the safety net's time comes. */
async function later(): Promise<void> {
  await endLeases();
  await hastenJobs(system.jobs, "deliver");
  await runDueJobs(other.jobs);
}

const statuses = async (): Promise<string[]> => {
  const rows = await database.sql<{ status: string }[]>`
    select o.status from outbox o join conversations c on c.id = o.conversation_id
    where c.chat_id = ${conversation.chatId} order by history_id`;
  return rows.map(({ status }) => status);
};
const shownBy = ({ channel }: TestAssistant): string[] =>
  channel.shown
    .filter(({ address }) => address.chatId === conversation.chatId)
    .map(({ outbound }) => outbound.text);

describe("a process that dies between the commit and the reply", () => {
  const act = { kind: "text", text: "借款入口在哪" } as const;
  beforeEach(async () => {
    system.channel.meets("hangs");
    void conversation.send(act, "the-same");
    await expect.poll(statuses).toEqual(["sent", "sent", "pending"]);
  });

  it("is succeeded by the delivery job of another, which shows it once", async () => {
    await later();
    expect(shownBy(other)).toHaveLength(1);
    await later();
    expect(shownBy(other)).toHaveLength(1);
    expect(await statuses()).toEqual(["sent", "sent", "sent"]);
  });

  it("is waited for while its lease lasts, and then succeeded, though the job came too early", async () => {
    await hastenJobs(other.jobs, "deliver");
    await runDueJobs(other.jobs);
    expect(shownBy(other)).toEqual([]);
    await later();
    expect(shownBy(other)).toHaveLength(1);
  });

  it("leaves the message's second delivery to be a duplicate that shows what waits", async () => {
    await endLeases();
    expect(await other.assistant.receive(conversation.inbound(act, "the-same"))).toEqual({
      outcome: "duplicate",
    });
    expect(shownBy(other)).toHaveLength(1);
  });
});

describe("a process that is so slow that another takes over", () => {
  it("leaves the replies behind the one in its hands to the other: each is shown once, in order", async () => {
    system.channel.meets({ outcome: "later", afterSeconds: 600, reason: "too many requests" });
    await conversation.send({ kind: "text", text: "借款入口在哪" });
    const shown = new Promise<void>((resolve) => {
      system.channel.meets(async () => {
        await database.sql`update outbox set status = 'sent', sent_at = now()
          where status = 'pending' and history_id = (select min(history_id) from outbox where status = 'pending')`;
        await later();
        resolve();
        return { outcome: "sent" };
      });
    });
    await conversation.send({ kind: "text", text: "帮助" });
    await shown;
    expect(shownBy(other)).toHaveLength(1);
    expect(shownBy(system)).toHaveLength(3);
    expect(await statuses()).toEqual(["sent", "sent", "sent", "sent"]);
  });
});

describe("a channel that fails", () => {
  it("is given the reply again later", async () => {
    system.channel.meets("fails");
    await conversation.send({ kind: "text", text: "借款入口在哪" });
    expect(await statuses()).toEqual(["sent", "sent", "pending"]);
    await later();
    expect(await statuses()).toEqual(["sent", "sent", "sent"]);
  });

  it("for a reply that it can never show, does not hold back the next one", async () => {
    system.channel.meets(...Array.from({ length: 5 }, () => "fails" as const));
    await conversation.send({ kind: "text", text: "借款入口在哪" });
    for (let times = 0; times < 4; times += 1) await conversation.send({ kind: "text", text: "帮助" });
    expect(await statuses()).toEqual(["sent", "sent", "unreachable", "sent", "sent", "sent", "sent"]);
  });
});

describe("a messenger that asks for patience", () => {
  it("gets the reply later, with those behind it in order", async () => {
    system.channel.meets({ outcome: "later", afterSeconds: 600, reason: "too many requests" });
    await conversation.send({ kind: "text", text: "借款入口在哪" });
    expect(await statuses()).toEqual(["sent", "sent", "pending"]);
    await conversation.send({ kind: "text", text: "帮助" });
    expect(await statuses()).toEqual(["sent", "sent", "sent", "sent"]);
    const [, , entries, help] = conversation.replies;
    expect([entries?.stage, help?.stage]).toEqual(["locatingEntry", "locatingEntry"]);
    expect(entries?.card).toBeDefined();
  });

  it("gets it from the job, if nobody writes meanwhile", async () => {
    system.channel.meets({ outcome: "later", afterSeconds: 600, reason: "too many requests" });
    await conversation.send({ kind: "text", text: "借款入口在哪" });
    await runDueJobs(system.jobs);
    expect(shownBy(system)).toHaveLength(2);
    await hastenJobs(system.jobs, "deliver");
    await runDueJobs(system.jobs);
    expect(shownBy(system)).toHaveLength(3);
  });
});

describe("a borrower who blocked the bot", () => {
  it("is not tried again for that reply", async () => {
    system.channel.meets({ outcome: "unreachable", reason: "blocked" });
    await conversation.send({ kind: "text", text: "借款入口在哪" });
    await later();
    expect(await statuses()).toEqual(["sent", "sent", "unreachable"]);
    expect(shownBy(other)).toEqual([]);
  });
});
