/** One thing that `calc` reckons. */
import type { z } from "zod";
import type { Option } from "./options.ts";

/** An answer as JSON and as text: facts above, then a table. */
export interface CalcAnswer {
  json: Record<string, unknown>;
  facts: [label: string, value: string][];
  table?: { columns: string[]; rows: string[][] };
}

export interface CalcVerb {
  name: string;
  summary: string;
  options: Option[];
  /** What else to know, a sentence each; told in the help. */
  notes?: string[];
  /** A command line that works, and what it gives. */
  example: { flags: string; gives: string };
  /** Throws ZodError, CalcError or RangeError on a request that is none. */
  answer(request: unknown): CalcAnswer;
}

/** Binds a schema to the function that answers what it has parsed. */
export function answering<Schema extends z.ZodType>(
  schema: Schema,
  answer: (request: z.output<Schema>) => CalcAnswer,
): CalcVerb["answer"] {
  return (request) => answer(schema.parse(request, { reportInput: true }));
}
