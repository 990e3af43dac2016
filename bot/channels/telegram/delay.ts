import { setTimeout } from "node:timers/promises";

/** Resolves after so many milliseconds; rejects as soon as the signal is aborted. */
export type Delay = (milliseconds: number, signal: AbortSignal) => Promise<void>;

export const realDelay: Delay = (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal });

/** Doubles from `first` with each attempt (counted from 0) up to `longest`, all in milliseconds. */
export function backoff(attempt: number, first = 500, longest = 30_000): number {
  return Math.min(longest, first * 2 ** attempt);
}
