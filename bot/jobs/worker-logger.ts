import { Logger } from "graphile-worker";
import { failureCode, isStorageFailure } from "../../db/connection/storage-failure.ts";
import { PartnerUnavailable } from "../../partners/ports.ts";
import type { Log } from "../log/log.ts";

/**
 * graphile-worker's errors and warnings in our log; its chatter is left out, for it quotes payloads. A job that is to
 * be tried again because a partner is out of reach has been told of by the job itself.
 */
export const workerLogger = (log: Log, source: string): Logger =>
  new Logger(() => (level, message, meta) => {
    const error: unknown = meta?.["error"];
    if (error instanceof PartnerUnavailable) return;
    if (isStorageFailure(error))
      log.warn({ source, code: failureCode(error) }, "the database is out of reach: a job waits");
    else if (level === "error") log.error({ source }, message);
    else if (level === "warning") log.warn({ source }, message);
  });
