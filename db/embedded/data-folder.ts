import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { mayEnter, type ServerUser, serverUser } from "./server-user.ts";

export interface DataFolder {
  folder: string;
  user: ServerUser | undefined;
}

/** Where Postgres keeps its files within a data folder. */
export const clusterOf = (folder: string): string => join(folder, "postgres");

/**
 * The folder asked for; or, where the server's user may not enter what lies above it (root's home), one of the
 * same name that it may enter: the same one for the same wish.
 */
export function chooseDataFolder(wanted: string): DataFolder {
  const folder = resolve(wanted);
  const user = open(folder);
  if (!user || mayEnter(user, folder)) return { folder, user };
  const name = `${basename(folder).replace(/^\./, "")}-${createHash("sha256").update(folder).digest("hex").slice(0, 12)}`;
  for (const parent of ["/var/lib/jiedao", join(tmpdir(), "jiedao")]) {
    const other = tryOpen(join(parent, name));
    if (other) return other;
  }
  throw new Error(
    `The user of the embedded Postgres may not enter ${folder}: set JIEDAO_DATA to a folder it may.`,
  );
}

/** Only folders of our own will do: in a temporary folder others may have been first. */
function tryOpen(folder: string): DataFolder | undefined {
  try {
    const user = open(folder);
    const ours = [dirname(folder), folder].every((one) => statSync(one).uid === process.getuid?.());
    return ours && user && mayEnter(user, folder) ? { folder, user } : undefined;
  } catch {
    return undefined;
  }
}

/** Makes the folder; where the server runs as another user, that one may pass through, not look around. */
function open(folder: string): ServerUser | undefined {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const user = serverUser(clusterOf(folder));
  const { mode, uid } = statSync(folder);
  if (user && uid === process.getuid?.()) chmodSync(folder, mode | 0o011);
  return user;
}
