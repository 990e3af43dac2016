/** "How much in total for 10000 over 10 months?", asked before there is a quote: the rate, with an example. */
import type { LoanExample } from "../../../machines/message-kinds.ts";
import { findTopic } from "../../knowledge/topics.ts";
import type { Reading } from "../../reading/reading.ts";
import { readSlots } from "../replies/slots.ts";
import type { Situation, Understanding } from "../situation.ts";
import { asksTotal, underWay } from "./payment-questions.ts";

const eachMonth =
  /(?:每个?月|每期|一个?月|一期|月供)(?:大概|大约|差不多|需要|应该|要|得|该|是)*(?:还|付|交|供)?(?:款|得|要)?(?:多少|几(?!号|日))|how much.{0,24}(?:\b(?:a|per|each|every) month|\bmonthly)|monthly payments?/;
const toPayBack = /(?:还|付)(?:款|得|要)?(?:多少|几)|\bpay(?:ing)? (?:it )?back\b/;
const lending = /借|贷|borrow|loan|lend/;

function figuresOf({ text, quantities }: Reading): LoanExample {
  const { amount, installments } = readSlots({ text, quantities, sense: "by-size", known: {} }).request;
  const isTerm = installments !== undefined && installments > 1;
  return { ...(amount !== undefined && { amount }), ...(isTerm && { installments }) };
}

function asksCost({ text }: Reading, named: LoanExample, { path, context }: Situation): boolean {
  const isNamed = Object.keys(named).length > 0;
  const ofNewLoan = isNamed || context.loans.length === 0 || underWay.test(path);
  return ofNewLoan && (asksTotal(text, isNamed) || eachMonth.test(text) || toPayBack.test(text));
}

/** Figures that were just asked for complete the example. */
function completed(reading: Reading, { path, context }: Situation): Understanding | undefined {
  const answer = context.notices.find(({ kind }) => kind === "answer");
  if (answer?.kind !== "answer" || !answer.example) return undefined;
  if (!/^(?:idle|locatingEntry)/.test(path) || lending.test(reading.text)) return undefined;
  const example = { ...answer.example, ...figuresOf(reading) };
  return {
    event: { type: "ask", topic: answer.topic, example },
    alternatives: [{ type: "borrow", ...example }],
  };
}

/** Takes a message and what it was understood as. */
export function withExample(read: Understanding, reading: Reading, situation: Situation): Understanding {
  const { event } = read;
  if (situation.context.quote !== null) return read;
  if (event.type === "borrow") return completed(reading, situation) ?? read;
  if (event.type !== "ask" || findTopic(event.topic)?.reckons !== true) return read;
  const example = figuresOf(reading);
  return asksCost(reading, example, situation) ? { ...read, event: { ...event, example } } : read;
}
