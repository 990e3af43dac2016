/** Snapshots that cannot be opened: a broken one costs nobody their place, a newer one is left to newer processes. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Log } from "../../../bot/log/log.ts";
import { StorageUnavailable } from "../../../bot/storage-unavailable.ts";
import { readConversation } from "../../../bot/turn/conversation.ts";
import type { Database } from "../../../db/connection/connection.ts";
import { type Conversation, openConversation } from "../../support/conversation.ts";
import { freshDatabase } from "../../support/database.ts";
import { hastenJobs, runDueJobs } from "../../support/jobs.ts";
import { bringTo, PAY_FIRST, placeOf, SIGN } from "../../support/journeys.ts";
import { type TestAssistant, testAssistant } from "../../support/test-assistant.ts";

let database: Database;
let system: TestAssistant;
const logged: { fields: Record<string, unknown>; message: string }[] = [];
const keep = (fields: object, message: string) => void logged.push({ fields: { ...fields }, message });
const log: Log = { info: () => {}, warn: keep, error: keep };

beforeAll(async () => {
  database = await freshDatabase();
  system = await testAssistant({ database, log });
});
afterAll(() => database.close());

const addressOf = ({ chatId }: Conversation) => ({ channel: "terminal", chatId }) as const;

/** Changes the stored snapshot, and lets the session be forgotten. */
async function change(conversation: Conversation, snapshot: string): Promise<void> {
  const { chatId } = conversation;
  await database.sql.unsafe(`update conversations set snapshot = ${snapshot} where chat_id = '${chatId}'`);
  await system.sessions.delete(addressOf(conversation));
}

const unknownState = `jsonb_set(snapshot, '{body,value}', '"daydreaming"')`;
const breaks = [
  ["of a state that is no more", unknownState],
  ["of a substate that is no more", `jsonb_set(snapshot, '{body,value}', '{"reminding": "dreaming"}')`],
  ["of a name that every object has", `jsonb_set(snapshot, '{body,value}', '"constructor"')`],
  ["of such a name within a state", `jsonb_set(snapshot, '{body,value}', '{"reminding": "toString"}')`],
  ["of no state at all", `jsonb_set(snapshot, '{body,value}', '{}')`],
  ["of half a place", `jsonb_set(snapshot, '{body,value}', '"quoting"')`],
  ["without a context", `snapshot #- '{body,context}'`],
  ["whose context lacks a part", `snapshot #- '{body,context,loans}'`],
  ["of another machine", `jsonb_set(snapshot, '{machine}', '"loan"')`],
  ["of a version that was never", `jsonb_set(snapshot, '{version}', '0')`],
  ["with a version that is no number", `jsonb_set(snapshot, '{version}', '"newest"')`],
  ["without the sequence of its buttons", `snapshot - 'shownSeq'`],
  ["that is an empty object", `'{}'`],
  ["that is a mere string", `'"nothing"'`],
] as const;

const contextOf = async (conversation: Conversation) =>
  (await readConversation(system.jobs, addressOf(conversation)))?.state.context;

async function broken(place: Parameters<typeof bringTo>[1], snapshot: string = unknownState) {
  const conversation = openConversation(system);
  await bringTo(conversation, place);
  await change(conversation, snapshot);
  return conversation;
}

