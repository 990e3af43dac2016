/** The texts of a locale file as a translator reads them: sentences with named places, without the code around them. */
import { parse } from "@babel/parser";

/** A place that is filled in when the text is shown: its name in the text, and its code. */
interface Place {
  name: string;
  from: number;
  to: number;
}

/** A string or a template of the file, from `from` to before `to`. */
export interface FoundText {
  /** "Due on {dueDate}: {amount}." A place whose code has no simple name is numbered. */
  text: string;
  places: readonly Place[];
  from: number;
  to: number;
}

type Node = { type: string; start: number; end: number } & Record<string, unknown>;

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && "start" in value;

/** In reading order; an inner text (of a choice within a sentence) follows the one around it. */
export function findTexts(source: string): FoundText[] {
  const { program } = parse(source, { sourceType: "module", plugins: ["typescript"] });
  return textsIn(program, source);
}

function textsIn(node: unknown, source: string): FoundText[] {
  if (Array.isArray(node)) return node.flatMap((one) => textsIn(one, source));
  if (!isNode(node)) return [];
  const inner = spoken(node).flatMap((part) => textsIn(part, source));
  const own = textOf(node, source);
  return own && /\p{L}/u.test(own.text.replace(/\{[^}]*\}/g, "")) ? [own, ...inner] : inner;
}

/** Methods whose arguments are compared with, not said. */
const compares = new Set(["startsWith", "endsWith", "includes", "replace", "split", "match", "indexOf"]);

/** The parts of a node in which something may be said: no types, imports, names, defaults, or what is compared with. */
function spoken(node: Node): unknown[] {
  if (isType(node)) return [node["expression"]];
  if (node.type === "ImportDeclaration") return [];
  if (node.type === "BinaryExpression" && node["operator"] !== "+") return [];
  if (node.type === "ObjectProperty") return [node["value"]];
  if (node.type === "MemberExpression") return [node["object"]];
  if (node.type === "AssignmentPattern") return [node["left"]];
  if (node.type === "CallExpression" && compares.has(methodOf(node))) return [node["callee"]];
  return Object.values(node);
}

const isType = ({ type }: Node): boolean => type.startsWith("TS");

function methodOf({ callee }: Node): string {
  const property = isNode(callee) ? callee["property"] : undefined;
  return isNode(property) ? String(property["name"]) : "";
}

function textOf(node: Node, source: string): FoundText | undefined {
  const range = { from: node.start, to: node.end };
  if (node.type === "StringLiteral") return { text: String(node["value"]), places: [], ...range };
  if (node.type !== "TemplateLiteral") return undefined;
  const quasis = (node["quasis"] as Node[]).map(({ value }) => (value as { cooked: string }).cooked);
  const places = placesOf(node["expressions"] as Node[], source);
  const text = quasis.map((said, at) => said + (places[at] ? `{${places[at].name}}` : "")).join("");
  return { text, places, ...range };
}

function placesOf(expressions: readonly Node[], source: string): Place[] {
  const named = expressions.map((expression, at) => simpleName(expression) ?? String(at + 1));
  const codes = expressions.map(({ start, end }) => source.slice(start, end));
  return expressions.map(({ start, end }, at) => {
    const name = named[at] ?? "";
    const otherThing = named.some((one, other) => one === name && codes[other] !== codes[at]);
    return { name: otherThing ? String(at + 1) : name, from: start, to: end };
  });
}

/** "amount" of `amount`, `claimed.amount` and `yuan(amount)`. */
function simpleName(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === "Identifier") return String(node["name"]);
  if (node.type === "MemberExpression" && node["computed"] === false) return simpleName(node["property"]);
  const given = node.type === "CallExpression" ? (node["arguments"] as unknown[]) : [];
  return given.length === 1 ? simpleName(given[0]) : undefined;
}
