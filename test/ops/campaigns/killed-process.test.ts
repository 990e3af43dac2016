import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { findCampaign } from "../../../db/campaigns/campaigns.ts";
import type { Database } from "../../../db/connection/connection.ts";
import { recoverCampaigns } from "../../../ops/campaigns/dispatch/recover-campaigns.ts";
import { type BotApi, startBotApi } from "../../support/bot-api/bot-api.ts";
import type { TestUser } from "../../support/bot-api/people.ts";
import { freshDatabase } from "../../support/database.ts";
import { seedBorrowers } from "../../support/fixtures/many-borrowers.ts";
import { openSending } from "./support/sending.ts";

const count = 240;
const program = fileURLToPath(new URL("support/dispatching-process.ts", import.meta.url));

let database: Database;
let botApi: BotApi;

beforeEach(async () => {
  [database, botApi] = await Promise.all([freshDatabase(), startBotApi()]);
});
afterEach(() => Promise.all([database.close(), botApi.close()]));

/** Resolves when so many of them have heard something. */
function haveHeard(people: readonly TestUser[], enough: number): Promise<void> {
  let heard = 0;
  return new Promise((resolve) => {
    const hear = async (one: TestUser) => {
      await one.hears();
      heard += 1;
      if (heard === enough) resolve();
    };
    for (const one of people) void hear(one);
  });
}

const perStatus = () =>
  database.sql<{ status: string; count: number }[]>`
    select status, count(*)::integer as count from dispatches group by status order by status`;

it("a process killed in the middle: the next one goes on, and nobody hears it twice", async () => {
  const now = "2026-11-10T10:00:00+08:00";
  await seedBorrowers(database, { count, firstChat: 1, channel: "telegram", disbursedOn: "2026-10-12" });
  const people = Array.from({ length: count }, (_, n) => botApi.user({ id: n + 1, firstName: `B${n}` }));
  for (const one of people) one.says("/start");
  const sending = openSending({ database, botApi, now });
  await sending.plan({ dueWithinDays: 3 });

  const halfway = haveHeard(people, 60);
  const { token, apiRoot } = botApi;
  const child = spawn(process.execPath, ["--import", "tsx", program, database.url, token, apiRoot, now], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  await halfway;
  child.kill("SIGKILL");
  await once(child, "exit");
  const left = await perStatus();
  expect(left.find(({ status }) => status === "planned")?.count).toBeGreaterThan(0);

  // Two minutes later: longer than any call takes.
  sending.deps.clock.moveTo("2026-11-10T10:02:00+08:00");
  await recoverCampaigns(sending.deps, { requeue: true });
  await sending.run();

  const after = Object.fromEntries((await perStatus()).map((row) => [row.status, row.count]));
  const { sent = 0, unknown = 0, ...others } = after;
  expect(others).toEqual({});
  expect(sent + unknown).toBe(count);
  // Two batches at a time, four lanes each, one message a lane.
  expect(unknown).toBeLessThanOrEqual(8);
  const heard = people.map((one) => one.messages().length);
  expect(Math.max(...heard)).toBe(1);
  const unsure = await database.sql<{ chat: number }[]>`
    select substr(loan.number, 4)::integer as chat from dispatches d join loans loan on loan.id = d.loan_id
    where d.status = 'unknown'`;
  const missed = people.flatMap((_, n) => (heard[n] === 0 ? [n + 1] : []));
  expect(unsure.map(({ chat }) => chat)).toEqual(expect.arrayContaining(missed));
  const [twice] = await database.sql<{ rows: number; keys: number }[]>`
    select count(*)::integer as rows, count(distinct (loan_id, installment, stage))::integer as keys
    from contacts where outcome = 'sent'`;
  expect(twice).toEqual({ rows: sent, keys: sent });
  expect((await findCampaign(database.orm, 1))?.status).toBe("done");
});
