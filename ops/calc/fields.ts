/** A request's fields by their names: other spellings are taken, and one that nothing is called is told of. */
import { CalcError, shortened } from "./calc-error.ts";
import type { Option } from "./options.ts";
import type { CalcVerb } from "./verb.ts";

/** The fields as the verb's options call them; what is null is left out. Throws CalcError on any other. */
export function fieldsOf(given: Record<string, unknown>, verb: CalcVerb): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    const option = optionCalled(name, verb.options);
    if (!option) throw new CalcError(noSuchName(name, verb));
    if (value === null) continue;
    if (option.key in fields) throw new CalcError(`${option.key} is given twice, once as ${shortened(name)}`);
    fields[option.key] = option.kind === "list" ? listOf(value) : value;
  }
  return fields;
}

/** "daily-rate", "daily_rate" and "dailyRate" are one name. */
function optionCalled(name: string, options: readonly Option[]): Option | undefined {
  const camel = name.replaceAll(/[-_](\w)/g, (_, letter: string) => letter.toUpperCase());
  const isNamed = (option: Option, by: (called: string) => string) =>
    [option.key, ...(option.also ?? [])].some((called) => by(called) === by(camel));
  return (
    options.find((option) => isNamed(option, (called) => called)) ??
    options.find((option) => isNamed(option, (called) => called.toLowerCase()))
  );
}

export function noSuchName(name: string, { name: verb, options }: CalcVerb): string {
  const near = nearest(
    name,
    options.flatMap(({ key, also = [] }) => [key, ...also].map((called) => [called, key])),
  );
  const hint =
    near.length > 0 ? `did you mean ${near.join(" or ")}?` : `calc ${verb} --help lists what there is`;
  return `${verb} knows nothing called ${shortened(name)}; ${hint}`;
}

/** No name is nearly as long: longer ones are not compared. */
const longestName = 60;

/** Keys whose names are a slip away, or have the name in them. */
function nearest(name: string, called: string[][]): string[] {
  const word = name.toLowerCase();
  if (word.length > longestName) return [];
  const slips = called.map(([one = "", key = ""]) => ({ key, by: distance(word, one.toLowerCase()) }));
  const least = Math.min(...slips.map(({ by }) => by));
  const close = slips.filter(({ by }) => by === least && by <= Math.max(1, Math.floor(word.length / 3)));
  const within = called.filter(([one = ""]) => one.toLowerCase().includes(word));
  return [...new Set(close.length > 0 ? close.map(({ key }) => key) : within.map(([, key = ""]) => key))];
}

/** Levenshtein's. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      const changed = (row[j] ?? 0) + (b[j] === letter ? 0 : 1);
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, changed));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** "a, b" is the list of both; what stands alone is a list of one. */
function listOf(value: unknown): unknown {
  if (typeof value === "string") return value.split(/[,>]/).map((one) => one.trim());
  return Array.isArray(value) ? value : [value];
}
