import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { conversationHistory } from "../../../db/conversation/history.ts";
import { type InboundRow, recordInbound } from "../../../db/conversation/inbox.ts";
import {
  markAttempt,
  markSent,
  markUnreachable,
  pendingOutbound,
  queueOutbound,
} from "../../../db/conversation/outbox.ts";
import { outbox } from "../../../db/schema.ts";
import { freshDatabase } from "../../support/database.ts";
import { newConversation } from "../../support/fixtures/rows.ts";

const database = await freshDatabase();
afterAll(() => database.close());
const q = database.orm;

const at = "2026-02-10T02:00:00.000Z";
const inbound = (conversationId: string, changes: Partial<InboundRow> = {}): InboundRow => ({
  ...{ conversationId, messageId: randomUUID(), turnId: randomUUID(), text: "hello", at },
  ...changes,
});
const reply = (conversationId: string, text: string) => ({
  ...{ id: randomUUID(), conversationId, turnId: randomUUID(), outbound: { text }, replaces: null, at },
});
const queue = async (conversationId: string, text: string): Promise<string> => {
  const row = reply(conversationId, text);
  await queueOutbound(q, row);
  return row.id;
};

describe("the inbox", () => {
  it("takes a message once, also when it is delivered again and again at the same instant", async () => {
    const { id } = await newConversation(q);
    const message = inbound(id);
    const again = { ...message, turnId: randomUUID(), text: "changed" };
    const recorded = await Promise.all([message, again, again].map((row) => recordInbound(q, row)));
    expect(recorded.filter(Boolean)).toHaveLength(1);
    expect(await conversationHistory(q, id)).toHaveLength(1);
  });

  it("takes the same message id of two conversations as two messages", async () => {
    const [one, two] = [await newConversation(q), await newConversation(q)];
    expect(await recordInbound(q, inbound(one.id, { messageId: "7" }))).toBe(true);
    expect(await recordInbound(q, inbound(two.id, { messageId: "7" }))).toBe(true);
  });

  it("forgets a message whose turn was rolled back, so that it can come again", async () => {
    const { id } = await newConversation(q);
    const message = inbound(id);
    const turn = q.transaction(async (tx) => {
      await recordInbound(tx, message);
      throw new Error("lost the race");
    });
    await expect(turn).rejects.toThrow("lost the race");
    expect(await recordInbound(q, message)).toBe(true);
  });
});

describe("the history", () => {
  it("is what both sides said, in one order, without what only had a cause", async () => {
    const { id } = await newConversation(q);
    await recordInbound(q, inbound(id, { text: "你好" }));
    await queue(id, "first");
    await recordInbound(q, inbound(id, { text: null }));
    await queue(id, "second");
    const history = await conversationHistory(q, id);
    expect(history.map((item) => (item.from === "borrower" ? item.text : item.outbound))).toEqual([
      "你好",
      { text: "first" },
      { text: "second" },
    ]);
    expect(history.map((item) => item.at)).toEqual([at, at, at]);
    expect(history.map((item) => item.id)).toEqual(history.map((item) => item.id).toSorted((a, b) => a - b));
  });

  it("goes on after an item, and is a conversation's own", async () => {
    const [one, two] = [await newConversation(q), await newConversation(q)];
    await queue(one.id, "first");
    await queue(two.id, "of another");
    await queue(one.id, "second");
    const [first] = await conversationHistory(q, one.id);
    const rest = await conversationHistory(q, one.id, { after: first?.id });
    expect(rest).toMatchObject([{ from: "assistant", outbound: { text: "second" } }]);
  });
});

describe("the outbox", () => {
  it("gives what waits, in the order in which it was said", async () => {
    const { id } = await newConversation(q);
    const texts = ["one", "two", "three"];
    for (const text of texts) await queue(id, text);
    expect((await pendingOutbound(q, id)).map((row) => row.outbound)).toEqual(
      texts.map((text) => ({ text })),
    );
  });

  it("holds nothing back once it is sent or nobody can be reached", async () => {
    const { id } = await newConversation(q);
    const [sent, lost] = [await queue(id, "sent"), await queue(id, "lost")];
    await markAttempt(q, sent);
    await markSent(q, { id: sent, ref: "message 9", at });
    await markUnreachable(q, lost);
    expect(await pendingOutbound(q, id)).toEqual([]);
    expect(await outboxOf(id)).toEqual([
      { id: sent, status: "sent", sentRef: "message 9", sentAt: at, attempts: 2 },
      { id: lost, status: "unreachable", sentRef: null, sentAt: null, attempts: 1 },
    ]);
  });

  it("keeps the first mark of a reply", async () => {
    const { id } = await newConversation(q);
    const row = await queue(id, "once");
    await markSent(q, { id: row, ref: "1", at });
    await markSent(q, { id: row, ref: "2", at });
    await markUnreachable(q, row);
    expect(await outboxOf(id)).toMatchObject([{ status: "sent", sentRef: "1", attempts: 1 }]);
  });
});

const outboxOf = (conversationId: string) =>
  q
    .select({
      ...{ id: outbox.id, status: outbox.status, sentRef: outbox.sentRef, sentAt: outbox.sentAt },
      attempts: outbox.attempts,
    })
    .from(outbox)
    .where(eq(outbox.conversationId, conversationId))
    .orderBy(outbox.historyId);
