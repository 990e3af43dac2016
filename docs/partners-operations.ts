/** The part of docs/partners.md that is the table of operations, in words for a lender's engineer. */
import { z } from "zod";
import { commandDefinitions } from "../bot/commands/commands.ts";
import { secondsTried } from "../db/jobs/tries.ts";
import type { AnswerDefinition, OperationDefinition } from "../partners/operation-definition.ts";
import { type OperationName, operationNames, operations } from "../partners/operations.ts";

const beginning = "<!-- operations: written by `npm run partners:document` -->";
const end = "<!-- /operations -->";

/** The document with the operations as the table has them. Throws where its marks are missing. */
export function withOperations(document: string): string {
  const [before, rest] = document.split(beginning);
  const [, after] = rest?.split(end) ?? [];
  if (before === undefined || after === undefined)
    throw new Error(`the document has no ${beginning} … ${end}`);
  const sections = operationNames.map(sectionOf).join("\n");
  return `${before}${beginning}\n\n${contents()}\n\n${sections}\n${end}${after}`;
}

function contents(): string {
  const rows = operationNames.map((name) => {
    const { service, path, does } = operations[name];
    return `| \`${path}\` | ${service} | ${does} |`;
  });
  return ["| path | service | |", "|---|---|---|", ...rows].join("\n");
}

const always = { borrowerId: "0191f0aa-7c3a-7a64-9d2a-0d5f5a6f3f10", at: "2026-11-10T10:00:00+08:00" };

function sectionOf(name: OperationName): string {
  const operation: OperationDefinition = operations[name];
  const { path, does, request, answers, repeated, withinSeconds } = operation;
  return `${[
    `### \`POST ${path}\``,
    does,
    [
      `- In the code: \`${name}\`.`,
      `- A repeated key: ${repeatedWords[repeated]}.`,
      `- Waited for: ${withinSeconds} seconds.${askedWords(name)}`,
    ].join("\n"),
    jsonBlock({ ...always, ...request.example }),
    ...fieldTable(request.fields),
    ...answerTable(answers),
    ...longAnswers(answers),
  ].join("\n\n")}\n`;
}

const repeatedWords: Record<OperationDefinition["repeated"], string> = {
  "same-answer": "done once, and answered as before",
  "fresh-answer": "answered with what is true by then; nothing is done but reading",
};

/** What a lender has to expect when they do not answer. */
function askedWords(name: OperationName): string {
  const asking = Object.values(commandDefinitions).filter(({ asks }) => asks.includes(name));
  const tries = Math.max(...asking.map((command) => command.tries));
  if (asking.length === 0) return "";
  const money = asking.some(({ movesMoney }) => movesMoney);
  return money
    ? ` Money may have moved: asked until the answer is known, ${tries} times within ${lasting(tries)}.`
    : ` Asked ${tries} times within ${lasting(tries)}, then given up.`;
}

function lasting(tries: number): string {
  const seconds = secondsTried(tries);
  return seconds < 120 ? `${Math.round(seconds)} seconds` : `${Math.round(seconds / 86_400)} days`;
}

function fieldTable(fields: z.ZodRawShape): string[] {
  const described = Object.entries(fields).flatMap(([field, schema]) => {
    const { description } = z.toJSONSchema(schema as z.ZodType, { unrepresentable: "any" });
    return description === undefined ? [] : [`| \`${field}\`${inside(schema)} | ${description} |`];
  });
  return described.length === 0 ? [] : [["| field | |", "|---|---|", ...described].join("\n")];
}

/** The values or the inner fields of a field, where they are few. */
function inside(schema: z.ZodRawShape[string]): string {
  const { enum: values, properties } = z.toJSONSchema(schema as z.ZodType, { unrepresentable: "any" });
  const names = values ?? (properties && Object.keys(properties));
  return names ? ` (${names.map((one) => `\`${String(one)}\``).join(", ")})` : "";
}

const short = ({ example }: AnswerDefinition): boolean => JSON.stringify(example).length <= 110;

function answerTable(answers: OperationDefinition["answers"]): string[] {
  const rows = Object.values(answers)
    .filter(short)
    .map(({ example, when }) => `| \`${JSON.stringify(example)}\` | ${when ?? ""} |`);
  return rows.length === 0 ? [] : [["| answer | when |", "|---|---|", ...rows].join("\n")];
}

const longAnswers = (answers: OperationDefinition["answers"]): string[] =>
  Object.entries(answers)
    .filter(([, one]) => !short(one))
    .map(([name, { example }]) => `Answered (${name}):\n\n${jsonBlock(example, 2)}`);

const jsonBlock = (value: unknown, indent?: number): string =>
  `\`\`\`json\n${JSON.stringify(value, null, indent)}\n\`\`\``;
