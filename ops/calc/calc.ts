/** `npm run ops -- calc`: the lending core on the command line. */
import { createInterface } from "node:readline";
import { ZodError } from "zod";
import { CalcError } from "./calc-error.ts";
import { parseFlags } from "./flags.ts";
import { renderAnswer, renderHelp, renderOverview } from "./render.ts";
import type { Verb } from "./verb.ts";
import { allocate } from "./verbs/allocate.ts";
import { apr } from "./verbs/apr.ts";
import { buckets } from "./verbs/buckets.ts";
import { irr } from "./verbs/irr.ts";
import { payoff } from "./verbs/payoff.ts";
import { penalty } from "./verbs/penalty.ts";
import { rate } from "./verbs/rate.ts";
import { schedule } from "./verbs/schedule.ts";
import { xirr } from "./verbs/xirr.ts";

const verbs: Verb[] = [schedule, payoff, apr, irr, xirr, rate, allocate, penalty, buckets];

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
  const flags = parseFlags(rest, verb?.options ?? []);
  if (flags.jsonl) return answerLines(verb, streams);
  if (!verb || flags.help) {
    streams.print(verb ? renderHelp(verb) : renderOverview(verbs));
    return verb || flags.help ? 0 : 2;
  }
  const answer = verb.answer(flags.request);
  streams.print(flags.json ? JSON.stringify(answer.json, null, 2) : renderAnswer(answer));
  return 0;
}

async function answerLines(verb: Verb | undefined, streams: CalcStreams): Promise<number> {
  for await (const line of createInterface({ input: streams.input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== "") streams.print(JSON.stringify(answerLine(line, verb)));
  }
  return 0;
}

/** `id`, when a request has one, comes back with its answer. */
function answerLine(line: string, verb: Verb | undefined): Record<string, unknown> {
  let id: unknown;
  try {
    const { calc: name, id: given, ...request } = objectOf(line);
    id = given;
    const chosen = name === undefined ? verb : findVerb(String(name));
    if (!chosen) throw new CalcError(`name what to reckon: ${names()}`);
    return { ...(id !== undefined && { id }), ok: true, calc: chosen.name, ...chosen.answer(request).json };
  } catch (error) {
    return { ...(id !== undefined && { id }), ok: false, error: sentenceOf(error) };
  }
}

function objectOf(line: string): Record<string, unknown> {
  const parsed: unknown = JSON.parse(line);
  if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)) return { ...parsed };
  throw new CalcError("a request is a JSON object");
}

function findVerb(name: string): Verb {
  const verb = verbs.find((one) => one.name === name);
  if (!verb) throw new CalcError(`no such calculation: ${name}; there are ${names()}`);
  return verb;
}

function names(): string {
  return verbs.map(({ name }) => name).join(", ");
}

/** What was wrong with the request; anything else is a bug and is thrown on. */
function sentenceOf(error: unknown): string {
  if (error instanceof ZodError) return error.issues.map(issueOf).join("; ");
  if (error instanceof CalcError || error instanceof RangeError) return error.message;
  if (error instanceof SyntaxError) return "the line is not JSON";
  throw error;
}

function issueOf({ path, message }: ZodError["issues"][number]): string {
  const said = message.endsWith("received undefined") ? "is missing" : message;
  return path.length > 0 ? `${path.join(".")}: ${said}` : said;
}
