/** What Postgres notes of a running server in its data directory, and whether that is still true. */
import { readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";

export interface Postmaster {
  pid: number;
  port: number;
}

const noteOf = (data: string): string => join(data, "postmaster.pid");

/** The server that runs, or starts, or stops on this data; undefined when there is none. */
export function findPostmaster(data: string): Postmaster | undefined {
  const noted = readNote(data);
  return noted && isServerOf(noted.pid, data) ? noted : undefined;
}

/**
 * Removes the note of a server that was killed, should its process id be another program's by now: Postgres
 * would take that for a running server.
 */
export function removeStaleNote(data: string): void {
  if (readNote(data) && !findPostmaster(data)) rmSync(noteOf(data), { force: true });
}

/** Lines: process id, data directory, start time, port. */
function readNote(data: string): Postmaster | undefined {
  try {
    const lines = readFileSync(noteOf(data), "utf8").split("\n");
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    return pid > 0 && port > 0 ? { pid, port } : undefined;
  } catch {
    return undefined;
  }
}

/** Postgres works in its data directory: where the system shows that, a process is known for certain. */
function isServerOf(pid: number, data: string): boolean {
  if (!processLives(pid)) return false;
  if (process.platform !== "linux") return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data);
  } catch {
    return false;
  }
}

export function processLives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
