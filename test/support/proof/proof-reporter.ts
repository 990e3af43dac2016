import type { Reporter, TestModule } from "vitest/node";

/** Says last what the lending core is proven by: counted from the tests that ran and held, not from their text. */
export class ProofReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests("passed")]);
    const of = (file: string) => tests.filter(({ module }) => module.relativeModuleId.endsWith(file)).length;
    const total = (key: "properties" | "cases") =>
      tests.reduce((sum, test) => sum + (test.meta()[key] ?? 0), 0);
    const lines = [
      `${total("properties")} properties, held over ${total("cases")} generated cases`,
      `${of("published-figures.test.ts")} checks against published figures, each beside its source`,
      `${of("loan-scenarios.test.ts")} scenarios: payments in, the whole schedule out`,
      `${of("seed-facts.test.ts")} checks against the tables of the source`,
      `${tests.length} tests of domain/ in all`,
    ];
    console.log(`Proof of the lending core\n${lines.map((line) => `  ${line}`).join("\n")}`);
  }
}
