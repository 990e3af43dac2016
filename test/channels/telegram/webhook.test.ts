import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { telegramWebhook } from "../../../bot/channels/telegram/telegram-webhook.ts";
import { StorageUnavailable } from "../../../bot/storage-unavailable.ts";
import { unavailable } from "../../../bot/views/unavailable.ts";
import { badGateway, badRequest } from "../../support/bot-api/failures.ts";
import type { TestUser } from "../../support/bot-api/people.ts";
import { secret, webhookBot } from "./support/bots.ts";
import { keepLog } from "./support/log-lines.ts";

let bot: Awaited<ReturnType<typeof webhookBot>>;
let lin: TestUser;
let bo: TestUser;

beforeEach(async () => {
  bot = await webhookBot();
  lin = bot.botApi.user({ id: 11, firstName: "Lin", languageCode: "zh-hans" });
  bo = bot.botApi.user({ id: 22, firstName: "Bo", languageCode: "en" });
});
afterEach(() => bot.close());

const register = () => bot.webhook.register(new AbortController().signal);

const post = (body: string, header?: string): Promise<Response> =>
  fetch(bot.url, {
    method: "POST",
    body,
    headers: {
      "content-type": "application/json",
      ...(header === undefined ? {} : { "x-telegram-bot-api-secret-token": header }),
    },
  });

describe("at the start", () => {
  it("Telegram is told where to post, the secret, what to post, and the commands", async () => {
    expect(await register()).toBe("jiedao_test_bot");
    expect(bot.botApi.callsOf("setWebhook")).toEqual([
      {
        url: bot.url,
        secret_token: secret,
        allowed_updates: ["message", "edited_message", "callback_query"],
      },
    ]);
    expect(bot.botApi.commandsFor("zh")).toHaveLength(10);
  });

  it("Telegram is waited for, until we are stopped", async () => {
    bot.botApi.refuseNext("getMe", badGateway());
    const stopping = new AbortController();
    const registering = bot.webhook.register(stopping.signal);
    await bot.time.waitedFor(5_000);
    stopping.abort();
    await expect(registering).rejects.toThrow("aborted");
  });

  it("an address that Telegram does not take is an error", async () => {
    bot.botApi.refuseNext("setWebhook", badRequest("bad webhook: HTTPS url must be provided for webhook"));
    await expect(register()).rejects.toMatchObject({
      name: "TelegramRefused",
      message: "setWebhook: 400 Bad Request: bad webhook: HTTPS url must be provided for webhook",
    });
  });

  it("a webhook without a secret is not built", () => {
    const options = { token: bot.botApi.token, assistant: bot.assistant, log: keepLog(), sandbox: false };
    expect(() => telegramWebhook({ ...options, publicUrl: "https://loans.example", secret: "" })).toThrow(
      "secret",
    );
  });

  it("updates that come before the bot knows itself are sent away to come again", async () => {
    expect((await post('{"update_id":1}', secret)).status).toBe(503);
  });
});

describe("who posts", () => {
  beforeEach(register);
  const update = (): string =>
    JSON.stringify({
      update_id: 5,
      message: {
        message_id: 900,
        date: 1,
        chat: { id: 11, type: "private", first_name: "Lin" },
        from: { id: 11, is_bot: false, first_name: "Lin" },
        text: "hi",
      },
    });

  it.each([
    ["no secret", undefined],
    ["an empty one", ""],
    ["a wrong one", "not-to-be-guessed_1"],
    ["a part of it", secret.slice(0, -1)],
    ["more than it", `${secret}0`],
  ])("with %s gets 401, and nothing is acted upon", async (_, header) => {
    expect((await post(update(), header)).status).toBe(401);
    expect(bot.assistant.heard).toEqual([]);
    expect(lin.messages()).toEqual([]);
  });

  it("with the secret is heard", async () => {
    lin.says("/start");
    await bot.botApi.webhookAnswer();
    expect((await post(update(), secret)).status).toBe(200);
    expect(bot.assistant.heard).toHaveLength(2);
  });

  it.each(["", "{", "[]", '"hi"', "null", "{}", '{"update_id":"5"}'])(
    "%j is no update: 400",
    async (body) => {
      expect((await post(body, secret)).status).toBe(400);
    },
  );
});

