/** The stand-in itself: a bot that passes on it must not fail on Telegram. */
import type { ApiResponse } from "@grammyjs/types";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type BotApi, startBotApi } from "../../support/bot-api/bot-api.ts";
import { tooManyRequests } from "../../support/bot-api/failures.ts";
import { parseHtml } from "../../support/bot-api/parse-html.ts";
import type { TestUser } from "../../support/bot-api/people.ts";

let botApi: BotApi;
let lin: TestUser;

beforeEach(async () => {
  botApi = await startBotApi();
  lin = botApi.user({ id: 11, firstName: "Lin" });
});
afterEach(() => botApi.close());

async function call(method: string, body: object = {}, token = botApi.token): Promise<ApiResponse<unknown>> {
  const response = await fetch(`${botApi.apiRoot}/bot${token}/${method}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as ApiResponse<unknown>;
  expect(response.status).toBe(answer.ok ? 200 : answer.error_code);
  return answer;
}

const refusal = (code: number, description: string) => ({ ok: false, error_code: code, description });
const badRequest = (what: string) => refusal(400, `Bad Request: ${what}`);

describe("refused as Telegram does:", () => {
  beforeEach(() => void lin.says("hi"));

  it("a token that is none, or not its own", async () => {
    expect(await call("getMe", {}, "nonsense")).toEqual(refusal(404, "Not Found"));
    expect(await call("getMe", {}, "1:other")).toEqual(refusal(401, "Unauthorized"));
  });

  it("a method that does not exist", async () => {
    expect(await call("sendMesage")).toEqual(refusal(404, "Not Found"));
  });

  it.each([
    [{ text: "hi" }, "chat_id is empty"],
    [{ chat_id: 11 }, "message text is empty"],
    [{ chat_id: 11, text: " \n " }, "message text is empty"],
    [{ chat_id: 11, text: "x".repeat(4097) }, "message is too long"],
    [{ chat_id: 99, text: "hi" }, "chat not found"],
    [{ chat_id: 11, text: "hi", silent: true }, 'parameter "silent" is not known to sendMessage'],
    [{ chat_id: 11, text: 5 }, `can't parse parameter "text"`],
  ])("sendMessage %j", async (body, why) => {
    expect(await call("sendMessage", body)).toEqual(badRequest(why));
  });

  it.each([
    [{ text: "a", callback_data: "x".repeat(65) }, "BUTTON_DATA_INVALID"],
    [{ text: "a", callback_data: "借".repeat(22) }, "BUTTON_DATA_INVALID"],
    [{ text: "a", callback_data: "" }, "BUTTON_DATA_INVALID"],
    [{ text: "a" }, "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"],
  ])("the button %j", async (button, why) => {
    const reply_markup = { inline_keyboard: [[button]] };
    expect(await call("sendMessage", { chat_id: 11, text: "hi", reply_markup })).toEqual(badRequest(why));
  });

  it("a button of 64 bytes is none of these", async () => {
    const reply_markup = { inline_keyboard: [[{ text: "a", callback_data: "x".repeat(64) }]] };
    expect(await call("sendMessage", { chat_id: 11, text: "hi", reply_markup })).toMatchObject({ ok: true });
  });

  it("edits that change nothing, or nothing that is there", async () => {
    await call("sendMessage", { chat_id: 11, text: "hi" });
    const { id = 0 } = lin.messages()[0] ?? {};
    const edit = (message_id: number, text: string) =>
      call("editMessageText", { chat_id: 11, message_id, text });
    expect(await edit(id, "hi")).toMatchObject({
      error_code: 400,
      description: expect.stringContaining("message is not modified"),
    });
    expect(await edit(id + 1, "ho")).toEqual(badRequest("message to edit not found"));
    expect(await call("editMessageReplyMarkup", { chat_id: 11, message_id: id })).toMatchObject({
      description: expect.stringContaining("message is not modified"),
    });
    lin.freezes(id);
    expect(await edit(id, "ho")).toEqual(badRequest("message can't be edited"));
    expect(await call("deleteMessage", { chat_id: 11, message_id: id })).toEqual({ ok: true, result: true });
    expect(await call("deleteMessage", { chat_id: 11, message_id: id })).toEqual(
      badRequest("message to delete not found"),
    );
  });

  it("messages to people who do not want them, or never wrote", async () => {
    botApi.user({ id: 12, firstName: "Silent" });
    expect(await call("sendMessage", { chat_id: 12, text: "hi" })).toEqual(
      refusal(403, "Forbidden: bot can't initiate conversation with a user"),
    );
    lin.blocks();
    expect(await call("sendMessage", { chat_id: 11, text: "hi" })).toEqual(
      refusal(403, "Forbidden: bot was blocked by the user"),
    );
    lin.deletesTheAccount();
    expect(await call("sendMessage", { chat_id: 11, text: "hi" })).toEqual(
      refusal(403, "Forbidden: user is deactivated"),
    );
  });

  it("too many requests, where a test asks for it, once", async () => {
    botApi.refuseNext("getMe", tooManyRequests(7));
    expect(await call("getMe")).toEqual({
      ...refusal(429, "Too Many Requests: retry after 7"),
      parameters: { retry_after: 7 },
    });
    expect(await call("getMe")).toMatchObject({ ok: true });
  });

  it("an answer to a press that was answered, or never made", async () => {
    const reply_markup = { inline_keyboard: [[{ text: "red", callback_data: "1" }]] };
    await call("sendMessage", { chat_id: 11, text: "hi", reply_markup });
    const pressed = lin.presses("red");
    const query = { callback_query_id: lin.lastUpdate.callback_query?.id };
    const tooOld = badRequest("query is too old and response timeout expired or query ID is invalid");
    expect(await call("answerCallbackQuery", { ...query, text: "x".repeat(201) })).toEqual(
      badRequest("MESSAGE_TOO_LONG"),
    );
    expect(await call("answerCallbackQuery", query)).toEqual({ ok: true, result: true });
    expect(await pressed).toEqual({ alert: false });
    expect(await call("answerCallbackQuery", query)).toEqual(tooOld);
    expect(await call("answerCallbackQuery", { callback_query_id: "1" })).toEqual(tooOld);
  });

  it("files that are none, and captions that are too long", async () => {
    const send = async (method: string, field: string, content: string, caption = "") => {
      const boundary = "--------------stand-in";
      const part = (head: string, body: string) => `--${boundary}\r\n${head}\r\n\r\n${body}\r\n`;
      const form = [
        part('content-disposition:form-data;name="chat_id"', "11"),
        part(`content-disposition:form-data;name="${field}"`, "attach://f"),
        part('content-disposition:form-data;name="caption"', caption),
        part('content-disposition:form-data;name="f";filename=a.png', content),
        `--${boundary}--\r\n`,
      ].join("");
      const headers = { "content-type": `multipart/form-data; boundary=${boundary}` };
      const url = `${botApi.apiRoot}/bot${botApi.token}/${method}`;
      return await (await fetch(url, { method: "POST", headers, body: form })).json();
    };
    expect(await send("sendPhoto", "photo", "no picture")).toEqual(badRequest("IMAGE_PROCESS_FAILED"));
    expect(await send("sendDocument", "document", "")).toEqual(badRequest("file must be non-empty"));
    expect(await send("sendDocument", "document", "a", "z".repeat(1025))).toEqual(
      badRequest("message caption is too long"),
    );
    expect(await send("sendDocument", "document", "a", "z".repeat(1024))).toMatchObject({ ok: true });
    expect(await call("sendDocument", { chat_id: 11 })).toEqual(
      badRequest('parameter "document" is required'),
    );
  });

  it("commands that no person could send", async () => {
    const commands = (command: string, description: string) =>
      call("setMyCommands", { commands: [{ command, description }] });
    expect(await commands("Start", "x")).toEqual(badRequest("BOT_COMMAND_INVALID"));
    expect(await commands("start", "")).toEqual(badRequest("BOT_COMMAND_DESCRIPTION_INVALID"));
  });
});

