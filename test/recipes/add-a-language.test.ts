/** docs/recipes.md, "A language": its steps, done to a copy of the sources. */
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TextLine } from "../../ops/texts/locale-files.ts";
import { pseudo, pseudoCode, pseudoHints, pseudoLine } from "./pseudo-language.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const product = ["bot", "machines", "domain", "db", "partners", "ops", "inspector"];
const sources = [...product, "test"];
const suites = ["test/views/{stages,choices}/*.test.ts", "test/media/calendar-picture.test.ts"];

const run = promisify(execFile);
let copy: string;

const node = (...args: string[]) =>
  run(process.execPath, args, { cwd: copy, maxBuffer: 64 * 1024 * 1024, env: { ...process.env, CI: "1" } });
const texts = (...args: string[]) => node("node_modules/tsx/dist/cli.mjs", "ops/texts/main.ts", ...args);

function copySources(): void {
  copy = mkdtempSync(join(tmpdir(), "a-language-"));
  for (const folder of sources) cpSync(`${root}${folder}`, join(copy, folder), { recursive: true });
  cpSync(`${root}package.json`, join(copy, "package.json"));
  const config = JSON.parse(readFileSync(`${root}tsconfig.json`, "utf8"));
  writeFileSync(join(copy, "tsconfig.json"), JSON.stringify({ ...config, include: product }));
  symlinkSync(`${root}node_modules`, join(copy, "node_modules"));
  const test = { include: suites, isolate: false, maxWorkers: 1, testTimeout: 120_000 };
  writeFileSync(join(copy, "vitest.config.ts"), `export default { test: ${JSON.stringify(test)} };\n`);
}

async function addLanguage(): Promise<string> {
  const folder = join(copy, "bot/locales", pseudoCode);
  cpSync(join(copy, "bot/locales/en"), folder, { recursive: true });
  const { stdout } = await texts("list", "en");
  const lines = stdout.trim().split("\n");
  const translated = lines.map((line) => {
    const one = JSON.parse(line) as TextLine;
    return JSON.stringify({ ...one, translation: pseudo(one.text) });
  });
  writeFileSync(join(copy, "texts.jsonl"), translated.join("\n"));
  writeFileSync(join(folder, "hints.ts"), pseudoHints);
  const list = join(copy, "domain/language/languages.ts");
  const declared = readFileSync(list, "utf8");
  writeFileSync(list, declared.replace(/(?=^\] as const satisfies)/m, pseudoLine));
  return (await texts("apply", pseudoCode, "texts.jsonl")).stdout;
}

describe("a language is a folder and one line", { timeout: 300_000 }, () => {
  let told: string;

  beforeAll(async () => {
    copySources();
    told = await addLanguage();
  }, 120_000);

  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it("whose texts a translator writes without the code around them", () => {
    expect(told).toContain("0 texts have no translation");
  });

  it("that compiles with no other edit, where one with a text missing or a place that is none does not", async () => {
    cpSync(join(copy, "bot/locales", pseudoCode), join(copy, "bot/locales/broken"), { recursive: true });
    const file = join(copy, "bot/locales/broken/stages/repaying.ts");
    const whole = readFileSync(file, "utf8");
    writeFileSync(file, whole.replace(/^ {2}chooseLoan:.*\n/m, "").replace("yuan(amount)", "yuan(sum)"));
    const told = await node("node_modules/typescript/lib/tsc.js", "-p", ".").catch(({ stdout }) => ({
      stdout,
    }));
    const [missing, unknown, ...others] = told.stdout.match(/^\S.*error TS.*$/gm) ?? [];
    expect(missing).toMatch(/^bot.locales.broken.stages.repaying\.ts.*Property 'chooseLoan' is missing/);
    expect(unknown).toMatch(/^bot.locales.broken.stages.repaying\.ts.*Cannot find name 'sum'/);
    expect(others).toEqual([]);
  });

  it("in which every state, notice, button and picture is shown in full", async () => {
    const { stdout } = await node(
      "node_modules/vitest/vitest.mjs",
      "run",
      "-t",
      pseudoCode,
      "--reporter=json",
    );
    const { success, numPassedTests, numFailedTests } = JSON.parse(stdout);
    expect({ success, numFailedTests }).toEqual({ success: true, numFailedTests: 0 });
    expect(numPassedTests).toBeGreaterThan(300);
  });
});
