/** A request that cannot be reckoned: told to whoever asked, in a sentence. */
export class CalcError extends Error {
  override readonly name = "CalcError";
}

const longestEcho = 40;

/** What was given, as far as a sentence about it needs to say. */
export function shortened(given: unknown): string {
  const text = String(given);
  return text.length > longestEcho ? `${text.slice(0, longestEcho)}…` : text;
}
