/** Notes on each test how many fast-check properties it held and over how many generated cases. */
import fc from "fast-check";
import { beforeEach, type TestContext } from "vitest";

declare module "vitest" {
  interface TaskMeta {
    properties?: number;
    cases?: number;
  }
}

let meta: TestContext["task"]["meta"] = {};
beforeEach(({ task }) => {
  meta = task.meta;
});

/** A mutant that outlives its examples is tried on what a property generates in this time, or the score takes a day. */
const underMutation = { interruptAfterTimeLimit: 2_000, markInterruptAsFailure: false };

fc.configureGlobal({
  ...(process.env["STRYKER_MUTATOR_WORKER"] !== undefined && underMutation),
  reporter: (run) => {
    const failure = fc.defaultReportMessage(run);
    if (failure !== undefined) throw new Error(failure);
    meta.properties = (meta.properties ?? 0) + 1;
    meta.cases = (meta.cases ?? 0) + run.numRuns;
  },
});
