import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { measure } from "../../../ops/eval/measure.ts";
import { type Prediction, predictAll } from "../../../ops/eval/predict.ts";
import { readUtterances, type Utterance } from "../../../ops/eval/utterances.ts";

function fileOf(lines: string[]): string {
  const file = join(mkdtempSync(join(tmpdir(), "jiedao-eval-")), "utterances.jsonl");
  writeFileSync(file, lines.join("\n"));
  return file;
}

function predicted(
  label: Utterance["intent"],
  intent: Utterance["intent"],
  also: Utterance["also"] = [],
): Prediction {
  return {
    utterance: { text: "…", lang: "zh", intent: label, also, alsoTopics: [] },
    ...{ outcome: "answered", topics: [], intents: [intent], offered: [], acted: undefined },
    ...{ amount: undefined, installments: undefined, milliseconds: 1 },
  };
}

describe("npm run eval", () => {
  it("counts a label that is equally right as right", () => {
    const measures = measure([
      predicted("repay", "repay"),
      predicted("repay", "repay_method", ["repay_method"]),
      predicted("repay", "overdue"),
      predicted("out_of_scope", "out_of_scope"),
      predicted("ask_limit", "out_of_scope"),
    ]);
    expect(measures.accuracy).toEqual({ count: 3, of: 5 });
    expect(measures.outOfScope).toEqual({ recall: { count: 1, of: 1 }, falseAlarms: { count: 1, of: 4 } });
    expect(measures.confusions).toEqual([
      { from: "repay", to: "overdue", count: 1 },
      { from: "ask_limit", to: "out_of_scope", count: 1 },
    ]);
  });
  it("counts by topic: what was answered, what was offered besides, and griefs apart", () => {
    const of = (topic: string, topics: string[], offered: string[] = []): Prediction => {
      const one = predicted("overdue", "overdue");
      return { ...one, utterance: { ...one.utterance, topic }, topics, offered };
    };
    const { topics, grave, wrongActs } = measure([
      of("penalty-how", ["penalty-how"]),
      of("penalty-how", ["penalty-what"], ["penalty-how"]),
      of("distress", ["cannot-pay"]),
      { ...predicted("cancel", "repay"), acted: "repay" },
    ]);
    expect(topics.accuracy).toEqual({ count: 1, of: 3 });
    expect(topics.within).toEqual({ count: 2, of: 3 });
    expect(grave).toEqual({ count: 0, of: 1 });
    expect(wrongActs).toEqual({ count: 1, of: 4 });
  });
  it("takes the topics of a file's lines from a file beside it", () => {
    const file = fileOf(['{"text": "能提前还吗", "intent": "repay"}']);
    const labels = fileOf(['{"line": 1, "topic": "repay-early-allowed", "also": ["early-payoff-interest"]}']);
    expect(readUtterances(file, labels).utterances[0]).toMatchObject({
      ...{ topic: "repay-early-allowed", alsoTopics: ["early-payoff-interest"] },
    });
  });
  it("reads a file it has never seen, slots included", () => {
    const file = fileOf([
      '{"text": "借两万分10期", "lang": "zh", "intent": "apply_loan", "amount": 20000, "term_months": 10, "source": "ours"}',
      '{"text": "lend me 5k over a year", "lang": "en", "intent": "apply_loan", "amount": "5000", "term_months": 12}',
      "",
    ]);
    const measures = measure(predictAll(readUtterances(file).utterances));
    expect(measures.accuracy).toEqual({ count: 2, of: 2 });
    expect(measures.slots).toEqual({ amount: { count: 2, of: 2 }, term: { count: 2, of: 2 } });
  });
  it("reads files as other programs write them: byte order mark, Windows line ends, empty lines, no language", () => {
    const file = fileOf([
      '\uFEFF{"text": "借两万分10期", "intent": "apply_loan", "also": null, "amount": "20,000.00", "term_months": "10个月"}\r',
      "\r",
      '{"text": "lend me 5k", "intent": "apply_loan", "also": "ask_limit", "amount": null, "term_months": null}\r',
    ]);
    expect(readUtterances(file)).toEqual({
      utterances: [
        {
          text: "借两万分10期",
          lang: "zh",
          intent: "apply_loan",
          also: [],
          alsoTopics: [],
          amount: "20000",
          term_months: 10,
        },
        { text: "lend me 5k", lang: "en", intent: "apply_loan", also: ["ask_limit"], alsoTopics: [] },
      ],
      leftOut: [],
    });
  });
  it("leaves out lines that are not of the format, by their number and with the reason", () => {
    const file = fileOf([
      '{"text": "hi", "lang": "en", "intent": "greeting_help"}',
      '{"text": "hi", "lang": "en", "intent": "small_talk"}',
      "not json",
      '{"text": " ", "lang": "zh", "intent": "repay"}',
      '{"text": "借点", "lang": "zh", "intent": "apply_loan", "amount": "some"}',
    ]);
    const { utterances, leftOut } = readUtterances(file);
    expect(utterances).toHaveLength(1);
    expect(leftOut.map(({ place, reason }) => `${place.slice(file.length)} ${reason}`)).toEqual([
      ':2 intent: "small_talk" is no label we know',
      ":3 not a line of JSON",
      ":4 text: is empty",
      ':5 amount: "some" is no figure',
    ]);
  });
  it("says so when nothing is left, or there is no file", () => {
    expect(() => readUtterances(fileOf(["not json"]))).toThrow(
      /no line that can be judged; .*:1: not a line of JSON/,
    );
    expect(() => readUtterances(fileOf([""]))).toThrow(/no line that can be judged$/);
    expect(() => readUtterances("/nowhere.jsonl")).toThrow(/cannot be read/);
  });
});

describe("the shipped weights, on utterances written after the sentences they were made from", () => {
  const { utterances } = readUtterances("test/understanding/unseen-utterances.jsonl");
  it.each(["zh", "en"] as const)("%s: nine of ten right, and few turned away", (lang) => {
    const { accuracy, outOfScope } = measure(predictAll(utterances.filter((one) => one.lang === lang)));
    expect(accuracy.count / accuracy.of).toBeGreaterThanOrEqual(lang === "zh" ? 0.9 : 0.87);
    expect(outOfScope.recall.count / outOfScope.recall.of).toBeGreaterThanOrEqual(0.85);
    expect(outOfScope.falseAlarms.count / outOfScope.falseAlarms.of).toBeLessThanOrEqual(0.05);
  });
});
