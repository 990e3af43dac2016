/** Flags of a command line as the JSON request they stand for. */
import { parseArgs } from "node:util";
import { CalcError } from "./calc-error.ts";
import { flagOf, type Option } from "./options.ts";

export interface Flags {
  request: Record<string, unknown>;
  json: boolean;
  jsonl: boolean;
  help: boolean;
}

/** Throws CalcError on a flag that the verb does not have. */
export function parseFlags(args: string[], options: Option[]): Flags {
  const known = options.map((option) => [
    flagOf(option),
    { type: option.kind === "switch" ? ("boolean" as const) : ("string" as const) },
  ]);
  const common = {
    json: { type: "boolean" },
    jsonl: { type: "boolean" },
    help: { type: "boolean", short: "h" },
  };
  const values = parse(withNegatives(args), { ...Object.fromEntries(known), ...common });
  const request: Record<string, unknown> = {};
  for (const option of options) {
    const value = values[flagOf(option)];
    if (value !== undefined) request[option.key] = option.kind === "list" ? String(value).split(",") : value;
  }
  return {
    request,
    json: values["json"] === true,
    jsonl: values["jsonl"] === true,
    help: values["help"] === true,
  };
}

function parse(
  args: string[],
  options: NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>["options"]>,
): Record<string, unknown> {
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new CalcError(error instanceof Error ? error.message : String(error));
  }
}

/** "--flows -99000" is a figure after its flag, not another flag. */
function withNegatives(args: string[]): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    const flag = joined.at(-1);
    if (/^-\d/.test(arg) && flag?.startsWith("--") && !flag.includes("="))
      joined[joined.length - 1] = `${flag}=${arg}`;
    else joined.push(arg);
  }
  return joined;
}
