/** Flags of a command line as the JSON request they stand for. */
import { parseArgs } from "node:util";
import { CalcError } from "./calc-error.ts";
import { noSuchName } from "./fields.ts";
import { kebab } from "./options.ts";
import type { CalcVerb } from "./verb.ts";

export interface Flags {
  request: Record<string, unknown>;
  json: boolean;
  jsonl: boolean;
  help: boolean;
}

type ParseOptions = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>["options"]>;

const common: ParseOptions = {
  json: { type: "boolean" },
  jsonl: { type: "boolean" },
  help: { type: "boolean", short: "h" },
};

/** Throws CalcError on a flag that the verb does not have. */
export function parseFlags(args: string[], verb: CalcVerb | undefined): Flags {
  const known = (verb?.options ?? []).flatMap((option) =>
    [option.key, ...(option.also ?? [])].map((name) => [
      kebab(name),
      { type: option.kind === "switch" ? ("boolean" as const) : ("string" as const) },
    ]),
  );
  const { json, jsonl, help, ...request } = parse(withNegatives(args), verb, {
    ...Object.fromEntries(known),
    ...common,
  });
  return { request, json: json === true, jsonl: jsonl === true, help: help === true };
}

function parse(args: string[], verb: CalcVerb | undefined, options: ParseOptions): Record<string, unknown> {
  try {
    const { values, tokens } = parseArgs({
      args,
      options,
      strict: true,
      allowPositionals: false,
      tokens: true,
    });
    const names = tokens.flatMap((token) => (token.kind === "option" ? [token.name] : []));
    const twice = names.find((name, index) => names.indexOf(name) < index);
    if (twice !== undefined) throw new CalcError(`--${twice} is given twice`);
    return { ...values };
  } catch (error) {
    if (error instanceof CalcError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    const [, unknown] = /^Unknown option '-*([\w-]+)'/.exec(message) ?? [];
    throw new CalcError(unknown !== undefined && verb ? noSuchName(unknown, verb) : message);
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
