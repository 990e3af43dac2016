/** The jobs by name, as graphile-worker runs them. */
import type { TaskList } from "graphile-worker";
import { z } from "zod";
import { ensureDeliveryJob, freeStuckJobs } from "../../db/jobs.ts";
import { readConversationById } from "../turn/conversation.ts";
import { deliverPending, leaseSeconds } from "../turn/deliver-pending.ts";
import { dailyClose } from "./daily-close.ts";
import { fireDeadlines } from "./fire-deadlines.ts";
import type { JobDependencies } from "./job-dependencies.ts";
import { runCommand } from "./run-command.ts";

const commandPayload = z.object({ commandId: z.string() });
const conversationPayload = z.object({ conversationId: z.string() });

/**
 * A partner's slowest answer, tried again, takes less. Running a job that is not stuck after all does no harm: its
 * key is the same and its turn is taken once.
 */
const stuckSeconds = 120;

export const jobTasks = (deps: JobDependencies): TaskList => ({
  "run-command": async (payload, { job }) => {
    const { commandId } = commandPayload.parse(payload);
    const attempt = { number: job.attempts, last: job.attempts >= job.max_attempts };
    await runCommand(deps, { commandId, attempt });
  },
  "fire-deadline": async (payload) => {
    await fireDeadlines(deps, conversationPayload.parse(payload).conversationId);
  },
  "daily-close": () => dailyClose(deps),
  "free-stuck-jobs": () => freeStuckJobs(deps.database.orm, stuckSeconds),
  deliver: async (payload) => {
    const { conversationId } = conversationPayload.parse(payload);
    const conversation = await readConversationById(deps, conversationId);
    if (!conversation) return;
    const delivered = await deliverPending(deps, {
      conversationId,
      address: conversation,
      holder: deps.newId(),
      claimed: false,
    });
    // Somebody else is at it, and may die on the way as the one before did.
    if (!delivered) await ensureDeliveryJob(deps.database.orm, conversationId, leaseSeconds);
  },
});
