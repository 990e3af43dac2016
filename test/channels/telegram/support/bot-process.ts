/** A polling bot as a process of its own: `node bot-process.ts <token> <apiRoot> <hangs|answers>`. */
import { telegramApi } from "../../../../bot/channels/telegram/telegram-api.ts";
import { TelegramChannel } from "../../../../bot/channels/telegram/telegram-channel.ts";
import { startTelegramPolling } from "../../../../bot/channels/telegram/telegram-polling.ts";
import { EchoAssistant } from "./echo-assistant.ts";
import { keepLog } from "./log-lines.ts";

const [token = "", apiRoot = "", manner] = process.argv.slice(2);
const assistant = new EchoAssistant(new TelegramChannel(telegramApi({ token, apiRoot })));
const receive: EchoAssistant["receive"] = (inbound) => {
  process.stdout.write(`turn ${inbound.messageId}\n`);
  return manner === "hangs" ? new Promise(() => {}) : assistant.receive(inbound);
};
const polling = startTelegramPolling({
  token,
  apiRoot,
  assistant: { receive },
  log: keepLog(),
  sandbox: false,
});
process.once("SIGTERM", () => void polling.stop());
