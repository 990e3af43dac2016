/**
 * `npm run machines:export [folder]`: every machine as the JSON that Stately Studio opens (and `createMachine` takes).
 * Guards and actions are in it by name; what is no JSON (a context made from input) is left out.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { machineJson } from "./machine-json.ts";
import { machines } from "./machines.ts";

const folder = process.argv[2] ?? "machines-export";
await mkdir(folder, { recursive: true });
for (const { id, machine } of machines) {
  const file = join(folder, `${id}.json`);
  await writeFile(file, `${JSON.stringify(machineJson(machine), null, 2)}\n`);
  process.stdout.write(`${file}\n`);
}
