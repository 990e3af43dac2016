/** Tells an unreachable database, and one that only asks to try again, from a mistake of ours. */

/** postgres.js's own, the socket's, and Postgres's classes 08 (connection) and 57P (shutting down, starting up). */
const connectionCodes =
  /^(CONNECTION_(CLOSED|ENDED|DESTROYED|CONNECT_TIMEOUT)|CONNECT_TIMEOUT|ECONN(REFUSED|RESET|ABORTED)|EPIPE|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|08\w{3}|57P0[1-3]|53300)$/;

/** Drizzle wraps the driver's error: the code is looked for down the chain of causes. */
export function isStorageFailure(error: unknown): error is Error & { code: string } {
  const code = codeOf(error);
  if (code === undefined) return error instanceof Error && isStorageFailure(error.cause);
  return connectionCodes.test(code);
}

/** Two transactions waited for each other and Postgres ended this one: nothing of it was stored, and it may be tried again. */
export function isStalemate(error: unknown): boolean {
  if (codeOf(error) === "40P01") return true;
  return error instanceof Error && isStalemate(error.cause);
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
