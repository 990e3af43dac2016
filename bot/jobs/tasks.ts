/** The jobs by name, as graphile-worker runs them. */
import type { Job, TaskList } from "graphile-worker";
import { z } from "zod";
import { ensureDeliveryJob, putOffJob } from "../../db/jobs/jobs.ts";
import { NewerSnapshot } from "../../machines/snapshots.ts";
import { readAddress } from "../turn/conversation.ts";
import { deliverPending, leaseSeconds } from "../turn/deliver-pending.ts";
import { dailyClose } from "./daily-close.ts";
import { fireDeadlines } from "./fire-deadlines.ts";
import type { JobDependencies } from "./job-dependencies.ts";
import { runCommand } from "./run-command.ts";

const commandPayload = z.object({ commandId: z.string() });
const conversationPayload = z.object({ conversationId: z.string() });

export const jobTasks = (deps: JobDependencies): TaskList => ({
  "run-command": async (payload, { job }) => {
    const { commandId } = commandPayload.parse(payload);
    const attempt = { number: job.attempts, last: job.attempts >= job.max_attempts };
    await unlessNewer(deps, job, () => runCommand(deps, { commandId, attempt }));
  },
  "fire-deadline": async (payload, { job }) => {
    const { conversationId } = conversationPayload.parse(payload);
    await unlessNewer(deps, job, () => fireDeadlines(deps, conversationId));
  },
  "daily-close": () => dailyClose(deps),
  deliver: async (payload) => {
    const { conversationId } = conversationPayload.parse(payload);
    const address = await readAddress(deps, conversationId);
    if (!address) return;
    const delivered = await deliverPending(deps, {
      conversationId,
      address,
      holder: deps.newId(),
      claimed: false,
    });
    // Somebody else is at it, and may die on the way as the one before did.
    if (!delivered) await ensureDeliveryJob(deps.database.orm, conversationId, leaseSeconds);
  },
});

/** While a release is rolled out, its processes have the conversations that they have moved on. */
const newerSeconds = 30;

/** A job of a conversation that only a newer release can open waits for its processes, and loses no attempt by it. */
async function unlessNewer(deps: JobDependencies, job: Job, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof NewerSnapshot)) throw error;
    deps.log.warn({ job: job.id }, "a conversation is a newer release's: its job waits for its processes");
    await putOffJob(deps.database.orm, job, newerSeconds);
  }
}
