import type { Reporter, TestCase, TestModule } from "vitest/node";

/** Says last what was not run, and why: the reason is part of a skipped suite's or test's name, or its note. */
export class SkippedReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const skipped = modules.flatMap((module) =>
      [...module.children.allTests("skipped")].map(describeSkipped),
    );
    const names = [...new Set(skipped)];
    if (names.length === 0) console.log("Skipped: nothing");
    else
      console.log(`Skipped: ${skipped.length} tests, of\n${names.map((name) => `  - ${name}`).join("\n")}`);
  }
}

/** A suite skipped as a whole is named once, not test by test. */
function describeSkipped(test: TestCase): string {
  const result = test.result();
  const note = result.state === "skipped" && result.note ? ` (${result.note})` : "";
  const suite = test.parent.type === "suite" && test.parent.options.mode === "skip" ? test.parent : test;
  return `${test.module.relativeModuleId}: ${suite.fullName}${note}`;
}
