import { shanghaiDate } from "../../domain/calendar/dates.ts";
import { promiseStatus } from "../../domain/overdue/promise-status.ts";
import type { JourneyContext } from "../journey-context.ts";

/** The promise, while it may still be kept. */
export function openPromise({ arrangements: { promise }, loans, at }: JourneyContext) {
  const status = promise && promiseStatus(promise, loans, shanghaiDate(at));
  return status === "open" ? promise : null;
}
