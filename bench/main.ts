/** `npm run bench -- NAME`. */
import { benchTurns } from "./turns/main.ts";

const benches: Record<string, () => Promise<void>> = { turns: benchTurns };

const name = process.argv[2] ?? "";
const bench = benches[name];
if (bench) {
  await bench();
} else {
  process.stderr.write(`npm run bench -- ${Object.keys(benches).join("|")}\n`);
  process.exitCode = 2;
}
