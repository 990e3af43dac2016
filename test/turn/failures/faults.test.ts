/** A fault of ours in one message: its writer is told, it is not tried again, and the conversation goes on. */
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openLog } from "../../../bot/log/log.ts";
import type { Database } from "../../../db/connection/connection.ts";
import { findConversation } from "../../../db/conversation/conversations.ts";
import { conversationHistory } from "../../../db/conversation/history.ts";
import { type Conversation, openConversation } from "../../support/conversation.ts";
import { freshDatabase } from "../../support/database.ts";
import { bringTo, placeOf } from "../../support/journeys.ts";
import { type TestAssistant, testAssistant } from "../../support/test-assistant.ts";

const sorry = "这条消息我没能处理";
const logged: string[] = [];
let database: Database;
let system: TestAssistant;
beforeAll(async () => {
  database = await freshDatabase();
  const log = openLog("info", { write: (line) => void logged.push(line) });
  system = await testAssistant({ database, log });
});
afterAll(() => database.close());

async function begin(): Promise<Conversation> {
  const conversation = openConversation(system, { languageHint: "zh" });
  await bringTo(conversation, "quoted");
  logged.length = 0;
  return conversation;
}

const rowOf = async ({ chatId }: Conversation) =>
  (await findConversation(database.orm, { channel: "terminal", chatId })) ?? expect.fail("no conversation");

/** As if an older release had left what this one cannot show: its quote is gone. */
async function loseQuote(conversation: Conversation): Promise<void> {
  const { id, chatId } = await rowOf(conversation);
  await database.orm.execute(
    sql`update conversations set snapshot = jsonb_set(snapshot, '{body,context,quote}', 'null') where id = ${id}`,
  );
  await system.sessions.delete({ channel: "terminal", chatId });
}

describe("a place that cannot be shown", () => {
  it("is told of in a sentence, and every message after it too, until one leads out", async () => {
    const conversation = await begin();
    await loseQuote(conversation);
    for (const text of ["我叫王小明，手机13812345678", "在吗"]) {
      const [reply] = await conversation.say(text);
      expect(reply?.text).toContain(sorry);
    }
    await conversation.command("cancel");
    expect(await placeOf(system, conversation)).toBe("idle");
    expect((await conversation.say("你好"))[0]?.text).not.toContain(sorry);
  });
});

describe("a fault while storing what was decided", () => {
  it("leaves the place, its buttons and the money as they were, and is in the log by the turn's id alone", async () => {
    const conversation = await begin();
    await conversation.say("同意报价");
    await database.orm.execute(sql`
      create function refuse_it() returns trigger language plpgsql as $$
      begin raise exception 'a rule was broken by 13812345678'; end $$`);
    await database.orm.execute(
      sql`create trigger refuse before insert on commands for each row execute function refuse_it()`,
    );
    const receipt = await conversation.send({ kind: "text", text: "同意合同，去刷脸" }, "the-faulty-one");
    expect(receipt).toEqual({ outcome: "handled" });
    expect(await conversation.send({ kind: "text", text: "同意合同，去刷脸" }, "the-faulty-one")).toEqual({
      outcome: "duplicate",
    });
    await database.orm.execute(sql`drop trigger refuse on commands`);
    expect(conversation.replies.at(-1)?.text).toContain(sorry);
    expect(await placeOf(system, conversation)).toBe("confirming.reviewingContract");

    const { id } = await rowOf(conversation);
    const [said, told] = (await conversationHistory(database.orm, id)).slice(-2);
    expect(said).toMatchObject({ from: "borrower", text: "同意合同，去刷脸" });
    expect(told).toMatchObject({ from: "assistant" });
    const line = logged.find((one) => one.includes("could not be handled")) ?? "";
    expect(JSON.parse(line).turnId).toMatch(/^[0-9a-f-]{36}$/);
    expect(line).not.toContain("同意");
    expect(line).not.toContain("13812345678");

    await conversation.press("同意合同，去刷脸");
    expect(await placeOf(system, conversation)).toBe("confirming.signing");
  });
});
