/** What is logged: an error by name, masked message and place; nothing that opens a door, nothing that a person wrote. */
import { DrizzleQueryError } from "drizzle-orm";
import { BotError, Context } from "grammy";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { telegramApi } from "../../bot/channels/telegram/telegram-api.ts";
import { readConfig } from "../../bot/config.ts";
import { type Log, openLog } from "../../bot/log/log.ts";
import { inspectorBeside } from "../../inspector/beside.ts";
import { deskOf } from "../../ops/processes/inspector-desk.ts";
import { secret, webhookBot } from "../channels/telegram/support/bots.ts";

const token = "123456789:AAE_not-a-real-token-but-of-its-form_0";
let written: string[];
let log: Log;
beforeEach(() => {
  written = [];
  log = openLog("debug", { write: (line) => void written.push(line) });
});
/** Every line stays JSON. */
afterEach(() => written.map((line) => JSON.parse(line)));

describe("an error", () => {
  it("loses all fields of its own, such as grammY's whole bot", () => {
    const ctx = new Context({ update_id: 1 }, telegramApi({ token }), {} as never);
    log.error({ err: new BotError(new Error("refused"), ctx) }, "an update failed");
    log.error({ failure: Object.assign(new Error("refused"), { ctx }) }, "the same, named otherwise");
    expect(written.join()).not.toMatch(/ctx|AAE_|update_id/);
    expect(JSON.parse(written[1] ?? "")).toMatchObject({ failure: { name: "Error", message: "refused" } });
  });

  it("keeps its name, its code and where it was thrown, of its cause too", () => {
    const refused = Object.assign(new Error('duplicate key violates "loans_pkey"'), { code: "23505" });
    const failed = new DrizzleQueryError("insert into inbox values ($1)", ["我叫王小明"], refused);
    log.error({ err: failed }, "a turn failed");
    const { err } = JSON.parse(written[0] ?? "");
    expect(err).toMatchObject({
      message: expect.stringContaining("insert into inbox values ($1)"),
      cause: { code: "23505", message: 'duplicate key violates "loans_pkey"' },
    });
    expect(err.stack).toContain("log.test.ts");
  });

  it("says nothing of what a person wrote", () => {
    const messages = [
      'invalid input syntax for type numeric: "Lin\'s wages"',
      "Not a calendar date: 王小明 13812345678 lin@example.com 🫠",
      `Failed query: select 1\nparams: 王小明,secret words`,
    ];
    for (const message of messages) log.error({ err: new Error(message) }, "a turn failed");
    expect(written.join()).not.toMatch(/Lin|wages|小明|13812345678|lin@|🫠|secret words/);
  });
});

it("no line carries what opens a door, wherever it stands", () => {
  const words = [
    `https://api.telegram.org/bot${token}/getMe failed`,
    "redis://:hunter2hunter2@redis.example:6379 and postgres://jiedao:p%40ss@db.example/jiedao",
    "Authorization: Bearer c2VjcmV0LXNlc3Npb24tdG9rZW4",
    "http://127.0.0.1:3000/inspector#token=abcdefgh12345678 and ?partners_token=12345678abcdefgh",
  ];
  for (const each of words) log.warn({ reason: each, deep: { deeper: [each] } }, each);
  log.info(
    { token: "abc", password: "def-1", headers: { authorization: "ghi-2" }, env: { secret: "jkl-3" } },
    "",
  );
  expect(written.join()).not.toMatch(/AAE_|hunter2|p%40ss|c2VjcmV0|abcdefgh|"abc"|def-1|ghi-2|jkl-3/);
  expect(written.join()).toContain("redis.example:6379");
});

it("a token of the inspector's that was chosen is never printed; one made at the start has to be", async () => {
  const chosen = "a token of more than thirty-two characters";
  const address = async (env: Record<string, string>): Promise<string | undefined> => {
    const inspector = await inspectorBeside(deskOf(env)).open({} as never, readConfig(env), log);
    return inspector?.address?.("http://127.0.0.1:3000");
  };
  expect(await address({ INSPECTOR_TOKEN: chosen })).toBe(
    "Inspector: http://127.0.0.1:3000/inspector#token=INSPECTOR_TOKEN",
  );
  expect(await address({})).toMatch(/#token=[\w-]{43}$/);
});

const oddUpdates = [
  ...[
    { message: {} },
    { message: null },
    { message: { chat: {} } },
    { message: { chat: { type: "private" } } },
  ],
  ...[{ message: "hi" }, { message: [] }, { edited_message: {} }, { callback_query: {} }, {}],
  ...[{ callback_query: { id: "1", data: "x", message: { chat: { id: 1, type: "private" } } } }],
  ...[{ message: { message_id: 1, chat: { id: 1, type: "private" }, from: { id: 1 }, text: {} } }],
];

it.each(oddUpdates)("an update with %j is done with, and no line has the bot's token", async (odd) => {
  const bot = await webhookBot(undefined, log);
  await bot.webhook.register(new AbortController().signal);
  const response = await fetch(bot.url, {
    method: "POST",
    body: JSON.stringify({ update_id: 7, ...odd }),
    headers: { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret },
  });
  expect(response.status).toBe(200);
  expect(written.join()).not.toContain(bot.botApi.token);
  if ("message" in odd && JSON.stringify(odd.message) === "{}")
    expect(written.map((line) => JSON.parse(line))).toMatchObject([
      { level: 30, msg: "an update was passed over" },
    ]);
  await bot.close();
});
