import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { ProofReporter } from "./test/support/proof/proof-reporter.ts";

/** Generated cases last: what examples find is found in a moment, which is what a mutation run lives on. */
class ExamplesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const generates = ({ moduleId }: TestSpecification): number => Number(moduleId.includes("-properties"));
    return (await super.sort(files)).toSorted((a, b) => generates(a) - generates(b));
  }
}

/** The lending core by itself: no database, no browser. */
export default defineConfig({
  test: {
    include: ["test/domain/**/*.test.ts"],
    setupFiles: "./test/support/proof/count-properties.ts",
    testTimeout: 30_000,
    sequence: { sequencer: ExamplesFirst },
    reporters: ["default", new ProofReporter()],
  },
});
