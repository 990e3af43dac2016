/** `npm run bench -- NAME`. */
import { benchClose } from "./close/main.ts";
import { benchReminders } from "./reminders/main.ts";
import { benchTurns } from "./turns/main.ts";

const benches: Record<string, () => Promise<void>> = {
  turns: benchTurns,
  close: benchClose,
  reminders: benchReminders,
};

const name = process.argv[2] ?? "";
const bench = benches[name];
if (bench) {
  await bench();
} else {
  process.stderr.write(`npm run bench -- ${Object.keys(benches).join("|")}\n`);
  process.exitCode = 2;
}
