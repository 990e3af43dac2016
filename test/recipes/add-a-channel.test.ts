/** docs/recipes.md, "A channel": its steps, done to a copy of the sources. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copySources, type SourceCopy } from "./source-copy.ts";

const suites = ["test/recipes/stub-suite.ts", "test/channels/registry.test.ts"];
const registryLine = 'export { stub } from "./stub/stub.ts";\n';

/** The file stands here as it is there, but for where it finds its imports. */
function addChannel({ at }: SourceCopy): void {
  const source = readFileSync(new URL("./stub-channel.ts", import.meta.url), "utf8");
  const moved = source.replaceAll('"../../bot/channels/', '"../').replaceAll('"../../bot/', '"../../');
  mkdirSync(join(at, "bot/channels/stub"));
  writeFileSync(join(at, "bot/channels/stub/stub.ts"), moved);
  const registry = join(at, "bot/channels/registry.ts");
  writeFileSync(registry, readFileSync(registry, "utf8") + registryLine);
}

describe("a channel is a folder and one line", { timeout: 300_000 }, () => {
  let copy: SourceCopy;

  beforeAll(() => {
    copy = copySources({ suites, also: suites });
    addChannel(copy);
  }, 120_000);

  afterAll(() => rmSync(copy.at, { recursive: true, force: true }));

  it("that compiles with no other edit", async () => {
    expect(await copy.typeErrors()).toEqual([]);
  });

  it("that carries conversations and campaigns, and tells its settings' mistakes", async () => {
    const { passed, failed } = await copy.test();
    expect(failed).toEqual([]);
    expect(passed).toBeGreaterThan(8);
  });
});