describe("an update", () => {
  beforeEach(register);

  it("is answered by 200 once its turn is committed, not before", async () => {
    const release = bot.assistant.hold(lin.chatId);
    const receiving = bot.assistant.receiving(lin.chatId);
    lin.says("20000");
    await receiving;
    expect(bot.botApi.pendingUpdates).toHaveLength(1);
    release();
    expect(await bot.botApi.webhookAnswer()).toMatchObject({ status: 200 });
    expect((await lin.hears()).text).toBe("You said: 20000");
    expect(bot.assistant.heard).toHaveLength(1);
  });

  it("delivered three times acts once", async () => {
    lin.says("20000");
    await bot.botApi.webhookAnswer();
    for (const _ of ["again", "and again"]) {
      bot.botApi.deliverAgain(lin.lastUpdate);
      expect(await bot.botApi.webhookAnswer()).toMatchObject({ status: 200 });
    }
    expect(bot.assistant.heard).toHaveLength(1);
    expect(lin.messages().map(({ text }) => text)).toEqual(["You said: 20000"]);
  });

  it("that is a press, delivered twice, is answered both times and acts once", async () => {
    lin.says("menu");
    await lin.hears();
    expect(await lin.presses("red")).toEqual({ alert: false });
    await bot.botApi.webhookAnswer();
    await bot.botApi.webhookAnswer();
    bot.botApi.deliverAgain(lin.lastUpdate);
    expect(await bot.botApi.webhookAnswer()).toMatchObject({ status: 200 });
    expect(bot.botApi.callsOf("answerCallbackQuery")).toHaveLength(2);
    expect(bot.assistant.heard).toHaveLength(2);
    expect(lin.messages().map(({ text }) => text)).toEqual(["You chose red"]);
  });

  it("waits for the one before it in its chat, and for no other chat", async () => {
    const release = bot.assistant.hold(lin.chatId);
    const receiving = bot.assistant.receiving(lin.chatId);
    lin.says("one");
    await receiving;
    lin.says("two");
    bo.says("three");
    expect((await bo.hears()).text).toBe("You said: three");
    release();
    expect((await lin.hears()).text).toBe("You said: one");
    expect((await lin.hears()).text).toBe("You said: two");
  });

  it("about which we have a bug is not sent again and again", async () => {
    const faulty = await webhookBot(() => {
      throw new Error("a bug");
    });
    await faulty.webhook.register(new AbortController().signal);
    const user = faulty.botApi.user({ id: 33, firstName: "Mei", languageCode: "en" });
    user.says("hi");
    expect(await faulty.botApi.webhookAnswer()).toMatchObject({ status: 200 });
    expect((await user.hears()).text).toMatch(/^I could not deal with that message/);
    await faulty.close();
  });
});

describe("a conversation that only a newer release can open", () => {
  it("is left to it: 503, and the person is told that the system is being updated", async () => {
    const older = await webhookBot(() => {
      throw new StorageUnavailable("the conversation is a newer release's", "newer-release");
    });
    await older.webhook.register(new AbortController().signal);
    const reader = older.botApi.user({ id: 11, firstName: "Lin", languageCode: "zh-hans" });
    reader.says("20000");
    expect(await older.botApi.webhookAnswer()).toMatchObject({ status: 503 });
    expect(reader.messages().map(({ text }) => text)).toEqual([unavailable("newer-release")]);
    await older.close();
  });
});

describe("while the database is down", () => {
  beforeEach(register);

  it("503 lets Telegram bring the update again; the person is told once, then answered", async () => {
    bot.assistant.databaseIsUp = false;
    lin.says("20000");
    expect(await bot.botApi.webhookAnswer()).toMatchObject({ status: 503 });
    expect(bot.botApi.webhookInfo).toMatchObject({
      pending_update_count: 1,
      last_error_message: "Wrong response from the webhook: 503",
    });
    await bot.time.waitedFor(1_000);
    bot.time.elapse();
    expect(await bot.botApi.webhookAnswer()).toMatchObject({ status: 503 });
    expect(lin.messages().map(({ text }) => text)).toEqual([unavailable()]);

    bot.assistant.databaseIsUp = true;
    expect(await bot.time.passUntil(bot.botApi.webhookAnswer())).toMatchObject({ status: 200 });
    expect(lin.messages().map(({ text }) => text)).toEqual([unavailable(), "You said: 20000"]);
    expect(bot.botApi.pendingUpdates).toEqual([]);
  });

  it("a press is answered with that sentence and acted upon later", async () => {
    lin.says("menu");
    await lin.hears();
    bot.assistant.databaseIsUp = false;
    expect(await lin.presses("red")).toEqual({ text: unavailable(), alert: true });
    bot.assistant.databaseIsUp = true;
    expect((await bot.time.passUntil(lin.hears())).text).toBe("You chose red");
  });
});
