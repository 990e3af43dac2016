/** What keeps the house one where everything is found: measured over the sources as they stand. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { filesIn, root, sources } from "./sources.ts";

const house = sources();

/** Data: conversations that are played, sentences, message files, migrations, and what drizzle keeps of them. */
const data =
  /^(test\/conversations|db\/migrations|bot\/locales|bot\/understanding\/data|docs\/decisions)(\/|$)/;

describe("a folder", () => {
  it("holds at most 20 files, data aside", () => {
    const counts = new Map<string, number>();
    for (const path of filesIn(
      "bot",
      "machines",
      "domain",
      "db",
      "partners",
      "ops",
      "inspector",
      "bench",
      "docs",
      "test",
    ))
      counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
    expect([...counts].filter(([folder, count]) => count > 20 && !data.test(folder))).toEqual([]);
  });
});

describe("a function", () => {
  it("is at most 60 lines long", () => {
    const long = house.flatMap(({ path, functions }) =>
      functions
        .filter(({ lines }) => lines > 60)
        .map(({ name, line, lines }) => `${path}:${line} ${name} ${lines}`),
    );
    expect(long).toEqual([]);
  });
});

describe("a chain of imports", () => {
  const importsOf = new Map(house.map(({ path, imports }) => [path, imports]));
  const known = new Map<string, string[]>();
  /** The longest way from a file to one that imports nothing. Throws on a circle, which lint refuses as well. */
  function longestFrom(path: string, behind: readonly string[] = []): string[] {
    if (behind.includes(path)) throw new Error(`a circle of imports: ${[...behind, path].join(" -> ")}`);
    const found = known.get(path);
    if (found) return found;
    const ways = (importsOf.get(path) ?? []).map((next) => longestFrom(next, [...behind, path]));
    const way = [path, ...(ways.toSorted((a, b) => b.length - a.length)[0] ?? [])];
    known.set(path, way);
    return way;
  }

  it("passes through at most 20 files, types aside", () => {
    const longest =
      house.map(({ path }) => longestFrom(path)).toSorted((a, b) => b.length - a.length)[0] ?? [];
    expect(longest.length, longest.join("\n  -> ")).toBeLessThanOrEqual(20);
  });
});

describe("a regular expression", () => {
  const longest = 80;
  /** Where quantities and words are spelt. */
  const free = /^bot\/reading\/quantities\/|\/lexicon/;

  it("is at most 80 characters long, but for those listed, of which there are fewer each time", () => {
    const ceilings: Record<string, number> = JSON.parse(
      readFileSync(join(root, "test/house/long-patterns.json"), "utf8"),
    );
    const found = house
      .filter(({ path }) => !free.test(path))
      .map(({ path, patterns }) => [path, patterns.filter(({ length }) => length > longest).length] as const)
      .filter(([, count]) => count > 0);
    expect(Object.fromEntries(found), "more than listed is refused; fewer: lower the list").toEqual(ceilings);
  });
});

describe("an exported name", () => {
  /** Said in two rooms of one thing: the journey asks for an operation, a performer carries it out, the sandbox answers. */
  const shared = new Set<string>(
    JSON.parse(readFileSync(join(root, "test/house/shared-names.json"), "utf8")),
  );

  it("means one thing: it is declared once, languages and the listed aside", () => {
    const places = new Map<string, Set<string>>();
    for (const { path, text } of house.filter(({ path }) => !path.startsWith("bot/locales/")))
      for (const [, name = ""] of text.matchAll(
        /^export (?:async )?(?:const|function|interface|type|class) (\w+)/gm,
      ))
        places.set(name, (places.get(name) ?? new Set()).add(path));
    const several = [...places].filter(([name, paths]) => paths.size > 1 && !shared.has(name));
    expect(several.map(([name, paths]) => `${name}: ${[...paths].join(", ")}`)).toEqual([]);
  });
});
