import type { EvalShare, Measures } from "./measure.ts";

function percent({ count, of }: EvalShare): string {
  return of === 0 ? "-" : `${((100 * count) / of).toFixed(1)} % (${count}/${of})`;
}

function outcomeLines({ outcomes }: Measures): string[] {
  return outcomes.map(
    ({ outcome, share, right }) =>
      `  ${outcome.padEnd(16)}${percent(share).padEnd(22)}right intent ${percent(right)}`,
  );
}

function slotLines({ slots }: Measures): string[] {
  if (slots.amount.of + slots.term.of === 0) return [];
  return [`slots exact     amount ${percent(slots.amount)}, term ${percent(slots.term)}`];
}

function topicLines({ topics, grave }: Measures): string[] {
  if (topics.accuracy.of === 0) return [];
  return [
    `topic           right ${percent(topics.accuracy)}, right or offered ${percent(topics.within)}`,
    `grave topics    heard ${percent(grave)}`,
  ];
}

/** The measures of one language as lines to print. */
export function evalReportLines(title: string, measures: Measures): string[] {
  const { milliseconds, outOfScope, wrongActs } = measures;
  return [
    `== ${title}`,
    `intent          ${percent(measures.accuracy)}`,
    ...topicLines(measures),
    `out of scope    recall ${percent(outOfScope.recall)}, in-scope turned away ${percent(outOfScope.falseAlarms)}`,
    `wrong acts      ${percent(wrongActs)}`,
    ...slotLines(measures),
    `time            median ${milliseconds.median.toFixed(3)} ms, p99 ${milliseconds.p99.toFixed(3)} ms an utterance`,
    "outcomes",
    ...outcomeLines(measures),
    "intents",
    ...measures.perIntent
      .filter(({ accuracy }) => accuracy.of > 0)
      .map(({ intent, accuracy }) => `  ${intent.padEnd(18)}${percent(accuracy)}`),
    "topics least understood",
    ...measures.topics.perTopic
      .filter(({ accuracy }) => accuracy.of >= 3)
      .toSorted((a, b) => a.accuracy.count / a.accuracy.of - b.accuracy.count / b.accuracy.of)
      .slice(0, 15)
      .map(({ topic, accuracy }) => `  ${topic.padEnd(34)}${percent(accuracy)}`),
    "most confused",
    ...measures.confusions.slice(0, 12).map(({ from, to, count }) => `  ${count}  ${from} taken for ${to}`),
  ];
}
