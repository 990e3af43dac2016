/** Postgres refuses to run as root: whom it runs as instead, and where that user may go. */
import { readFileSync, type Stats, statSync } from "node:fs";
import { dirname } from "node:path";

export interface ServerUser {
  uid: number;
  gid: number;
}

/** The customary ids of nobody, should the system not list it. */
const NOBODY: ServerUser = { uid: 65_534, gid: 65_534 };

/**
 * Whom to run the server as: undefined is ourselves. Root gives way to whoever owns the existing data, or
 * else to nobody.
 */
export function serverUser(dataFolder: string): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(dataFolder, { throwIfNoEntry: false });
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : nobody();
}

function nobody(): ServerUser {
  try {
    const entry = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync("/etc/passwd", "utf8"));
    return entry ? { uid: Number(entry[1]), gid: Number(entry[2]) } : NOBODY;
  } catch {
    return NOBODY;
  }
}

/** Whether the user may pass through a folder and every folder above it. */
export function mayEnter(user: ServerUser, folder: string): boolean {
  const above = dirname(folder);
  return allows(user, statSync(folder), 0o1) && (above === folder || mayEnter(user, above));
}

/** Whether the user may read a file (and run it, with `access` 0o5), folders above it aside. */
export function allows(user: ServerUser, file: Stats, access: number): boolean {
  const shift = file.uid === user.uid ? 6 : file.gid === user.gid ? 3 : 0;
  return ((file.mode >> shift) & access) === access;
}
