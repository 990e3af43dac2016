/** Whatever arrives twice, at once or late, happens once and in some order. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../db/connection/connection.ts";
import { findConversation } from "../../db/conversation/conversations.ts";
import { accountBalances } from "../../db/lending/ledger.ts";
import { type Conversation, openConversation } from "../support/conversation.ts";
import { freshDatabase } from "../support/database.ts";
import { runDueJobs } from "../support/jobs.ts";
import { bringTo, placeOf, SIGN, sequenceOf } from "../support/journeys.ts";
import { type TestAssistant, testAssistant } from "../support/test-assistant.ts";

let database: Database;
let system: TestAssistant;
/** Another process on the same database, with sessions and a channel of its own. */
let other: TestAssistant;
beforeAll(async () => {
  database = await freshDatabase(10);
  system = await testAssistant({ database });
  other = await testAssistant({ database, series: 1 });
});
afterAll(() => database.close());

const loansOf = async ({ chatId }: Conversation): Promise<{ id: string; status: string }[]> => [
  ...(await database.sql<{ id: string; status: string }[]>`
    select l.id, l.status from loans l join conversations c using (borrower_id) where c.chat_id = ${chatId}`),
];

describe("a message delivered three times", () => {
  it("acts once and is answered once", async () => {
    const conversation = openConversation(system);
    await bringTo(conversation, "welcomed");
    const before = await sequenceOf(system, conversation);
    const act = { kind: "text", text: "借款入口在哪" } as const;
    const receipts = [];
    for (let times = 0; times < 3; times += 1) receipts.push(await conversation.send(act, "the-same"));
    expect(receipts.map(({ outcome }) => outcome)).toEqual(["handled", "duplicate", "duplicate"]);
    expect(await sequenceOf(system, conversation)).toBe(before + 1);
    expect(await conversation.settle()).toHaveLength(1);
  });

  it("acts once also when all three arrive at once, at two processes", async () => {
    const conversation = openConversation(system);
    await bringTo(conversation, "welcomed");
    const before = await sequenceOf(system, conversation);
    const inbound = conversation.inbound({ kind: "text", text: "借款入口在哪" }, "the-same");
    const receipts = await Promise.all([system, other, system].map((one) => one.assistant.receive(inbound)));
    expect(receipts.map(({ outcome }) => outcome).sort()).toEqual(["duplicate", "duplicate", "handled"]);
    expect(await sequenceOf(system, conversation)).toBe(before + 1);
  });
});

describe("twenty messages of one chat at once", () => {
  it("are all handled, each in a turn of its own, and all answered", async () => {
    const conversation = openConversation(system);
    await bringTo(conversation, "welcomed");
    const before = await sequenceOf(system, conversation);
    const shown = conversation.replies.length;
    const receipts = await Promise.all(
      Array.from({ length: 20 }, () => conversation.send({ kind: "text", text: "帮助" })),
    );
    await conversation.settle();
    expect(receipts.every(({ outcome }) => outcome === "handled")).toBe(true);
    expect(await sequenceOf(system, conversation)).toBe(before + 20);
    expect(conversation.replies).toHaveLength(shown + 20);
  });

  it("may be the first of a chat: they begin one conversation", async () => {
    const conversation = openConversation(system);
    await Promise.all(Array.from({ length: 5 }, () => conversation.send({ kind: "text", text: "你好" })));
    expect(await sequenceOf(system, conversation)).toBe(5);
    const found = await database.sql`select from conversations where chat_id = ${conversation.chatId}`;
    expect(found).toHaveLength(1);
  });
});

describe("two confirmations at the same instant", () => {
  it("at two processes make one loan, one payout, and a ledger in balance", async () => {
    const conversation = openConversation(system);
    await bringTo(conversation, "signing");
    const press = { kind: "button", buttonId: conversation.button(SIGN).id } as const;
    await Promise.all([
      system.assistant.receive(conversation.inbound(press, "confirm-1")),
      other.assistant.receive(conversation.inbound(press, "confirm-2")),
    ]);
    await runDueJobs(system.jobs);
    const loans = await loansOf(conversation);
    expect(loans.map(({ status }) => status)).toEqual(["active"]);
    expect(await accountBalances(database.orm, loans[0]?.id)).toEqual({
      "loans:principal": "10000.00",
      "cash:payout": "-10000.00",
    });
    const payouts =
      await database.sql`select from commands where kind = 'payOut' and payload->>'loanId' = ${loans[0]?.id ?? ""}`;
    expect(payouts).toHaveLength(1);
  });
});

describe("a session that is not up to date", () => {
  it("is corrected from Postgres, and nothing is lost", async () => {
    const conversation = openConversation(system);
    await bringTo(conversation, "quoted");
    const stale = await system.sessions.get({ channel: "terminal", chatId: conversation.chatId });
    await conversation.press("同意报价");
    if (stale) await system.sessions.set({ channel: "terminal", chatId: conversation.chatId }, stale);
    await conversation.press("同意合同，去刷脸");
    expect(await placeOf(system, conversation)).toBe("confirming.signing");
  });

  it("may be gone: flushed in the middle of a quote, the next message goes on", async () => {
    const conversation = openConversation(system);
    await bringTo(conversation, "quoted");
    await system.sessions.delete({ channel: "terminal", chatId: conversation.chatId });
    const [reply] = await conversation.say("改成5000");
    expect(reply?.text).toContain("¥5,000.00");
    expect(await placeOf(system, conversation)).toBe("quoting.reviewing");
  });

  it("may be unreadable, as an older release's would be", async () => {
    const conversation = openConversation(system);
    await bringTo(conversation, "quoted");
    await system.sessions.set({ channel: "terminal", chatId: conversation.chatId }, { of: "another shape" });
    await conversation.press("同意报价");
    expect(await placeOf(system, conversation)).toBe("confirming.reviewingContract");
  });

  it("is the same conversation at another process", async () => {
    const conversation = openConversation(system);
    await bringTo(conversation, "quoted");
    await other.assistant.receive(conversation.inbound({ kind: "text", text: "改成5000" }));
    const row = await findConversation(database.orm, { channel: "terminal", chatId: conversation.chatId });
    expect(row?.stage).toBe("quoting");
    await conversation.say("同意报价");
    expect(await placeOf(system, conversation)).toBe("confirming.reviewingContract");
  });
});

describe("somebody else in a person's chat", () => {
  it("is refused in that person's language, and nothing happens", async () => {
    const conversation = openConversation(system);
    await bringTo(conversation, "signing");
    const before = await sequenceOf(system, conversation);
    const press = conversation.inbound({ kind: "button", buttonId: conversation.button(SIGN).id });
    const receipt = await system.assistant.receive({ ...press, senderId: "a stranger" });
    expect(receipt).toMatchObject({ outcome: "refused", notice: expect.stringMatching(/\p{Script=Han}/u) });
    expect(await sequenceOf(system, conversation)).toBe(before);
    expect(await loansOf(conversation)).toEqual([]);
  });
});
