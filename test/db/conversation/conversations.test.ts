import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import {
  advanceConversation,
  type ConversationRow,
  createConversation,
  findConversation,
  findConversationById,
} from "../../../db/conversation/conversations.ts";
import { freshDatabase } from "../../support/database.ts";
import { conversationRow } from "../../support/fixtures/rows.ts";

const database = await freshDatabase();
afterAll(() => database.close());
const q = database.orm;

const next = (row: ConversationRow, stage: string) => ({
  ...{ id: row.id, expectedSeq: row.seq, snapshot: { stage }, stage },
  ...{ locale: "en" as const, clockOffsetMs: 5_000_000_000 },
});

describe("a conversation", () => {
  it("is created with its borrower and found by its chat and by its id", async () => {
    const row = await createConversation(q, conversationRow({ locale: "zh-CN" }));
    expect(await findConversation(q, row)).toEqual(row);
    expect(await findConversationById(q, row.id)).toEqual(row);
    const [borrower] = await database.sql`select locale from borrowers where id = ${row.borrowerId}`;
    expect(borrower?.["locale"]).toBe("zh-CN");
  });

  it("is not found in another channel or chat", async () => {
    const row = await createConversation(q, conversationRow());
    expect(await findConversation(q, { ...row, channel: "telegram" })).toBeUndefined();
    expect(await findConversation(q, { ...row, chatId: "other" })).toBeUndefined();
    expect(await findConversationById(q, randomUUID())).toBeUndefined();
  });

  it("is created once when two first messages arrive together, and so is its borrower", async () => {
    const chatId = randomUUID();
    const rows = await Promise.all(
      Array.from({ length: 5 }, () => createConversation(q, conversationRow({ chatId }))),
    );
    expect(new Set(rows.map((row) => row.id)).size).toBe(1);
    const [borrowers] = await database.sql`
      select count(*)::int as count from borrowers
      where id not in (select borrower_id from conversations)`;
    expect(borrowers?.["count"]).toBe(0);
  });
});

describe("compare-and-set", () => {
  it("moves a conversation on by one and stores what it is given", async () => {
    const row = await createConversation(q, conversationRow());
    expect(await advanceConversation(q, next(row, "idle"))).toBe(true);
    expect(await findConversationById(q, row.id)).toEqual({
      ...row,
      ...{ seq: 1, stage: "idle", snapshot: { stage: "idle" }, locale: "en", clockOffsetMs: 5_000_000_000 },
    });
  });

  it("refuses a turn that read an older sequence, and changes nothing", async () => {
    const row = await createConversation(q, conversationRow());
    await advanceConversation(q, next(row, "first"));
    expect(await advanceConversation(q, next(row, "second"))).toBe(false);
    expect((await findConversationById(q, row.id))?.stage).toBe("first");
  });

  it("lets exactly one of many turns at the same instant through", async () => {
    const row = await createConversation(q, conversationRow());
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, (_, turn) =>
        q.transaction((tx) => advanceConversation(tx, next(row, `turn ${turn}`))),
      ),
    );
    expect(outcomes.filter(Boolean)).toHaveLength(1);
  });
});
