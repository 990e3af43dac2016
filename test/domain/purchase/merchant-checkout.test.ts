import { describe, expect, it } from "vitest";
import { type CheckoutOptions, checkOut, type Purchase } from "../../../domain/purchase/merchant-checkout.ts";
import { borrower } from "../../support/fixtures/borrower-facts.ts";

const cart: Purchase = {
  merchantId: "jd",
  orderNumber: "20261110-1",
  amount: "3999.00",
  downPayment: "999.00",
};
const checkout = (purchase: Partial<Purchase> = {}, differing: Partial<CheckoutOptions> = {}) =>
  checkOut({
    purchase: { ...cart, ...purchase },
    productId: "xiaoe-huaqian",
    facts: borrower(),
    outstanding: "0.00",
    assessmentId: "a-1",
    on: "2026-11-10",
    ...differing,
  });

describe("merchant checkout", () => {
  it("finances the cart less the down payment and pays the merchant", () => {
    expect(checkout()).toMatchObject({
      outcome: "financed",
      purchase: cart,
      principal: "3000.00",
      payee: { merchantId: "jd", orderNumber: "20261110-1" },
      assessment: { id: "a-1", productId: "xiaoe-huaqian", outcome: "approved" },
    });
  });

  it("is itself the consumption scene that the product asks for", () => {
    const facts = borrower({ payments: { monthlySpending: "0.00" } });
    expect(checkout({}, { facts }).outcome).toBe("financed");
  });

  it("takes the whole cart without a down payment", () => {
    expect(checkout({ merchantId: "pinduoduo", downPayment: "0.00" })).toMatchObject({
      outcome: "financed",
      principal: "3999.00",
    });
  });

  it.each<[Partial<Purchase>, object]>([
    [{ merchantId: "corner-shop" }, { code: "unknown-merchant" }],
    [{ downPayment: "3999.00" }, { code: "down-payment-out-of-range" }],
    [{ downPayment: "4000.00" }, { code: "down-payment-out-of-range" }],
    [{ downPayment: "-1.00" }, { code: "down-payment-out-of-range" }],
    [{ downPayment: "3899.01" }, { code: "below-minimum", minimum: "100.00" }],
    // 66.50 points of 50,000: 22,083.33, so 22,000.00.
    [{ amount: "22999.01" }, { code: "beyond-limit", available: "22000.00" }],
  ])("refuses %j", (purchase, reason) => {
    expect(checkout(purchase)).toEqual({ outcome: "refused", reason });
  });

  it("finances exactly the smallest loan and exactly what is free", () => {
    expect(checkout({ downPayment: "3899.00" }).outcome).toBe("financed");
    expect(checkout({ amount: "22999.00" }).outcome).toBe("financed");
  });

  it("counts what is owed already", () => {
    expect(checkout({}, { outstanding: "19000.01" })).toEqual({
      outcome: "refused",
      reason: { code: "beyond-limit", available: "2999.99" },
    });
  });

  it("passes an assessment's refusal on with its reasons", () => {
    expect(checkout({}, { facts: borrower({ age: 17 }) })).toMatchObject({
      outcome: "refused",
      reason: { code: "not-eligible", assessment: { reasons: [{ code: "age" }] } },
    });
  });

  it("keeps another product's own rule", () => {
    const facts = borrower({ whiteListed: [] });
    expect(checkout({}, { facts, productId: "weilidai" })).toMatchObject({
      reason: { code: "not-eligible", assessment: { reasons: [{ code: "not-white-listed" }] } },
    });
  });

  it("is not for products that Jiedao may not quote", () => {
    expect(() => checkout({}, { productId: "duxiaoman" })).toThrow(RangeError);
  });
});