describe("a snapshot that cannot be opened", () => {
  it.each(breaks)("%s: the borrower is back among their loans and is told so, once", async (_, snapshot) => {
    const conversation = await broken("borrowed", snapshot);
    const [reply] = await conversation.say("我的贷款");
    expect(reply?.text).toMatch(/找回了你的位置/);
    expect(reply?.text).not.toContain("出错");
    expect(await placeOf(system, conversation)).toBe("reminding.watching");
    const [next] = await conversation.say("帮助");
    expect(next?.text).not.toMatch(/找回了你的位置/);
  });

  it("is kept as it was, and the log names it without a word of the borrower's", async () => {
    const conversation = await broken("borrowed");
    await conversation.say("我叫李雷");
    const { fields } = logged.findLast(({ message }) => message.includes("could not be opened")) ?? {};
    const [row] = await database.sql`
      select b.snapshot -> 'body' -> 'value' as value, c.chat_id from broken_snapshots b
      join conversations c on c.id = b.conversation_id where b.id = ${String(fields?.["brokenSnapshotId"])}`;
    expect(row).toEqual({ value: "daydreaming", chat_id: conversation.chatId });
    expect(JSON.stringify(logged)).not.toContain("李雷");
  });

  it.each([
    ["human", /登记好了/],
    ["cancel", /./],
    ["where", /./],
    ["mydata", /李/],
    ["help", /./],
    ["start", /./],
  ] as const)("lets /%s work", async (command, answered) => {
    const conversation = await broken("quoted");
    const [reply] = await conversation.command(command);
    expect(reply?.text).toMatch(/找回了你的位置/);
    expect(reply?.text).toMatch(answered);
    expect(await placeOf(system, conversation)).toBe("idle");
  });

  it("is told of in English where that is spoken", async () => {
    const conversation = openConversation(system, { languageHint: "en" });
    await conversation.say("hello");
    await change(conversation, unknownState);
    const [reply] = await conversation.command("help");
    expect(reply?.text).toMatch(/found it again/);
  });

  it("before the privacy note was agreed to begins with it again", async () => {
    const conversation = openConversation(system);
    await conversation.say("你好");
    await change(conversation, unknownState);
    await conversation.command("help");
    expect(await placeOf(system, conversation)).toBe("welcoming.reviewingPrivacy");
    await conversation.say("同意并继续");
    expect(await placeOf(system, conversation)).toBe("idle");
  });

  it("costs the quote, not the approval: the next one is reached without another check", async () => {
    const conversation = await broken("quoted");
    await conversation.say("借5000，分5期，等额本金，日常消费");
    expect(await placeOf(system, conversation)).toBe("quoting.reviewing");
    expect((await contextOf(conversation))?.quote?.principal).toBe("5000.00");
  });

  it("agrees to nothing by a button of before", async () => {
    const conversation = await broken("signing");
    await conversation.press(SIGN);
    expect(await placeOf(system, conversation)).toBe("idle");
    const loans = await database.sql`
      select from loans join conversations using (borrower_id) where chat_id = ${conversation.chatId}`;
    expect(loans).toEqual([]);
  });

  it("loses no money on its way out", async () => {
    const conversation = openConversation(system);
    await bringTo(conversation, "signing");
    await conversation.send({ kind: "button", buttonId: conversation.button(SIGN).id });
    await change(conversation, unknownState);
    await conversation.send({ kind: "command", name: "cancel" });
    expect(await placeOf(system, conversation)).toBe("confirming.payingOut");
    await conversation.settle();
    expect(await placeOf(system, conversation)).toMatch(/^reminding/);
    expect((await contextOf(conversation))?.loans).toHaveLength(1);
  });

  it("loses no repayment under way", async () => {
    const conversation = openConversation(system);
    await bringTo(conversation, "repaying");
    await conversation.send({ kind: "button", buttonId: conversation.button(PAY_FIRST).id });
    await change(conversation, unknownState);
    await conversation.send({ kind: "command", name: "where" });
    expect((await contextOf(conversation))?.processing).toMatchObject([{ amount: "2145.00" }]);
    await conversation.settle();
    const context = await contextOf(conversation);
    expect(context?.processing).toEqual([]);
    expect(context?.loans[0]?.repayments).toHaveLength(1);
  });

  it("knows what was arranged, and who the borrower is", async () => {
    const conversation = openConversation(system);
    await bringTo(conversation, "borrowed");
    await conversation.say("以后晚上8点提醒我");
    await conversation.say("找人工");
    const before = await contextOf(conversation);
    await change(conversation, unknownState);
    const after = await contextOf(conversation);
    for (const part of ["identity", "card", "loans", "reminderDaysBefore", "arrangements", "locale"] as const)
      expect(after?.[part]).toEqual(before?.[part]);
    const { sharing: _, ...assessment } = before?.assessment ?? {};
    expect(after?.assessment).toEqual(assessment);
  });

  it("is found again also when a deadline comes upon it first", async () => {
    const conversation = await broken("borrowed");
    const replies = await conversation.moveTo("2016-03-10T10:00:00+08:00");
    expect(replies[0]?.text).toMatch(/找回了你的位置/);
    expect(await placeOf(system, conversation)).toBe("reminding.watching");
  });
});

