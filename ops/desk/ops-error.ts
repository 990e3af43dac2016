/** What an operator asked for cannot be done: told in a sentence, and the exit code says so. */
export class OpsError extends Error {
  override readonly name = "OpsError";
}
