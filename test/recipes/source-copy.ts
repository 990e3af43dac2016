/** A copy of the sources in which a recipe of docs/recipes.md is done. */
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../../", import.meta.url));
const product = ["bot", "machines", "domain", "db", "partners", "ops", "inspector"];
const run = promisify(execFile);

export interface SourceCopy {
  /** Its folder. */
  at: string;
  /** What the type checker says of the product and `also`, a line for each error. */
  typeErrors(): Promise<string[]>;
  /** Runs a TypeScript file of it and gives what that prints. */
  run(file: string, ...args: string[]): Promise<string>;
  /** Runs the suites that were asked for, or of them what has `only` in its name. `failed`: the messages of what failed. */
  test(only?: string): Promise<{ passed: number; failed: string[] }>;
}

/** Of vitest's JSON reporter. */
interface Report {
  numPassedTests: number;
  testResults: { message: string; assertionResults: { failureMessages: string[] }[] }[];
}

export interface SourceCopyOptions {
  /** Test files that are run in it. */
  suites: readonly string[];
  /** Files that are compiled with the product. */
  also?: readonly string[];
}

export function copySources({ suites, also = [] }: SourceCopyOptions): SourceCopy {
  const at = mkdtempSync(join(tmpdir(), "jiedao-copy-"));
  for (const folder of [...product, "test"])
    cpSync(`${root}${folder}`, join(at, folder), { recursive: true });
  cpSync(`${root}package.json`, join(at, "package.json"));
  const config = JSON.parse(readFileSync(`${root}tsconfig.json`, "utf8"));
  writeFileSync(
    join(at, "tsconfig.json"),
    JSON.stringify({
      ...config,
      include: also.length > 0 ? [...product, "test/global-setup.ts", ...also] : product,
    }),
  );
  symlinkSync(`${root}node_modules`, join(at, "node_modules"));
  const test = { include: suites, globalSetup: "./test/global-setup.ts", isolate: false, maxWorkers: 1 };
  const patience = { testTimeout: 120_000, hookTimeout: 120_000 };
  writeFileSync(
    join(at, "vitest.config.ts"),
    `export default { test: ${JSON.stringify({ ...test, ...patience })} };\n`,
  );
  const node = (env: NodeJS.ProcessEnv, ...args: string[]) =>
    run(process.execPath, args, { cwd: at, maxBuffer: 64 * 1024 * 1024, env: { ...process.env, ...env } });
  return {
    at,
    async run(file, ...args) {
      return (await node({}, "node_modules/tsx/dist/cli.mjs", file, ...args)).stdout;
    },
    async typeErrors() {
      const told = await node({}, "node_modules/typescript/lib/tsc.js", "-p", ".").catch((failed) => failed);
      return String(told.stdout).match(/^\S.*error TS.*$/gm) ?? [];
    },
    async test(only) {
      const named = only === undefined ? [] : ["-t", only];
      const vitest = ["node_modules/vitest/vitest.mjs", "run", "--reporter=json", ...named];
      const { stdout } = await node({ CI: "1" }, ...vitest).catch((failed) => failed);
      const report: Report = JSON.parse(stdout.slice(stdout.indexOf("{")));
      const failed = report.testResults.flatMap(({ message, assertionResults }) => [
        ...(message ? [message] : []),
        ...assertionResults.flatMap(({ failureMessages }) => failureMessages),
      ]);
      return { passed: report.numPassedTests, failed };
    },
  };
}
