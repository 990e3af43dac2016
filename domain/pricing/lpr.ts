/** The one-year loan prime rate, as dated configuration (data/lpr.json). */
import lpr from "./lpr.json" with { type: "json" };

export interface LprChange {
  /** First date on which it is in force. */
  from: string;
  /** A fraction: "0.0300". */
  rate: string;
}

/** Oldest first. */
export function lprHistory(): readonly LprChange[] {
  return lpr.oneYear;
}

/**
 * The one-year rate in force on a date (YYYY-MM-DD), a fraction: "0.0300". Before the first listed date (the reform of
 * August 2019) the first rate is taken: loans of that time are only ever computed for comparison.
 */
export function lprOn(date: string): string {
  const [first, ...later] = lprHistory();
  if (first === undefined) throw new RangeError("data/lpr.json lists no rate");
  return later.reduce((current, change) => (change.from <= date ? change : current), first).rate;
}
