/**
 * `npm run machines:export [folder]`: every machine as JSON, which `createMachine` takes, and as the same JSON in the
 * call that Stately Studio's “Import from code” asks for. Guards and actions are in it by name; what is no JSON (a
 * context made from input) is left out.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { machineCode } from "./machine-code.ts";
import { machineJson } from "./machine-json.ts";
import { machines } from "./machines.ts";

const folder = process.argv[2] ?? "machines-export";
await mkdir(folder, { recursive: true });
for (const { id, machine } of machines) {
  await write(`${id}.json`, `${JSON.stringify(machineJson(machine), null, 2)}\n`);
  await write(`${id}.js`, machineCode(machine));
}

async function write(name: string, content: string): Promise<void> {
  const file = join(folder, name);
  await writeFile(file, content);
  process.stdout.write(`${file}\n`);
}
