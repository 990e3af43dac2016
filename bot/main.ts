/** The assistant as a process: its channels and jobs, and what it is handed to run beside them, until it is stopped. */
import { isStorageFailure, outOfReach } from "../db/connection/storage-failure.ts";
import { EmbeddedUnavailable } from "../db/embedded/embedded-unavailable.ts";
import { type Config, readConfig } from "./config.ts";
import type { Extension } from "./extension.ts";
import { serve } from "./http/serve.ts";
import { type Log, openLog } from "./log/log.ts";
import { type App, openApp } from "./open-app.ts";
import type { Service } from "./service.ts";
import { ConfigurationError } from "./settings.ts";

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
  const services = [...(await receive(app, config, log)), ...app.services];
  const { HOST: host, PORT: port, PUBLIC_URL: publicUrl } = config;
  const web = await serve({ services, log, host, port, publicUrl });
  process.stdout.write(`借道 Jiedao is ready: ${web.url}\n`);
  for (const line of services.flatMap((service) => service.address?.(web.url) ?? []))
    process.stdout.write(`${line}\n`);
  return async () => {
    await web.stop();
    await app.close();
  };
}

async function receive({ assistant, database, jobs }: App, config: Config, log: Log): Promise<Service[]> {
  const { sandbox } = jobs;
  const deps = { assistant, sql: database.sql, log, sandbox };
  const services = config.channels.map((channel) =>
    channel.receive?.({ ...deps, onRefused: stopFor(channel.name, log) }),
  );
  return (await Promise.all(services)).filter((service) => service !== undefined);
}

const stopFor =
  (channel: string, log: Log) =>
  (error: unknown): void => {
    log.error({ channel, err: error }, "the messenger refused us");
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
