import type { EvalShare, Measures } from "./measure.ts";

function percent({ count, of }: EvalShare): string {
  return of === 0 ? "-" : `${((100 * count) / of).toFixed(1)} % (${count}/${of})`;
}

function decisionLines({ decisions }: Measures): string[] {
  return decisions.map(
    ({ kind, share, right }) => `  ${kind.padEnd(14)}${percent(share).padEnd(22)}right ${percent(right)}`,
  );
}

function slotLines({ slots }: Measures): string[] {
  if (slots.amount.of + slots.term.of === 0) return [];
  return [`slots exact     amount ${percent(slots.amount)}, term ${percent(slots.term)}`];
}

/** The measures of one language as lines to print. */
export function evalReportLines(title: string, measures: Measures): string[] {
  const { milliseconds, outOfScope } = measures;
  return [
    `== ${title}`,
    `accuracy        ${percent(measures.accuracy)}`,
    `out of scope    recall ${percent(outOfScope.recall)}, in-scope turned away ${percent(outOfScope.falseAlarms)}`,
    ...slotLines(measures),
    `calibration     mean error ${(100 * measures.calibrationError).toFixed(1)} points`,
    `time            median ${milliseconds.median.toFixed(3)} ms, p99 ${milliseconds.p99.toFixed(3)} ms an utterance`,
    "decisions",
    ...decisionLines(measures),
    "intents",
    ...measures.perIntent
      .filter(({ accuracy }) => accuracy.of > 0)
      .map(({ intent, accuracy }) => `  ${intent.padEnd(18)}${percent(accuracy)}`),
    "most confused",
    ...measures.confusions.slice(0, 12).map(({ from, to, count }) => `  ${count}  ${from} taken for ${to}`),
  ];
}
