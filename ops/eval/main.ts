/** npm run eval: how well borrowers' sentences are understood, on any file of labelled utterances. */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { allTopics } from "../../bot/knowledge/topics.ts";
import { modelFile, packModel } from "../../bot/understanding/intents/model-file.ts";
import { packTopicModel, topicModelFile } from "../../bot/understanding/topics/topic-model-file.ts";
import { readSentences } from "../../bot/understanding/training/read-sentences.ts";
import { topicSentences } from "../../bot/understanding/training/topic-sentences.ts";
import { trainIntents, trainRecogniser } from "../../bot/understanding/training/train-recogniser.ts";
import { isRight, isTopicRight, measure } from "./measure.ts";
import { crossValidate, type Prediction, predictAll } from "./predict.ts";
import { readExpectedReplies } from "./replies/expectations.ts";
import { judgeReply } from "./replies/judge-replies.ts";
import { repliesReport, replyLines } from "./replies/report-replies.ts";
import { evalReportLines } from "./report.ts";
import { type LeftOut, readUtterances, unseenUtterances } from "./utterances.ts";

const usage = `npm run eval -- FILE.jsonl [--topics FILE] [--folds N] [--errors] [--json]
npm run eval -- --unseen [--errors] [--json]
npm run eval -- --replies FILE.jsonl [--errors]
npm run eval -- --train

  FILE.jsonl  one object a line: text, lang (zh or en), intent; also, amount and term_months where given;
              lines that are not of the format are named and left out
  --topics FILE  the topics of its lines: line, topic, also
  --folds N   cross-validation: each part is judged by a model of our own sentences and the other parts
              (without it the shipped weights are judged, which were made from our own sentences only)
  --errors    lists what was misunderstood
  --json      prints the figures as one JSON object
  --unseen    judges the sentences that stand with the topics and that nothing is learnt from
  --replies   each line through the turn itself, as a borrower of its state gets it: text, lang, state, topic, and
              where given facts (figures that must be told), says and never (words); with --errors the replies
              that are wrong are printed in full, with --all every one
  --train     makes the shipped weights anew from the sentences of bot/knowledge/topics`;

const languages = ["zh", "en"] as const;
const names = { zh: "Chinese", en: "English" };

function trainShipped(): void {
  for (const language of languages) {
    const sentences = readSentences(language);
    writeFileSync(modelFile(language), packModel(trainIntents(language, allTopics())));
    const model = trainRecogniser(language, allTopics());
    writeFileSync(topicModelFile(language), packTopicModel(model));
    console.log(
      `${names[language]}: ${model.topics.length} topics, weights made from ${topicSentences(allTopics(), language).length + sentences.length} sentences of our own`,
    );
  }
}

/** To where errors go, so that --json stays one object. */
function printLeftOut(leftOut: readonly LeftOut[]): void {
  if (leftOut.length === 0) return;
  console.error(
    `Left out, since ${leftOut.length === 1 ? "it is" : "they are"} not of the format: ${leftOut.length}`,
  );
  for (const { place, reason } of leftOut.slice(0, 10)) console.error(`  ${place}: ${reason}`);
}

function printErrors(predictions: readonly Prediction[]): void {
  console.log("== misunderstood");
  for (const one of predictions) {
    const { utterance, outcome, topics, offered } = one;
    const right = utterance.topic === undefined ? isRight(one) : isTopicRight(one);
    if (right) continue;
    const got = [topics.join("/") || "nothing", ...offered].join(", ");
    console.log(
      `  ${isRight(one) ? "~" : "x"} ${utterance.topic ?? utterance.intent} -> ${outcome}: ${got} | ${utterance.text}`,
    );
  }
}

function print(predictions: readonly Prediction[], json: boolean): void {
  const parts = languages.map((language) => ({
    title: names[language],
    measures: measure(predictions.filter(({ utterance }) => utterance.lang === language)),
  }));
  if (json)
    console.log(JSON.stringify(Object.fromEntries(parts.map(({ title, measures }) => [title, measures]))));
  else
    for (const { title, measures } of parts)
      console.log([...evalReportLines(title, measures), ""].join("\n"));
}

const options = {
  folds: { type: "string" },
  topics: { type: "string" },
  errors: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  train: { type: "boolean", default: false },
  replies: { type: "boolean", default: false },
  all: { type: "boolean", default: false },
  unseen: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

function foldsFrom(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const folds = Number(given);
  if (!(Number.isInteger(folds) && folds >= 2))
    throw new RangeError("--folds takes a whole number of at least 2");
  return folds;
}

function evaluate(
  file: string,
  values: { folds?: string; topics?: string; errors: boolean; json: boolean },
): void {
  const folds = foldsFrom(values.folds);
  const { utterances, leftOut } = readUtterances(file, values.topics);
  printLeftOut(leftOut);
  const predictions = folds === undefined ? predictAll(utterances) : crossValidate(utterances, folds);
  report(predictions, values);
}

function report(
  predictions: readonly Prediction[],
  { json, errors }: { json: boolean; errors: boolean },
): void {
  print(predictions, json);
  if (errors) printErrors(predictions);
}

function evaluateReplies(file: string, { errors, all }: { errors: boolean; all: boolean }): void {
  const judged = readExpectedReplies(file).map(judgeReply);
  const shown = judged.filter(
    ({ topic, faults }) => all || (errors && (topic === "wrong" || faults.length > 0)),
  );
  for (const one of shown) console.log(replyLines(one).join("\n"));
  console.log(repliesReport(judged).join("\n"));
}

function main(): void {
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  const [file] = positionals;
  if (values.train) trainShipped();
  else if (values.unseen) report(predictAll(unseenUtterances()), values);
  else if (file === undefined || values.help) console.log(usage);
  else if (values.replies) evaluateReplies(file, values);
  else evaluate(file, values);
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
