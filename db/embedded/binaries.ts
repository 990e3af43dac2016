/** The server's programs, where the server's user can run them. */
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import type { DataFolder } from "./data-folder.ts";
import type { NativePostgres } from "./platform-package.ts";
import { allows, mayEnter, type ServerUser } from "./server-user.ts";
import { finish, unfinished } from "./unfinished.ts";

/** The folder of programs: the package's own where possible, else a copy beside the data. */
export function prepareBinaries(native: NativePostgres, { folder, user }: DataFolder): string {
  if ((!user || mayRun(user, native.folder)) && linked(native.folder)) return native.folder;
  const copy = join(folder, `native-${native.version}`);
  if (!existsSync(copy)) copyTo(native.folder, copy);
  return copy;
}

/** Programs and libraries of one installation have one owner and mode: a sample of each folder will do. */
function mayRun(user: ServerUser, folder: string): boolean {
  const bin = join(folder, "bin");
  const share = join(folder, "share", "postgresql");
  return (
    [bin, join(folder, "lib"), share].every((one) => !existsSync(one) || mayEnter(user, one)) &&
    readdirSync(bin).every((program) => allows(user, statSync(join(bin, program)), 0o5))
  );
}

/** Makes the links between libraries that a package installed without scripts lacks; false when it may not. */
function linked(folder: string): boolean {
  const missing = linksOf(folder).filter(({ at }) => !existsSync(at));
  try {
    for (const { at, to } of missing) makeLink(at, to);
    return true;
  } catch {
    return false;
  }
}

function makeLink(at: string, to: string): void {
  try {
    symlinkSync(to, at);
  } catch (error) {
    // Another process starting beside this one may have made it.
    if (!existsSync(at)) throw error;
  }
}

/** The package's list names paths from the package's root, "native/lib/...". */
function linksOf(folder: string): { at: string; to: string }[] {
  const list = join(folder, "pg-symlinks.json");
  if (!existsSync(list)) return [];
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  return links.map(({ source, target }) => ({
    at: join(folder, relative("native", target)),
    to: relative(dirname(target), source),
  }));
}

function copyTo(from: string, place: string): void {
  const copy = unfinished(place);
  cpSync(from, copy, { recursive: true, verbatimSymlinks: true });
  for (const { at, to } of linksOf(copy)) if (!existsSync(at)) makeLink(at, to);
  openToAll(copy);
  finish(copy, place);
}

/** A strict umask at installation must not keep the server's user out. */
function openToAll(path: string): void {
  const stats = lstatSync(path);
  if (stats.isSymbolicLink()) return;
  const executable = stats.isDirectory() || (stats.mode & 0o100) !== 0;
  chmodSync(path, executable ? 0o755 : 0o644);
  if (stats.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
}
