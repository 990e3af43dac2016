/** What a process that died has left of replies, deadlines and commands, taken up by those that live. */
import { setTimeout } from "node:timers/promises";
import { failureCode, isStorageFailure } from "../../db/connection/storage-failure.ts";
import { freeStuckJobs, type StuckAfter } from "../../db/jobs/jobs.ts";
import type { JobDependencies } from "./job-dependencies.ts";
import { settleStrandedCommands } from "./run-command.ts";

/**
 * A partner's slowest answer, tried again, takes less than two minutes. Running a job that is not stuck after all
 * does no harm: its key is the same and its turn is taken once.
 */
const stuckAfter: StuckAfter = { dead: 3, frozen: 120, restart: 15 };

const everyMs = 3000;
/** Stranded commands are looked for at each tenth look: only a database that went away at the wrong moment makes any. */
const lookForStranded = 10;

/** Until the returned function is called. */
export function keepLookingAfterJobs(deps: JobDependencies): () => Promise<void> {
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
