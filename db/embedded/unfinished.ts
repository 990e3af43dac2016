/** What is being made has a name of its own and takes its place when it is whole, so that half of it is never used. */
import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { processLives } from "./postmaster.ts";

export const unfinished = (path: string): string =>
  `${path}.unfinished-${process.pid}-${randomBytes(4).toString("hex")}`;

/** Moves it to its place; when another process was first, that one's stays and this one goes. */
export function finish(made: string, place: string): void {
  try {
    renameSync(made, place);
  } catch (error) {
    rmSync(made, { recursive: true, force: true });
    if (!existsSync(place)) throw error;
  }
}

/** Removes what makers that were killed left behind. */
export function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = /\.unfinished-(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && !processLives(Number(pid)))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
}
