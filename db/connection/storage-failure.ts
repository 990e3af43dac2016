/** Tells an unreachable database, and one that only asks to try again, from a mistake of ours. */

/** postgres.js's own, the socket's, and Postgres's classes 08 (connection) and 57P (shutting down, starting up). */
const connectionCodes =
  /^(CONNECTION_(CLOSED|ENDED|DESTROYED|CONNECT_TIMEOUT)|CONNECT_TIMEOUT|ECONN(REFUSED|RESET|ABORTED)|EPIPE|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|08\w{3}|57P0[1-3]|53300)$/;

export const isStorageFailure = (error: unknown): boolean => connectionCodes.test(failureCode(error) ?? "");

/** For whoever started a program that cannot go on without it. */
export const outOfReach = (error: unknown): string =>
  `The database is out of reach (${failureCode(error)}). Look at DATABASE_URL, then run it again.`;

/** Two transactions waited for each other and Postgres ended this one: nothing of it was stored, and it may be tried again. */
export const isStalemate = (error: unknown): boolean => failureCode(error) === "40P01";

/** A loan was refused for what fell overdue since its turn was decided: decided anew, it is refused with a reason. */
export function isArrears(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    ("constraint_name" in error && error.constraint_name === "loans_no_arrears") || isArrears(error.cause)
  );
}

/** The driver's, down the chain of causes: Drizzle wraps its errors. */
export function failureCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  return "code" in error && typeof error.code === "string" ? error.code : failureCode(error.cause);
}
