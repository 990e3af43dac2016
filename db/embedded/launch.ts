import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { type Cluster, lastLine, spawnOptions } from "./cluster.ts";

export interface Launched {
  pid: number | undefined;
  /** Why the server is gone, once it is. */
  failure(): string | undefined;
}

/** Constraint violations are not written down: their messages carry the values refused. */
const QUIET = ["log_min_messages=fatal", "log_min_error_statement=panic", "log_checkpoints=off"];

/**
 * Starts the server on a free port of loopback. It is left alone by the terminal's Ctrl-C, so that the program
 * can finish first, and outlives a program that is killed: the next one joins it.
 */
export async function launch(cluster: Cluster, settings: readonly string[]): Promise<Launched> {
  const port = await freePort();
  const logFile = join(cluster.folder, "postgres.log");
  const log = openSync(logFile, "w", 0o600);
  const options = [...QUIET, "listen_addresses=127.0.0.1", "unix_socket_directories=", ...settings];
  const child = spawn(
    join(cluster.programs, "bin", "postgres"),
    ["-D", cluster.data, "-p", String(port), ...options.flatMap((option) => ["-c", option])],
    { ...spawnOptions(cluster), detached: true, stdio: ["ignore", log, log] },
  );
  closeSync(log);
  let error: string | undefined;
  let ended = false;
  child.on("error", ({ message }) => (error = message));
  child.on("exit", () => (ended = true));
  child.unref();
  // The log is read when somebody asks: a server that ends later may have lost its folder already.
  return { pid: child.pid, failure: () => error ?? (ended ? lastWords(logFile) : undefined) };
}

const lastWords = (logFile: string): string =>
  lastLine(readFileSync(logFile, "utf8")) || "it ended without a word";

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(address !== null && typeof address === "object" ? address.port : 0));
    });
  });
}
