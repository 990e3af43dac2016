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

fc.configureGlobal({
  reporter: (run) => {
    const failure = fc.defaultReportMessage(run);
    if (failure !== undefined) throw new Error(failure);
    meta.properties = (meta.properties ?? 0) + 1;
    meta.cases = (meta.cases ?? 0) + run.numRuns;
  },
});
