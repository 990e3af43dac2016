/** A real Postgres with nothing installed: from the platform package, started, shared and stopped by us. */
import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type Cluster, openCluster } from "./cluster.ts";
import { chooseDataFolder } from "./data-folder.ts";
import { EmbeddedUnavailable } from "./embedded-unavailable.ts";
import { type Launched, launch } from "./launch.ts";
import { join, type Membership } from "./membership.ts";
import { findPostmaster, removeStaleNote } from "./postmaster.ts";

export interface EmbeddedOptions {
  /** Where the data is kept; ".jiedao" under the project unless told. */
  dataDir?: string;
  log: (line: string) => void;
  /** Settings of the server, "name=value", should this process be the one that starts it. */
  settings?: readonly string[];
}

export interface EmbeddedPostgres {
  /** Carries the password: never to be logged. */
  url: string;
  /** Where the data is: another folder than asked for where the server's user may not enter that one. */
  dataDir: string;
  /** True when another process had started the server. */
  shared: boolean;
  /** Close the connections first. The last process of those that share the server stops it. */
  stop(): Promise<void>;
}

const defaultFolder = fileURLToPath(new URL("../../.jiedao", import.meta.url));

/** 25 ms each: half a minute, for a recovery after a crash. */
const TRIES = 1200;
const LAUNCHES = 5;

/**
 * Starts the embedded Postgres, or joins the one that runs on this data already: beside another command, or
 * left by a process that was killed. Throws EmbeddedUnavailable where it cannot run.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const where = chooseDataFolder(options.dataDir ?? defaultFolder);
  const cluster = await openCluster(where);
  const { member, shared } = await enter(cluster, options.settings ?? []);
  options.log(`Embedded Postgres ${shared ? "joined" : "started"}, data in ${where.folder}`);
  const undo = stopAtExit(where.folder);
  const stop = () => {
    undo();
    return member.leave();
  };
  return { url: member.url, dataDir: where.folder, shared, stop };
}

async function enter(
  cluster: Cluster,
  settings: readonly string[],
): Promise<{ member: Membership; shared: boolean }> {
  const launched: Launched[] = [];
  for (let tried = 0; tried < TRIES; tried += 1) {
    const member = await join(cluster);
    if (member) return { member, shared: !launched.some(({ pid }) => pid === member.pid) };
    if (mustLaunch(cluster, launched)) launched.push(await launch(cluster, settings));
    await pause(25);
  }
  throw new EmbeddedUnavailable("The embedded Postgres does not answer");
}

/** Two processes may launch at once: Postgres lets one server live, and both join that one. */
function mustLaunch({ data }: Cluster, launched: Launched[]): boolean {
  const failure = launched.at(-1)?.failure();
  if (launched.length > 0 && failure === undefined) return false;
  if (findPostmaster(data)) return false;
  if (launched.length >= LAUNCHES) {
    throw new EmbeddedUnavailable(`The embedded Postgres does not start (${failure})`);
  }
  removeStaleNote(data);
  return true;
}

/** For a process that ends without stopping: what must be awaited cannot be done at exit, so another does it. */
function stopAtExit(folder: string): () => void {
  const script = fileURLToPath(new URL("./stop-if-unused.ts", import.meta.url));
  const hand = () => {
    const options = { detached: true, stdio: "ignore" } as const;
    spawn(process.execPath, [...process.execArgv, script, folder], options).unref();
  };
  process.once("exit", hand);
  return () => process.off("exit", hand);
}
