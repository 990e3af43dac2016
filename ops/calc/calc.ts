/** `npm run ops -- calc`: the lending core on the command line. */
import { createInterface } from "node:readline";
import { ZodError } from "zod";
import { CalcError, shortened } from "./calc-error.ts";
import { fieldsOf } from "./fields.ts";
import { parseFlags } from "./flags.ts";
import { jsonObject } from "./json-object.ts";
import { renderAnswer, renderHelp, renderOverview } from "./render.ts";
import type { CalcVerb } from "./verb.ts";
import { allocateVerb } from "./verbs/allocate.ts";
import { aprVerb } from "./verbs/apr.ts";
import { bucketsVerb } from "./verbs/buckets.ts";
import { irrVerb } from "./verbs/irr.ts";
import { payoffVerb } from "./verbs/payoff.ts";
import { penaltyVerb } from "./verbs/penalty.ts";
import { rateVerb } from "./verbs/rate.ts";
import { scheduleVerb } from "./verbs/schedule.ts";
import { xirrVerb } from "./verbs/xirr.ts";

const verbs: CalcVerb[] = [
  scheduleVerb,
  payoffVerb,
  aprVerb,
  irrVerb,
  xirrVerb,
  rateVerb,
  allocateVerb,
  penaltyVerb,
  bucketsVerb,
];

export interface CalcStreams {
  input: NodeJS.ReadableStream;
  print(line: string): void;
  complain(line: string): void;
}

/** Runs one command line and gives the exit code: 0, or 2 when the request is none. */
export async function calc(args: string[], streams: CalcStreams): Promise<number> {
  try {
    return await run(args, streams);
  } catch (error) {
    streams.complain(sentenceOf(error));
    return 2;
  }
}

async function run(args: string[], streams: CalcStreams): Promise<number> {
  const name = args[0]?.startsWith("-") ? undefined : args[0];
  const rest = name === undefined ? args : args.slice(1);
  const verb = name === undefined ? undefined : findVerb(name);
  const flags = parseFlags(rest, verb);
  if (flags.jsonl && Object.keys(flags.request).length > 0)
    throw new CalcError(
      `with --jsonl the requests come on stdin: leave out ${Object.keys(flags.request).join(", ")}`,
    );
  if (flags.jsonl) return answerLines(verb, streams);
  if (!verb || flags.help) {
    streams.print(verb ? renderHelp(verb) : renderOverview(verbs));
    return verb || flags.help ? 0 : 2;
  }
  const answer = verb.answer(fieldsOf(flags.request, verb));
  streams.print(flags.json ? JSON.stringify(answer.json, null, 2) : renderAnswer(answer));
  return 0;
}

/**
 * 0; 2 when not one request was answered; 1 when an answer is a bug of ours, which is complained about and held up by
 * nothing.
 */
async function answerLines(verb: CalcVerb | undefined, streams: CalcStreams): Promise<number> {
  const told = { answered: 0, refused: 0, bugs: 0 };
  for await (const line of createInterface({ input: streams.input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const bare = line.replace(/^\uFEFF/, "").trim();
    if (bare === "") continue;
    const { answer, bug } = answerLine(bare, verb);
    streams.print(JSON.stringify(answer));
    if (bug) streams.complain(bug.stack ?? bug.message);
    told[bug ? "bugs" : answer["ok"] === true ? "answered" : "refused"] += 1;
  }
  if (told.bugs > 0) return 1;
  return told.refused > 0 && told.answered === 0 ? 2 : 0;
}

/** `id`, when a request has one, comes back with its answer. */
function answerLine(
  line: string,
  verb: CalcVerb | undefined,
): { answer: Record<string, unknown>; bug?: Error } {
  let id: unknown;
  try {
    const { id: given, ...request } = jsonObject(line);
    id = given;
    const { chosen, fields } = questionOf(request, verb);
    const { json } = chosen.answer(fieldsOf(fields, chosen));
    return { answer: { ...(id !== undefined && { id }), ok: true, calc: chosen.name, ...json } };
  } catch (error) {
    const expected = expectedSentence(error);
    const answer = {
      ...(id !== undefined && { id }),
      ok: false,
      error: expected ?? "a bug: see the complaint",
    };
    return expected === undefined && error instanceof Error ? { answer, bug: error } : { answer };
  }
}

/** What to reckon is named by `calc` (or `what`), or above on the command line. */
function questionOf(
  { calc: name, what = name, ...fields }: Record<string, unknown>,
  verb: CalcVerb | undefined,
): { chosen: CalcVerb; fields: Record<string, unknown> } {
  const chosen = what === undefined ? verb : findVerb(String(what));
  if (!chosen) throw new CalcError(`name what to reckon, as "calc": ${names()}`);
  return { chosen, fields };
}

function findVerb(name: string): CalcVerb {
  const verb = verbs.find((one) => one.name === name);
  if (!verb) throw new CalcError(`no such calculation: ${shortened(name)}; there are ${names()}`);
  return verb;
}

function names(): string {
  return verbs.map(({ name }) => name).join(", ");
}

function sentenceOf(error: unknown): string {
  const expected = expectedSentence(error);
  if (expected === undefined) throw error;
  return expected;
}

/** What was wrong with the request; anything else is a bug. */
function expectedSentence(error: unknown): string | undefined {
  if (error instanceof ZodError) return [...new Set(error.issues.map(issueOf))].join("; ");
  if (error instanceof CalcError || error instanceof RangeError) return error.message;
  return error instanceof SyntaxError ? "the line is not JSON" : undefined;
}

function issueOf(issue: ZodError["issues"][number]): string {
  const { path, message, input } = issue;
  const at = path.length > 0 ? `${path.join(".")}: ` : "";
  if (issue.code === "unrecognized_keys")
    return `${at}nothing here is called ${shortened(issue.keys.join(", "))}`;
  return at + (input === undefined && path.length > 0 ? "is missing" : message);
}
