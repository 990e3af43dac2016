/** `npm run chat`: a conversation at the terminal, or scripted through a pipe. */

import { readChatOptions, UsageError, usage } from "../../bot/channels/terminal/options.ts";
import { runChat } from "../../bot/channels/terminal/run-chat.ts";
import { readConfig } from "../../bot/config.ts";
import { openLog } from "../../bot/log/log.ts";
import { openApp } from "../../bot/open-app.ts";
import { ConfigurationError } from "../../bot/settings.ts";
import { isStorageFailure, outOfReach } from "../../db/connection/storage-failure.ts";
import { EmbeddedUnavailable } from "../../db/embedded/embedded-unavailable.ts";
import { campaignsExtension } from "../campaigns/campaigns-extension.ts";

async function main(): Promise<void> {
  const options = readChatOptions(process.argv.slice(2));
  if (!options) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  const config = readConfig({ LOG_LEVEL: "warn", ...process.env });
  const app = await openApp(config, openLog(config.LOG_LEVEL), { extensions: [campaignsExtension] });
  try {
    await runChat({ ...app, options, input: process.stdin, output: process.stdout });
  } finally {
    await Promise.all(app.services.map((service) => service.stop?.()));
    await app.close();
  }
}

try {
  await main();
} catch (error) {
  const expected = [ConfigurationError, EmbeddedUnavailable, UsageError].some(
    (kind) => error instanceof kind,
  );
  const text = error instanceof Error ? (expected ? error.message : error.stack) : String(error);
  process.stderr.write(
    `${isStorageFailure(error) ? outOfReach(error) : text}\n${error instanceof UsageError ? `${usage}\n` : ""}`,
  );
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
