/** (b) Sending without a limit beside a bare graphile-worker task that posts the same requests. */
import { Logger, run } from "graphile-worker";
import type { Database } from "../../db/connection/connection.ts";
import { startDispatching } from "../../ops/campaigns/dispatch/start-dispatching.ts";
import { startChild } from "../child.ts";
import { median } from "../turns/report.ts";
import { token } from "../turns/serve-subject.ts";
import { planAll, print, secondsOf, seedDue, sendingTo, untilDone, withDatabase } from "./sending.ts";

const messages = 5_000;
const rounds = 3;
const bareConcurrency = 24;

export async function benchDispatch(): Promise<void> {
  const api = await startChild("../turns/bot-api.ts", import.meta.url);
  const rates: Record<"bare" | "ours", number[]> = { bare: [], ours: [] };
  try {
    for (let round = 0; round <= rounds; round += 1) {
      await withDatabase(async (database) => {
        await seedDue(database, messages);
        const ours = messages / (await sendOurs(database, api.url));
        const bare = messages / (await sendBare(database, api.url));
        // Round 0 warms up.
        if (round > 0) rates.ours.push(ours);
        if (round > 0) rates.bare.push(bare);
      });
    }
  } finally {
    api.process.kill();
  }
  const [bare, ours] = [median(rates.bare), median(rates.ours)];
  print(`(b) ${messages} messages without a limit, ${rounds} rounds`);
  print(
    `    bare task, a job each    ${bare.toFixed(0)}/s   (${rates.bare.map((r) => r.toFixed(0)).join(" ")})`,
  );
  print(
    `    our dispatch             ${ours.toFixed(0)}/s   (${rates.ours.map((r) => r.toFixed(0)).join(" ")})`,
  );
  print(`    ratio                    ${(ours / bare).toFixed(2)}   (target: at least 0.8)`);
}

async function sendOurs(database: Database, apiRoot: string): Promise<number> {
  const campaign = await planAll(database);
  if (campaign?.size !== messages) throw new Error("not everybody was planned");
  const started = performance.now();
  const dispatching = await startDispatching(sendingTo({ apiRoot, database }));
  await untilDone(database, campaign.id);
  const seconds = (performance.now() - started) / 1000;
  await dispatching.stop();
  const [row] = await database.sql<{ sent: number }[]>`
    select count(*)::integer as sent from dispatches where status = 'sent'`;
  if (row?.sent !== messages) throw new Error(`${row?.sent} were sent instead of ${messages}`);
  return seconds;
}

/** The texts are those that ours sent, given to each job. */
async function sendBare(database: Database, apiRoot: string): Promise<number> {
  await database.sql`
    select count(graphile_worker.add_job('post', json_build_object(
      'chat_id', c.chat_id::bigint, 'text', o.outbound->>'text', 'parse_mode', 'HTML')))
    from outbox o join conversations c on c.id = o.conversation_id`;
  let left = messages;
  let finish = (): void => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const post = async (payload: unknown): Promise<void> => {
    const answer = await fetch(`${apiRoot}/bot${token}/sendMessage`, {
      ...{ method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(payload) },
    });
    await answer.json();
    left -= 1;
    if (left === 0) finish();
  };
  return await secondsOf(async () => {
    const runner = await run({
      ...{ connectionString: database.url, taskList: { post }, concurrency: bareConcurrency },
      ...{ noHandleSignals: true, logger: new Logger(() => () => {}) },
    });
    await finished;
    await runner.stop();
  });
}
