/** Figures as the bench prints them. */
import { cpus, totalmem } from "node:os";

export interface Round {
  /** Updates answered a second. */
  rate: number;
  /** Milliseconds from an update's POST to its answer. */
  p50: number;
  p99: number;
}

export function machine(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} x ${first?.model.trim() ?? "unknown"}, ${memory} GiB, Node ${process.versions.node}, ${process.platform}`;
}

export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export const medianRound = (rounds: readonly Round[]): Round => ({
  rate: median(rounds.map(({ rate }) => rate)),
  p50: median(rounds.map(({ p50 }) => p50)),
  p99: median(rounds.map(({ p99 }) => p99)),
});

export const line = (name: string, { rate, p50, p99 }: Round): string =>
  `${name.padEnd(34)}${rate.toFixed(0).padStart(8)}/s   p50 ${p50.toFixed(2).padStart(7)} ms   p99 ${p99.toFixed(2).padStart(7)} ms`;
