/** A campaign's progress on the screen: a bar where there is a terminal, else a line every few seconds. */
import { SingleBar } from "cli-progress";
import type { OutcomeCount } from "../../../db/campaigns/campaign-figures.ts";

export interface Progress {
  update(outcomes: readonly OutcomeCount[]): void;
  stop(): void;
}

const lineEveryMs = 5_000;
const format = "{bar} {value}/{total}  {rate}/s  left {eta_formatted}  {outcomes}";

export function showProgress(total: number, stream: NodeJS.WriteStream): Progress {
  const bar = new SingleBar({
    ...{ format, stream, noTTYOutput: true, notTTYSchedule: lineEveryMs, etaBuffer: 200, hideCursor: true },
    barsize: 16,
    etaAsynchronousUpdate: true,
  });
  const began = performance.now();
  let before: number | undefined;
  bar.start(total, 0, figuresOf([], 0));
  return {
    update: (outcomes) => {
      const done = total - countOf(outcomes, "planned") - countOf(outcomes, "sending");
      before ??= done;
      const seconds = Math.max(1, (performance.now() - began) / 1000);
      bar.update(done, figuresOf(outcomes, (done - before) / seconds));
    },
    stop: () => bar.stop(),
  };
}

const countOf = (outcomes: readonly OutcomeCount[], status: string): number =>
  outcomes.filter((one) => one.status === status).reduce((sum, { count }) => sum + count, 0);

/** Only what there is, so that it stays on one line of a terminal. */
function figuresOf(outcomes: readonly OutcomeCount[], rate: number) {
  const counts = ["sent", "skipped", "unreachable", "unknown"]
    .map((status) => ({ status, count: countOf(outcomes, status) }))
    .filter(({ status, count }) => count > 0 || status === "sent")
    .map(({ status, count }) => `${status} ${count}`);
  const failed = outcomes
    .filter(({ status }) => status === "failed")
    .map(({ reason, count }) => `failed (${reason}) ${count}`);
  return { rate: rate.toFixed(1), outcomes: [...counts, ...failed].join(", ") };
}
