/** Runs jobs in this process until stopped; any number of processes may do so beside one another. */

import { setTimeout } from "node:timers/promises";
import type { Job, TaskList } from "graphile-worker";
import { z } from "zod";
import { failureCode, isStorageFailure } from "../../db/connection/storage-failure.ts";
import { ensureDeliveryJob, freeStuckJobs, putOffJob, type StuckAfter } from "../../db/jobs/jobs.ts";
import { startOfDayInShanghai } from "../../domain/calendar/dates.ts";
import { NewerSnapshot } from "../../machines/snapshots.ts";
import { readAddress } from "../turn/conversation.ts";
import { deliverPending, leaseSeconds } from "../turn/deliver-pending.ts";
import { dailyClose } from "./daily-close.ts";
import { fireDeadlines } from "./fire-deadlines.ts";
import type { JobDependencies } from "./job-dependencies.ts";
import { runCommand, settleStrandedCommands } from "./run-command.ts";
import { type JobRunner, runJobs } from "./run-jobs.ts";

export interface StartWorkerOptions {
  deps: JobDependencies;
  concurrency: number;
  /** The Shanghai time ("HH:mm") of the daily close; without it nobody but an operator closes. */
  closeAt?: string;
}

/** For what a runner does beside its jobs: listening for new ones, its timetable. */
const spareConnections = 4;

export async function startWorker({ deps, concurrency, closeAt }: StartWorkerOptions): Promise<JobRunner> {
  const runner = await runJobs({
    ...{ url: deps.database.url, log: deps.log, source: "jobs", concurrency, spareConnections },
    taskList: jobTasks(deps),
    crontab: closeAt === undefined ? "" : dailyAt(closeAt),
  });
  const stopLooking = keepLookingAfterJobs(deps);
  const stop = async (): Promise<void> => {
    await stopLooking();
    await runner.stop();
  };
  return { stop };
}

/** The crontab is in UTC. A time that was missed while no worker ran is made up for within a day. */
function dailyAt(closeAt: string): string {
  const at = new Date(startOfDayInShanghai("2000-01-01", closeAt));
  return `${at.getUTCMinutes()} ${at.getUTCHours()} * * * daily-close ?fill=1d&jobKey=daily-close&max=3`;
}

/** The jobs by name, as graphile-worker runs them. */
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

// What a process that died has left of replies, deadlines and commands is taken up by those that live.

/**
 * A partner's slowest answer, tried again, takes less than two minutes. Running a job that is not stuck after all
 * does no harm: its key is the same and its turn is taken once.
 */
const stuckAfter: StuckAfter = { dead: 3, frozen: 120, restart: 15 };

const everyMs = 3000;
/** Stranded commands are looked for at each tenth look: only a database that went away at the wrong moment makes any. */
const lookForStranded = 10;

/** Until the returned function is called. */
function keepLookingAfterJobs(deps: JobDependencies): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  async function keepLooking(): Promise<void> {
    for (let look = 0; !signal.aborted; look += 1) {
      await withoutFail(deps, () => freeStuckJobs(deps.database.orm, stuckAfter));
      if (look % lookForStranded === 0) await withoutFail(deps, () => settleStrandedCommands(deps));
      await setTimeout(everyMs, undefined, { signal }).catch(() => {});
    }
  }
  const ended = keepLooking();
  return async () => {
    stopping.abort();
    await ended;
  };
}

/** The next look comes soon. A database out of reach is told of by whoever needs it for more. */
async function withoutFail({ log }: JobDependencies, look: () => Promise<void>): Promise<void> {
  try {
    await look();
  } catch (error) {
    if (isStorageFailure(error))
      log.warn({ code: failureCode(error) }, "the database is out of reach: jobs are not looked after");
    else log.error({ err: error }, "jobs could not be looked after");
  }
}
