/** docs/recipes.md, "A product": its steps, done to a copy of the sources. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copySources, type SourceCopy } from "./source-copy.ts";

const catalogue = "domain/product/products.json";

/** Double the penalty after three days of grace, names that no other product has, calls on the fourth day. */
function addProduct({ at }: SourceCopy): void {
  const products = JSON.parse(readFileSync(join(at, catalogue), "utf8"));
  const [model] = products;
  const { conventions } = model;
  const penalty = { ...conventions.repayment.penalty, dailyRate: "0.001", graceDays: 3 };
  products.push({
    ...model,
    ...{ id: "bamboo", rule: "deposit", ruleMinimum: "1.00" },
    name: { "zh-CN": "竹叶贷", en: "Bamboo Loan" },
    aliases: { "zh-CN": ["竹叶贷", "小竹子"], en: ["bamboo loan", "bamboo"] },
    lookalikes: ["竹/业夜页/贷袋"],
    conventions: {
      ...conventions,
      repayment: { ...conventions.repayment, penalty },
      contactDays: { sms: 1, call: 4, letter: 40 },
    },
  });
  writeFileSync(join(at, catalogue), JSON.stringify(products, null, 2));
}

describe("a product is one record", { timeout: 300_000 }, () => {
  let copy: SourceCopy;

  beforeAll(() => {
    copy = copySources({ suites: ["test/recipes/product-suite.ts"] });
    addProduct(copy);
  }, 120_000);

  afterAll(() => rmSync(copy.at, { recursive: true, force: true }));

  it("that is named, quoted, put into a contract, explained when overdue, and closed", async () => {
    const { passed, failed } = await copy.test();
    expect(failed).toEqual([]);
    expect(passed).toBe(4);
  });
});
