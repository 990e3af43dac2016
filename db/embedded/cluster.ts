/** The files of the embedded Postgres: made once, by whoever is first. */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { prepareBinaries } from "./binaries.ts";
import { clusterOf, type DataFolder } from "./data-folder.ts";
import { EmbeddedUnavailable } from "./embedded-unavailable.ts";
import { nativePostgres } from "./platform-package.ts";
import { finish, removeUnfinished, unfinished } from "./unfinished.ts";

/** All that is needed to start, reach and stop one embedded server. */
export interface Cluster extends DataFolder {
  /** Postgres' own data directory. */
  data: string;
  /** bin, lib and share of the server. */
  programs: string;
}

export const SUPERUSER = "jiedao";
const PASSWORD_FILE = "jiedao.password";

export const passwordOf = ({ data }: Pick<Cluster, "data">): string =>
  readFileSync(join(data, PASSWORD_FILE), "utf8");

/** The cluster of a data folder; made when there is none. Throws EmbeddedUnavailable when that cannot be done. */
export async function openCluster(where: DataFolder): Promise<Cluster> {
  removeUnfinished(where.folder);
  const programs = prepareBinaries(nativePostgres(), where);
  const cluster = { ...where, programs, data: clusterOf(where.folder) };
  if (!existsSync(cluster.data)) await makeCluster(cluster);
  return cluster;
}

async function makeCluster(cluster: Cluster): Promise<void> {
  const data = unfinished(cluster.data);
  const passwordFile = unfinished(join(cluster.folder, "password"));
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(passwordFile, randomBytes(24).toString("hex"), { mode: 0o600 });
  if (cluster.user)
    for (const one of [data, passwordFile]) chownSync(one, cluster.user.uid, cluster.user.gid);
  await initialise(cluster, data, passwordFile);
  renameSync(passwordFile, join(data, PASSWORD_FILE));
  finish(data, cluster.data);
}

async function initialise(cluster: Cluster, data: string, passwordFile: string): Promise<void> {
  const { code, output } = await run(cluster, "initdb", [
    ...["--pgdata", data, "--username", SUPERUSER, "--pwfile", passwordFile, "--auth", "scram-sha-256"],
    ...["--encoding", "UTF8", "--locale", "C", "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8"],
    "--no-instructions",
  ]);
  if (code === 0) return;
  rmSync(data, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  throw new EmbeddedUnavailable(`The embedded Postgres could not make its files (${lastLine(output)})`);
}

/** Runs one of the server's programs as the server's user, to its end. */
export function run(
  cluster: Cluster,
  program: string,
  args: string[],
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(join(cluster.programs, "bin", program), args, spawnOptions(cluster));
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk) => (output += String(chunk)));
    child.on("error", (error) => resolve({ code: null, output: error.message }));
    child.on("close", (code) => resolve({ code, output }));
  });
}

/** As the server's user, in a folder it may enter, without settings meant for another Postgres. */
export function spawnOptions({ user, folder }: DataFolder) {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith("PG"));
  return { ...user, cwd: folder, env: { ...Object.fromEntries(inherited), LC_ALL: "C" }, windowsHide: true };
}

export const lastLine = (text: string): string => text.trim().split("\n").at(-1)?.trim() ?? "";
