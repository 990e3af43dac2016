/** `npm run bench -- reminders [DUE]`: planning, sending, the limit, and replies beside it (DUE: 1,000,000). */
import { machine } from "../turns/report.ts";
import { benchDispatch } from "./dispatch.ts";
import { benchLimited } from "./limited.ts";
import { benchLive } from "./live.ts";
import { benchPlanning } from "./plan.ts";
import { print } from "./sending.ts";

export async function benchReminders(): Promise<void> {
  const due = Number(process.argv[3] ?? 1_000_000);
  if (!Number.isInteger(due) || due < 1) throw new RangeError("npm run bench -- reminders [DUE]");
  print(`machine        ${machine()}`);
  print(`configuration  embedded Postgres, limit in ${process.env["REDIS_URL"] ? "Redis" : "memory"}`);
  print("");
  await benchPlanning(due);
  await benchDispatch();
  await benchLimited();
  await benchLive();
}
