/** (d) What replies to people take while a campaign is being sent, beside when none is. */
import { setTimeout as pause } from "node:timers/promises";
import { startChild } from "../child.ts";
import { load } from "../turns/load.ts";
import { median } from "../turns/report.ts";
import { secret } from "../turns/serve-subject.ts";
import { planAll, print, seedDue, withDatabase } from "./sending.ts";

const rounds = 5;
const updates = 600;
const chats = 200;
/** So many people wait for a reply at a time: busy, but not so busy that they queue for the processor. */
const concurrency = 4;
/** A sender that has just started compiles; one that works does not. */
const warmUpMs = 3_000;
/** Chats beside those that the campaign writes to. */
const firstChat = 1_000_000;

export async function benchLive(): Promise<void> {
  const api = await startChild("../turns/bot-api.ts", import.meta.url);
  try {
    await withDatabase(async (database) => {
      await seedDue(database, 5_000);
      await planAll(database);
      const redis = process.env["REDIS_URL"] || "memory";
      const bot = await startChild("../turns/our-turn.ts", import.meta.url, api.url, database.url, redis);
      const p99: Record<"without" | "with", number[]> = { without: [], with: [] };
      let firstId = 1;
      const measure = async (): Promise<number> => {
        const round = await load({ url: bot.url, secret, chats, firstChat, updates, concurrency, firstId });
        firstId += updates;
        return round.p99;
      };
      await measure();
      for (let round = 0; round < rounds; round += 1) {
        p99.without.push(await measure());
        const sender = await startChild("./dispatching.ts", import.meta.url, api.url, database.url);
        await pause(warmUpMs);
        p99.with.push(await measure());
        sender.process.kill();
      }
      bot.process.kill();
      report(p99);
    });
  } finally {
    api.process.kill();
  }
}

function report(p99: Record<"without" | "with", number[]>): void {
  const [quiet, busy] = [median(p99.without), median(p99.with)];
  const raw = (figures: readonly number[]): string => figures.map((ms) => ms.toFixed(1)).join(" ");
  print(`(d) replies to people, ${concurrency} at a time, medians of ${rounds} rounds`);
  print(`    p99 without a campaign   ${quiet.toFixed(1)} ms   (${raw(p99.without)})`);
  print(`    p99 while one is sent    ${busy.toFixed(1)} ms   (${raw(p99.with)})`);
  print(`    ratio                    ${(busy / quiet).toFixed(2)}   (target: at most 1.5)`);
}
