import { defineConfig } from "vitest/config";
import { SkippedReporter } from "./test/support/skipped-reporter.ts";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "./test/global-setup.ts",
    maxWorkers: 3,
    // Less collecting: what the tests leave behind is mostly young.
    execArgv: ["--max-semi-space-size=64"],
    // Modules are loaded once a worker: no test mocks one or leaves anything behind in it.
    isolate: false,
    // What takes a second alone may take ten beside the others, and thirty on a busy machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ["default", new SkippedReporter()],
  },
});