describe("HTML", () => {
  it("is taken apart into text and entities", () => {
    expect(parseHtml("a <b>&lt;b&gt;</b>\n<pre> 1 &amp; 2</pre> ")).toEqual({
      text: "a <b>\n 1 & 2",
      entities: [
        { type: "bold", offset: 2, length: 3 },
        { type: "pre", offset: 6, length: 6 },
      ],
    });
  });

  it.each([
    ["<pre>x", `Can't find end tag corresponding to start tag "pre"`],
    ["x</pre>", "Unexpected end tag at byte offset 1"],
    ["<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'],
    ["借<table>x</table>", 'Unsupported start tag "table" at byte offset 3'],
    ["1 < 2", 'unescaped "<" at byte offset 2'],
    ["R&D", 'unescaped "&" at byte offset 1'],
    ["&nbsp;", 'unknown entity "&nbsp;" at byte offset 0'],
  ])("that is broken is refused: %s", (html, why) => {
    expect(() => parseHtml(html)).toThrow(`Bad Request: can't parse entities: ${why}`);
  });
});

describe("updates", () => {
  const idsOf = (answer: ApiResponse<unknown>): number[] =>
    answer.ok ? (answer.result as { update_id: number }[]).map(({ update_id }) => update_id) : [];

  it("come again until a higher offset confirms them", async () => {
    lin.says("one");
    lin.says("two");
    const [one = 0, two = 0] = idsOf(await call("getUpdates"));
    expect(idsOf(await call("getUpdates"))).toEqual([one, two]);
    expect(idsOf(await call("getUpdates", { offset: one + 1 }))).toEqual([two]);
    expect(idsOf(await call("getUpdates", { limit: 1 }))).toEqual([two]);
    expect(idsOf(await call("getUpdates", { offset: two + 1 }))).toEqual([]);
  });

  it("end a long poll that waits for them", async () => {
    const polled = call("getUpdates", { timeout: 30 });
    lin.says("one");
    expect(idsOf(await polled)).toHaveLength(1);
  });

  it("go to one poller only, and to none while there is a webhook", async () => {
    const first = call("getUpdates", { timeout: 30 });
    await call("getMe");
    const second = call("getUpdates", { timeout: 30 });
    expect(await first).toMatchObject({
      error_code: 409,
      description: expect.stringContaining("terminated"),
    });
    await call("setWebhook", { url: "http://127.0.0.1:1/nobody" });
    expect(await second).toMatchObject({ error_code: 409 });
    expect(await call("getUpdates")).toMatchObject({ error_code: 409 });
    expect(await call("deleteWebhook")).toEqual({ ok: true, result: true });
    expect(idsOf(await call("getUpdates"))).toEqual([]);
  });

  it("of kinds not asked for do not come", async () => {
    await call("getUpdates", { allowed_updates: ["callback_query"] });
    lin.says("one");
    expect(idsOf(await call("getUpdates"))).toEqual([]);
  });

  it("need a webhook with an address and a proper secret", async () => {
    expect(await call("setWebhook", { url: "nowhere" })).toMatchObject({ error_code: 400 });
    expect(await call("setWebhook", { url: "http://127.0.0.1:1", secret_token: "a b" })).toMatchObject({
      error_code: 400,
    });
    expect(await call("getWebhookInfo")).toMatchObject({ result: { url: "", pending_update_count: 0 } });
  });
});
