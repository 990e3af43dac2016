/** The assistant as a process: its channels and jobs, and what it is handed to run beside them, until it is stopped. */
import { randomBytes } from "node:crypto";
import { isStorageFailure, outOfReach } from "../db/connection/storage-failure.ts";
import { EmbeddedUnavailable } from "../db/embedded/embedded-unavailable.ts";
import { serveTelegram } from "./channels/telegram/serve-telegram.ts";
import { startWebMessenger } from "./channels/web/server.ts";
import { type Config, ConfigurationError, readConfig } from "./config.ts";
import { type Log, openLog } from "./log/log.ts";
import { type App, openApp } from "./open-app.ts";
import type { Extension } from "./service.ts";

/** With a database that is out of reach at the start: two minutes or more, as it may be starting too. */
const patience = { tries: 60, everyMs: 2000 };

/**
 * Runs until SIGINT or SIGTERM. A mistake in the configuration, or no database, is one sentence and the exit code 1;
 * anything else is a bug and keeps its stack.
 */
export async function runAssistant(
  environment: Readonly<Record<string, string | undefined>>,
  extensions: readonly Extension[],
): Promise<void> {
  try {
    const config = readConfig(environment);
    const log = openLog(config.LOG_LEVEL);
    stopOnSignals(await start(config, log, extensions), log);
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`);
    process.exit(1);
  }
}

async function start(
  config: Config,
  log: Log,
  extensions: readonly Extension[],
): Promise<() => Promise<void>> {
  const app = await openApp(config, log, { extensions, patience });
  const { assistant, jobs, services } = app;
  const telegram = serveTelegram({ config, assistant, sandbox: jobs.sandbox, log, onRefused: stopFor(log) });
  const web = await openWeb(app, config, log, (routes) => {
    for (const service of [telegram, ...services]) service?.routes?.(routes);
  });
  telegram?.start();
  process.stdout.write(`借道 Jiedao is ready: ${web.url}\n`);
  for (const line of services.flatMap((service) => service.address?.(web.url) ?? []))
    process.stdout.write(`${line}\n`);
  return async () => {
    await telegram?.stop();
    await web.stop();
    await app.close();
  };
}

const openWeb = (
  { assistant, database, jobs }: App,
  config: Config,
  log: Log,
  extraRoutes: NonNullable<Parameters<typeof startWebMessenger>[0]["extraRoutes"]>,
) =>
  startWebMessenger({
    assistant,
    sql: database.sql,
    log,
    newToken: () => randomBytes(32).toString("base64url"),
    sandbox: jobs.sandbox,
    host: config.HOST,
    ...(config.PORT !== undefined && { port: config.PORT }),
    ...(config.PUBLIC_URL !== undefined && { publicUrl: config.PUBLIC_URL }),
    extraRoutes,
  });

const stopFor =
  (log: Log) =>
  (error: unknown): void => {
    log.error({ err: error }, "Telegram refused the bot");
    process.exitCode = 1;
    process.kill(process.pid, "SIGTERM");
  };

/** The second signal does not wait for what is under way. */
function stopOnSignals(stop: () => Promise<void>, log: Log): void {
  let stopping = false;
  const end = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({}, "stopping");
    void stop().then(() => process.exit());
  };
  process.on("SIGINT", end);
  process.on("SIGTERM", end);
}

function sentenceOf(error: unknown): string {
  if (isStorageFailure(error)) return outOfReach(error);
  if (!(error instanceof Error)) return String(error);
  const expected = error instanceof ConfigurationError || error instanceof EmbeddedUnavailable;
  return expected ? error.message : (error.stack ?? error.message);
}
