import { expect, it } from "vitest";
import { readDeepLink } from "../../bot/turn/deep-link.ts";

it.each([
  ["borrow", { type: "borrow" }],
  ["borrow_20000", { type: "borrow", amount: "20000" }],
  ["borrow_20000_10", { type: "borrow", amount: "20000", installments: 10 }],
  ["borrow_abc_10", { type: "borrow", installments: 10 }],
  ["product_we2000", { type: "product.choose", product: "we2000" }],
  ["buy_jd_1299", { type: "buy", merchant: "jd", amount: "1299.00" }],
  [
    "buy_pinduoduo_88-50_PDD-7_a",
    { type: "buy", merchant: "pinduoduo", amount: "88.50", orderNumber: "PDD-7_a" },
  ],
  ["buy_jd", undefined],
  ["buy_jd_free", undefined],
  ["repay", { type: "repay" }],
  ["loans", { type: "loans.show" }],
  ["entries", { type: "locate" }],
  ["entry_mini-program", { type: "entry.choose", entry: "mini-program" }],
  ["entry_back-door", undefined],
  ["ref-7", undefined],
])("a link with %s leads to the right place", (payload, event) => {
  expect(readDeepLink(payload)).toEqual(event);
});
