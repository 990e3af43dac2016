/** A request that cannot be reckoned: told to whoever asked, in a sentence. */
export class CalcError extends Error {
  override readonly name = "CalcError";
}
