/** The house's own source files as parsed modules: what the checks of this folder measure. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { parseSync } from "@swc/core";

export const root = join(import.meta.dirname, "../..");

/** The rooms of the product; `bench`, `docs` and `test` look at it from outside. */
const rooms = ["bot", "machines", "domain", "db", "partners", "ops", "inspector"];

export interface Source {
  /** From the top of the repository. */
  path: string;
  text: string;
  /** The files it takes values from: what has types alone is gone at run time. */
  imports: string[];
  functions: { name: string; line: number; lines: number }[];
  patterns: { line: number; length: number }[];
}

/** Everything that is tracked or about to be, under the given folders. */
export function filesIn(...folders: string[]): string[] {
  const listed = execFileSync(
    "git",
    ["ls-files", "--cached", "--others", "--exclude-standard", "--", ...folders],
    {
      cwd: root,
      encoding: "utf8",
    },
  );
  return listed.split("\n").filter((path) => path !== "");
}

interface Node {
  type: string;
  span?: { start: number; end: number };
  [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

function walk(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) for (const one of value) walk(one, see);
  else if (typeof value === "object" && value !== null) {
    if (isNode(value)) see(value);
    for (const inner of Object.values(value)) walk(inner, see);
  }
}

const functionTypes: ReadonlySet<string> = new Set([
  "FunctionDeclaration",
  "FunctionExpression",
  "ArrowFunctionExpression",
  "ClassMethod",
  "PrivateMethod",
  "Constructor",
  "MethodProperty",
]);

function importsOf(path: string, module: Node): string[] {
  const found: string[] = [];
  for (const item of module["body"] as Node[]) {
    const source = (item["source"] as { value: string } | null | undefined)?.value;
    if (!source?.startsWith(".") || item["typeOnly"] === true || item["isTypeOnly"] === true) continue;
    const specifiers = (item["specifiers"] ?? []) as Node[];
    const typesAlone = specifiers.length > 0 && specifiers.every((one) => one["isTypeOnly"] === true);
    if (!typesAlone) found.push(normalize(join(dirname(path), source)));
  }
  return found;
}

/** Positions in swc count bytes and run on from file to file: the module's own start is taken off. */
function readSource(path: string): Source {
  const text = readFileSync(join(root, path), "utf8");
  const bytes = Buffer.from(text);
  const module = parseSync(text, { syntax: "typescript", target: "es2022" }) as unknown as Node;
  // An empty line and comments at the top are not part of a module's span, its end is: it is counted from there.
  const origin = (module.span?.end ?? 0) - bytes.length;
  const lineAt = (position: number): number =>
    bytes
      .subarray(0, position - origin)
      .toString()
      .split("\n").length;
  const functions: Source["functions"] = [];
  const patterns: Source["patterns"] = [];
  walk(module["body"], (node) => {
    if (!node.span) return;
    const line = lineAt(node.span.start);
    if (node.type === "RegExpLiteral") patterns.push({ line, length: String(node["pattern"]).length });
    if (!functionTypes.has(node.type)) return;
    const identifier = (node["identifier"] ?? node["key"]) as { value?: string } | null | undefined;
    functions.push({ name: identifier?.value ?? "", line, lines: lineAt(node.span.end) - line + 1 });
  });
  return { path, text, imports: importsOf(path, module), functions, patterns };
}

export const sources = (): Source[] =>
  filesIn(...rooms)
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"))
    .map(readSource);
