/** docs/recipes.md, "A language": its steps, done to a copy of the sources. */
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TextLine } from "../../ops/texts/locale-files.ts";
import { pseudo, pseudoCode, pseudoHints, pseudoLine } from "./pseudo-language.ts";
import { copySources, type SourceCopy } from "./source-copy.ts";

const suites = ["test/views/{stages,choices}/*.test.ts", "test/media/calendar-picture.test.ts"];
const tool = "ops/texts/main.ts";

/** Gives what the tool says of it. */
async function addLanguage(copy: SourceCopy): Promise<string> {
  const { at } = copy;
  const folder = join(at, "bot/locales", pseudoCode);
  cpSync(join(at, "bot/locales/en"), folder, { recursive: true });
  const listed = await copy.run(tool, "list", "en");
  const lines = listed.trim().split("\n");
  const translated = lines.map((line) => {
    const one = JSON.parse(line) as TextLine;
    return JSON.stringify({ ...one, translation: pseudo(one.text) });
  });
  writeFileSync(join(at, "texts.jsonl"), translated.join("\n"));
  writeFileSync(join(folder, "hints.ts"), pseudoHints);
  const list = join(at, "domain/language/languages.ts");
  const declared = readFileSync(list, "utf8");
  writeFileSync(list, declared.replace(/(?=^\] as const satisfies)/m, pseudoLine));
  return await copy.run(tool, "apply", pseudoCode, "texts.jsonl");
}

/** A second folder, that is not declared: a text is missing and a place is none. */
function addBroken({ at }: SourceCopy): void {
  cpSync(join(at, "bot/locales", pseudoCode), join(at, "bot/locales/broken"), { recursive: true });
  const file = join(at, "bot/locales/broken/stages/repaying.ts");
  const whole = readFileSync(file, "utf8");
  writeFileSync(file, whole.replace(/^ {2}chooseLoan:.*\n/m, "").replace("yuan(amount)", "yuan(sum)"));
}

describe("a language is a folder and one line", { timeout: 300_000 }, () => {
  let copy: SourceCopy;
  let told: string;

  beforeAll(async () => {
    copy = copySources({ suites });
    told = await addLanguage(copy);
  }, 120_000);

  afterAll(() => rmSync(copy.at, { recursive: true, force: true }));

  it("whose texts a translator writes without the code around them", () => {
    expect(told).toContain("0 texts have no translation");
  });

  it("that compiles with no other edit, where one with a text missing or a place that is none does not", async () => {
    addBroken(copy);
    const [missing, unknown, ...others] = await copy.typeErrors();
    expect(missing).toMatch(/^bot.locales.broken.stages.repaying\.ts.*Property 'chooseLoan' is missing/);
    expect(unknown).toMatch(/^bot.locales.broken.stages.repaying\.ts.*Cannot find name 'sum'/);
    expect(others).toEqual([]);
  });

  it("in which every state, notice, button and picture is shown in full", async () => {
    const { passed, failed } = await copy.test(pseudoCode);
    expect(failed).toEqual([]);
    expect(passed).toBeGreaterThan(300);
  });
});
