/**
 * Thrown inside a turn's transaction to undo it. `duplicate`: what caused it was done before; `conflict`: something
 * that it was decided upon has changed, so it is to be decided anew.
 */
export class RolledBack extends Error {
  readonly outcome: "duplicate" | "conflict";
  constructor(outcome: "duplicate" | "conflict") {
    super(outcome);
    this.outcome = outcome;
  }
}
