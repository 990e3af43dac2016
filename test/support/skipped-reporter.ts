import type { Reporter, TestCase, TestModule, TestSuite } from "vitest/node";

/**
 * Says last what was not run, and why: the reason is part of a skipped suite's or test's name, or its note.
 * With JIEDAO_NO_SKIPS, as in CI, that is a failure.
 */
export class SkippedReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const skipped = modules.flatMap((module) =>
      [...module.children.allTests("skipped")].map(describeSkipped),
    );
    const names = [...new Set(skipped)];
    if (names.length === 0) {
      console.log("Skipped: nothing");
      return;
    }
    console.log(`Skipped: ${skipped.length} tests, of\n${names.map((name) => `  - ${name}`).join("\n")}`);
    if (process.env["JIEDAO_NO_SKIPS"]) process.exitCode = 1;
  }
}

/** A suite skipped as a whole is named once, not test by test. */
function describeSkipped(test: TestCase): string {
  const result = test.result();
  const note = result.state === "skipped" && result.note ? ` (${result.note})` : "";
  return `${test.module.relativeModuleId}: ${outermostSkipped(test).fullName}${note}`;
}

function outermostSkipped(one: TestCase | TestSuite): TestCase | TestSuite {
  const { parent } = one;
  return parent.type === "suite" && parent.options.mode === "skip" ? outermostSkipped(parent) : one;
}
