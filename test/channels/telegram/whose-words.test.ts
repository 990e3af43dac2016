/** What Telegram brings besides typed words, at the real assistant: whose words they are, and where they are answered. */
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startTelegramPolling } from "../../../bot/channels/telegram/telegram-polling.ts";
import type { Database } from "../../../db/connection/connection.ts";
import { type BotApi, startBotApi } from "../../support/bot-api/bot-api.ts";
import type { ShownMessage } from "../../support/bot-api/chats.ts";
import type { TestUser } from "../../support/bot-api/people.ts";
import { freshDatabase } from "../../support/database.ts";
import { realAssistant } from "./support/real-assistant.ts";

const friend = { type: "user", sender_user: { id: 9, is_bot: false, first_name: "Bo" }, date: 1 };
const photo = [{ file_id: "p", file_unique_id: "p", width: 9, height: 9 }];

let botApi: BotApi;
let database: Database;
let lin: TestUser;
let stop: () => Promise<void>;

beforeEach(async () => {
  botApi = await startBotApi();
  database = await freshDatabase();
  lin = botApi.user({ id: 11, firstName: "Lin", languageCode: "zh-hans" });
  const { assistant, log, close } = await realAssistant({
    botApi,
    databaseUrl: database.url,
    now: "2026-02-10T02:00:00.000Z",
  });
  const { token, apiRoot } = botApi;
  const polling = startTelegramPolling({ token, apiRoot, assistant, log, sandbox: true });
  await polling.ready;
  stop = async () => {
    await polling.stop();
    await close();
  };
});
afterEach(async () => {
  await stop();
  await botApi.close();
  await database.close();
});

const consents = async (): Promise<number> => {
  const [row] = await database.orm.execute<{ count: number }>(
    sql`select count(*)::int as count from consents`,
  );
  return row?.count ?? -1;
};

/** What comes of a plain word sent after: everything before it has been answered by then. */
async function heardUntilHelp(): Promise<ShownMessage[]> {
  lin.says("/help");
  const heard: ShownMessage[] = [];
  for (;;) {
    const shown = await lin.hears();
    if (shown.text.includes("直接打字就行")) return heard;
    heard.push(shown);
  }
}

describe("somebody else's words", () => {
  it("agree to nothing, wherever a consent is asked for", async () => {
    lin.says("你好");
    const asked = await lin.hears();
    const agreement = asked.keyboard.flat()[0]?.text ?? "";
    for (const text of [agreement, "同意", "I agree"]) {
      lin.sendsMessage({ text, forward_origin: friend });
      expect((await lin.hears()).text).toContain("转发来的");
    }
    lin.sendsMessage({ photo, caption: agreement, forward_origin: friend });
    expect((await lin.hears()).text).toContain("转发来的");
    expect(await consents()).toBe(0);
    lin.says(agreement);
    await lin.hears();
    expect(await consents()).toBe(1);
  });
});

describe("what has no words", () => {
  it.each([
    ["voice", "语音"],
    ["sticker", "表情"],
    ["photo", "身份证、银行卡的照片请不要发"],
  ] as const)("a %s is answered for what it is", async (kind, told) => {
    lin.says("你好");
    await lin.hears();
    lin.sends(kind);
    expect((await lin.hears()).text).toContain(told);
  });

  it("five pictures of an album are one message, answered once", async () => {
    lin.says("你好");
    await lin.hears();
    for (let count = 0; count < 5; count += 1) lin.sendsMessage({ photo, media_group_id: "g1" });
    const heard = await heardUntilHelp();
    expect(heard.map(({ text }) => text.includes("图片我看不了"))).toEqual([true]);
    const [row] = await database.orm.execute<{ taken: number }>(
      sql`select count(*)::int as taken from inbox where text is null`,
    );
    expect(row?.taken).toBe(1);
  });

  it.each([0, 2])("words below picture %i of an album are read, once", async (worded) => {
    lin.says("你好");
    await lin.hears();
    for (let index = 0; index < 4; index += 1)
      lin.sendsMessage({ photo, media_group_id: "g2", ...(index === worded && { caption: "利率是多少" }) });
    const heard = await heardUntilHelp();
    expect(heard.filter(({ text }) => text.includes("%"))).toHaveLength(1);
    expect(heard).toHaveLength(worded === 0 ? 1 : 2);
  });

  it("what Telegram itself reports is passed over", async () => {
    lin.says("你好");
    await lin.hears();
    lin.sendsMessage({ unique_gift: {} });
    lin.sendsMessage({ chat_shared: {} });
    expect(await heardUntilHelp()).toEqual([]);
  });
});

describe("a topic of the chat", () => {
  it("has its answers, those that come later too, until it is gone", async () => {
    lin.saysInTopic(77, "你好");
    const asked = await lin.hears();
    expect(asked.topic).toBe(77);
    lin.deletesTopic(77);
    lin.sendsMessage({ text: "/help", message_thread_id: 77, is_topic_message: true });
    const { topic, text } = await lin.hears();
    expect(topic).toBeUndefined();
    expect(text).toContain("直接打字就行");
  });

  it("and the chat itself are told apart", async () => {
    lin.saysInTopic(77, "你好");
    expect((await lin.hears()).topic).toBe(77);
    lin.says("/help");
    expect((await lin.hears()).topic).toBeUndefined();
  });
});
