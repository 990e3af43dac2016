/** A second try for a passing fault, and a circuit breaker, so that a partner that is down is left alone for a while. */
import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleType,
  retry,
  wrap,
} from "cockatiel";
import { PartnerUnavailable } from "../ports.ts";

export interface ResilienceOptions {
  /** Tries of one call; the job that makes it is itself run again later. */
  attempts: number;
  /** First wait between two tries, doubled and jittered after that. */
  backoffMs: number;
  /** Failures in a row after which the partner is left alone... */
  failuresToOpen: number;
  /** ...for so long. */
  openMs: number;
}

export type Guard = <Answer>(call: () => Promise<Answer>) => Promise<Answer>;

/** Only PartnerUnavailable counts as a failure; an open circuit throws PartnerUnavailable at once. */
export function resilience(options: ResilienceOptions): Guard {
  const unavailable = handleType(PartnerUnavailable);
  const policy = wrap(
    retry(unavailable, {
      maxAttempts: options.attempts - 1,
      backoff: new ExponentialBackoff({ initialDelay: options.backoffMs }),
    }),
    circuitBreaker(unavailable, {
      halfOpenAfter: options.openMs,
      breaker: new ConsecutiveBreaker(options.failuresToOpen),
    }),
  );
  return async (call) => {
    try {
      return await policy.execute(() => call());
    } catch (error) {
      if (!(error instanceof BrokenCircuitError)) throw error;
      throw new PartnerUnavailable("the partner is left alone after repeated failures");
    }
  };
}
