import { defineConfig } from "vitest/config";
import { ProofReporter } from "./test/support/proof/proof-reporter.ts";

/** The lending core by itself: no database, no browser. */
export default defineConfig({
  test: {
    include: ["test/domain/**/*.test.ts"],
    setupFiles: "./test/support/proof/count-properties.ts",
    testTimeout: 30_000,
    reporters: ["default", new ProofReporter()],
  },
});
