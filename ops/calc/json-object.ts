/** A line of JSON as the object that it is. */
import { CalcError, shortened } from "./calc-error.ts";

/** Throws SyntaxError on what is no JSON, CalcError on what is no object or says a name twice. */
export function jsonObject(line: string): Record<string, unknown> {
  const parsed: unknown = JSON.parse(line);
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed))
    throw new CalcError("a request is a JSON object");
  const twice = nameGivenTwice(line);
  if (twice !== undefined) throw new CalcError(`${shortened(twice)} is given twice`);
  return { ...parsed };
}

/** A name that one object of valid JSON has twice: JSON.parse would take the last and say nothing. */
function nameGivenTwice(json: string): string | undefined {
  const open: Set<string>[] = [];
  let text = "";
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}:]/g)) {
    if (token === "{") open.push(new Set());
    else if (token === "}") open.pop();
    else if (token !== ":") text = String(JSON.parse(token));
    else if (open.at(-1)?.has(text)) return text;
    else open.at(-1)?.add(text);
  }
  return undefined;
}
