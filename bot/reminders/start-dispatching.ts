/**
 * Sends campaigns in this process until stopped. A runner of its own beside that of replies and commands: however
 * long a campaign takes, they never wait for it.
 */
import { Logger, run, type TaskList } from "graphile-worker";
import { z } from "zod";
import { openJobPool } from "../../db/job-pool.ts";
import { dispatchBatch } from "./dispatch-batch.ts";
import type { DispatchDependencies } from "./dispatch-dependencies.ts";
import { recoverCampaigns } from "./recover-campaigns.ts";

const batchPayload = z.object({ campaignId: z.int(), batch: z.int() });

export const dispatchTasks = (deps: DispatchDependencies): TaskList => ({
  dispatch: (payload) => dispatchBatch(deps, batchPayload.parse(payload)),
});

/** Batches under way at a time. */
const concurrency = 2;

/** How often those that were cut off are looked for. */
const sweepMs = 30_000;

export interface Dispatching {
  /** Lets what is being sent end. */
  stop(): Promise<void>;
}

export async function startDispatching(deps: DispatchDependencies): Promise<Dispatching> {
  await recoverCampaigns(deps, { requeue: true });
  const sweeper = setInterval(() => {
    recoverCampaigns(deps, { requeue: false }).catch(() =>
      deps.log.warn({}, "campaigns were not looked after"),
    );
  }, sweepMs);
  const { pool, close } = openJobPool({
    ...{ url: deps.database.url, size: concurrency + 2 },
    onLost: (reason) => deps.log.error({ source: "campaigns" }, `a connection was lost: ${reason}`),
  });
  const runner = await run({
    pgPool: pool,
    taskList: dispatchTasks(deps),
    concurrency,
    pollInterval: 1000,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => {
      if (level === "error") deps.log.error({ source: "campaigns" }, message);
    }),
  });
  const stop = async (): Promise<void> => {
    clearInterval(sweeper);
    await runner.stop();
    await close();
  };
  return { stop };
}