describe("a snapshot of a newer release", () => {
  const newer = `jsonb_set(jsonb_set(snapshot, '{version}', '999'), '{body,value}', '"unheard-of"')`;
  const rowOf = async ({ chatId }: Conversation) =>
    await database.sql`select seq, snapshot from conversations where chat_id = ${chatId}`;

  it("is left alone: the message is to come again, and nothing is overwritten", async () => {
    const conversation = await broken("quoted", newer);
    const before = await rowOf(conversation);
    const sending = conversation.send({ kind: "text", text: "改成5000" }, "to-come-again");
    await expect(sending).rejects.toMatchObject({ name: "StorageUnavailable", reason: "newer-release" });
    await expect(sending).rejects.toBeInstanceOf(StorageUnavailable);
    expect(await rowOf(conversation)).toEqual(before);
    const kept = await database.sql`
      select from broken_snapshots b join conversations c on c.id = b.conversation_id
      where c.chat_id = ${conversation.chatId}`;
    expect(kept).toEqual([]);
  });

  it("written since this process's session is left alone all the same, and no fault is logged or told of", async () => {
    const conversation = openConversation(system);
    await bringTo(conversation, "quoted");
    const shown = conversation.replies.length;
    await database.sql.unsafe(
      `update conversations set seq = seq + 1, snapshot = ${newer} where chat_id = '${conversation.chatId}'`,
    );
    const before = await rowOf(conversation);
    logged.splice(0);
    await expect(conversation.send({ kind: "text", text: "帮助" })).rejects.toMatchObject({
      reason: "newer-release",
    });
    expect(await rowOf(conversation)).toEqual(before);
    expect(conversation.replies).toHaveLength(shown);
    expect(logged.map(({ message }) => message)).toEqual([expect.stringContaining("newer release")]);
  });

  it("in the session store is not believed over Postgres", async () => {
    const conversation = openConversation(system);
    await bringTo(conversation, "quoted");
    const stored = await system.sessions.get(addressOf(conversation));
    await system.sessions.set(addressOf(conversation), {
      ...stored,
      snapshot: { machine: "journey", version: 999 },
    });
    await conversation.say("改成5000");
    expect(await placeOf(system, conversation)).toBe("quoting.reviewing");
  });

  it("keeps a partner's answer waiting until somebody can open it, without using up its attempts", async () => {
    const conversation = openConversation(system);
    await bringTo(conversation, "signing");
    await conversation.send({ kind: "button", buttonId: conversation.button(SIGN).id });
    const [row] = await rowOf(conversation);
    await change(conversation, newer);
    for (let tries = 0; tries < 30; tries += 1) {
      await hastenJobs(system.jobs, "run-command");
      await runDueJobs(system.jobs);
    }
    const [loan] = await database.sql`
      select l.status from loans l join conversations using (borrower_id) where chat_id = ${conversation.chatId}`;
    expect(loan).toEqual({ status: "signed" });
    await change(conversation, `'${JSON.stringify(row?.["snapshot"]).replaceAll("'", "''")}'`);
    await hastenJobs(system.jobs, "run-command");
    await conversation.settle();
    expect(await placeOf(system, conversation)).toMatch(/^reminding/);
  });

  it("hides no history", async () => {
    const conversation = await broken("quoted", newer);
    expect((await system.assistant.history(addressOf(conversation))).length).toBeGreaterThan(3);
  });
});
