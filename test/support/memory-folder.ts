import { accessSync, constants, readFileSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";

const inMemory = "/dev/shm";
const enough = 2 * 1024 ** 3;

/** Where databases of a test run lie: in memory where the system has room there, for a copied database is a thousand files. */
export function memoryFolder(): string {
  try {
    accessSync(inMemory, constants.W_OK);
    const { bavail, bsize } = statfsSync(inMemory);
    return bavail * bsize > enough && runsPrograms(inMemory) ? inMemory : tmpdir();
  } catch {
    return tmpdir();
  }
}

/** The server's programs are copied beside its data where its user may not enter the checkout. */
function runsPrograms(mountPoint: string): boolean {
  const mounts = readFileSync("/proc/mounts", "utf8").split("\n");
  const [, , , options = ""] = mounts.findLast((line) => line.split(" ")[1] === mountPoint)?.split(" ") ?? [];
  return !options.split(",").includes("noexec");
}
