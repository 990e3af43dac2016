/** The happy path on a Bot API that we did not write: npm telegram-test-api. */
import { once } from "node:events";
import { createServer } from "node:net";
import { TelegramServer } from "telegram-test-api/lib/telegramServer.js";
import { afterEach, beforeEach, expect, it } from "vitest";
import { telegramApi } from "../../../bot/channels/telegram/telegram-api.ts";
import { TelegramChannel } from "../../../bot/channels/telegram/telegram-channel.ts";
import {
  startTelegramPolling,
  type TelegramPolling,
} from "../../../bot/channels/telegram/telegram-polling.ts";
import { EchoAssistant } from "./support/echo-assistant.ts";
import { keepLog } from "./support/log-lines.ts";

const token = "4242:outside-check";
let server: TelegramServer;
let polling: TelegramPolling;

beforeEach(async () => {
  server = new TelegramServer({ host: "127.0.0.1", port: await freePort() });
  await server.start();
  const api = { token, apiRoot: server.config.apiURL };
  const assistant = new EchoAssistant(new TelegramChannel(telegramApi(api)));
  polling = startTelegramPolling({ ...api, assistant, log: keepLog(), sandbox: false });
  await polling.ready;
});
afterEach(async () => {
  await polling.stop();
  await server.stop();
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("A probe without a port");
  return address.port;
}

const shown = () => server.storage.botMessages.map(({ messageId, message }) => ({ messageId, ...message }));

it("hears a command and a text, shows a menu, and edits it when a button is pressed", async () => {
  const client = server.getClient(token, { userId: 11, chatId: 11 });

  const greeted = server.waitBotMessage();
  await client.sendCommand(client.makeCommand("/start ref_7"));
  await greeted;
  expect(shown().map(({ text }) => text)).toEqual(["/start ref_7"]);

  const offered = server.waitBotMessage();
  await client.sendMessage(client.makeMessage("menu"));
  await offered;
  const [, menu] = shown();
  expect(menu?.text).toBe("Choose");
  expect(menu?.reply_markup).toEqual({
    inline_keyboard: [
      [
        { text: "red", callback_data: "1|red|" },
        { text: "blue", callback_data: "1|blue|" },
      ],
    ],
  });

  const edited = server.waitBotEdits();
  await client.sendCallback(
    client.makeCallbackQuery("1|red|", { message: { message_id: menu?.messageId ?? 0 } }),
  );
  await edited;
  expect(shown().map(({ text }) => text)).toEqual(["/start ref_7", "You chose red"]);
});
