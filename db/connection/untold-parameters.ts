/**
 * Drizzle tells a failed query with its parameters, and Postgres a refused row in its detail: both are people's data,
 * and whatever logs an error, keeps it with a job or prints it would pass them on. So neither stays with the error,
 * which says what Postgres said in their place.
 */
import { DrizzleQueryError } from "drizzle-orm";

/** What an error assigns to itself is caught on the way; doing it again changes nothing. */
export function leaveParametersUntold(): void {
  Object.defineProperties(DrizzleQueryError.prototype, {
    params: { set: () => {}, configurable: true },
    cause: { set: keepReason, configurable: true },
  });
}

function keepReason(this: DrizzleQueryError, reason: unknown): void {
  if (reason instanceof Error) leaveValuesUntold(reason);
  Object.defineProperty(this, "cause", { value: reason, writable: true, configurable: true });
  this.message = `Failed query: ${reason instanceof Error ? reason.message : "no reason given"} (${this.query})`;
}

/** Postgres names the row in its detail, and in class 22 the very value that is of the wrong form. */
function leaveValuesUntold(reason: Error & { code?: unknown; detail?: unknown }): void {
  if ("detail" in reason) reason.detail = undefined;
  if (typeof reason.code !== "string" || !reason.code.startsWith("22")) return;
  const told = `a value is of the wrong form (${reason.code})`;
  reason.stack = reason.stack?.replace(reason.message, () => told) ?? told;
  reason.message = told;
}
