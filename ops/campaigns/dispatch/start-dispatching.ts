/**
 * Sends campaigns in this process until stopped. A runner of its own beside that of replies and commands: however
 * long a campaign takes, they never wait for it.
 */
import type { TaskList } from "graphile-worker";
import { z } from "zod";
import { type JobRunner, runJobs } from "../../../bot/jobs/run-jobs.ts";
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

export async function startDispatching(deps: DispatchDependencies): Promise<JobRunner> {
  await recoverCampaigns(deps, { requeue: true });
  const sweeper = setInterval(() => {
    recoverCampaigns(deps, { requeue: false }).catch(() =>
      deps.log.warn({}, "campaigns were not looked after"),
    );
  }, sweepMs);
  const runner = await runJobs({
    ...{ url: deps.database.url, log: deps.log, source: "campaigns", concurrency, spareConnections: 2 },
    taskList: dispatchTasks(deps),
    pollInterval: 1000,
  });
  const stop = async (): Promise<void> => {
    clearInterval(sweeper);
    await runner.stop();
  };
  return { stop };
}
