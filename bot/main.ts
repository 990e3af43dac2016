/** `npm start`: the web messenger, Telegram where it is configured, and the jobs, in one process. */
import { randomBytes } from "node:crypto";
import { isStorageFailure, outOfReach } from "../db/connection/storage-failure.ts";
import { EmbeddedUnavailable } from "../db/embedded/embedded-unavailable.ts";
import { inspectorBeside } from "../inspector/beside.ts";
import { steerPartners } from "../inspector/live/steer-partners.ts";
import { serveTelegram } from "./channels/telegram/serve-telegram.ts";
import { startWebMessenger } from "./channels/web/server.ts";
import { type Config, ConfigurationError, readConfig } from "./config.ts";
import { type Log, openLog } from "./log/log.ts";
import { type App, openApp } from "./open-app.ts";

/** With a database that is out of reach at the start: two minutes or more, as it may be starting too. */
const patience = { tries: 60, everyMs: 2000 };

async function start(config: Config, log: Log): Promise<() => Promise<void>> {
  const steering = steerPartners();
  const app = await openApp(config, log, { around: steering.steer, patience });
  const { assistant, jobs } = app;
  const telegram = serveTelegram({ config, assistant, sandbox: jobs.sandbox, log, onRefused: stopFor(log) });
  const inspector = inspectorBeside({ ...app, steering }, config, process.env);
  const web = await openWeb(app, config, log, (routes) => {
    telegram?.routes?.(routes);
    inspector?.routes(routes);
  });
  telegram?.start();
  process.stdout.write(`借道 Jiedao is ready: ${web.url}\n`);
  if (inspector) process.stdout.write(`Inspector: ${inspector.address(web.url)}\n`);
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

/** A mistake in the configuration, or no database, is one sentence; anything else is a bug and keeps its stack. */
async function main(): Promise<void> {
  try {
    const config = readConfig(process.env);
    const log = openLog(config.LOG_LEVEL);
    stopOnSignals(await start(config, log), log);
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`);
    process.exit(1);
  }
}

function sentenceOf(error: unknown): string {
  if (isStorageFailure(error)) return outOfReach(error);
  if (!(error instanceof Error)) return String(error);
  const expected = error instanceof ConfigurationError || error instanceof EmbeddedUnavailable;
  return expected ? error.message : (error.stack ?? error.message);
}

await main();
