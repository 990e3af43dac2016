import { describe, expect, it } from "vitest";
import type { Assessment, RefusalReason } from "../../../domain/eligibility/assessment.ts";
import { assess } from "../../../domain/eligibility/eligibility.ts";
import { adviseOnRefusal } from "../../../domain/eligibility/refusal-help.ts";
import { borrower } from "../../support/fixtures/borrower-facts.ts";

const approved = assess({ id: "a", product: "weilidai", facts: borrower(), on: "2026-11-10" });
const refusedFor = (reasons: RefusalReason[], tier: Assessment["tier"] = "regular"): Assessment => ({
  ...approved,
  outcome: "refused",
  tier,
  reasons,
});

describe("what would help", () => {
  it.each<[RefusalReason, object, string]>([
    [{ code: "no-real-name" }, { help: "verify-real-name" }, "2026-11-11"],
    [{ code: "no-bank-card" }, { help: "bind-bank-card" }, "2026-11-11"],
    [{ code: "no-credit-authorisation" }, { help: "authorise-credit-report" }, "2026-11-11"],
    [
      { code: "age", minimum: 18, maximum: 60 },
      { help: "age-is-fixed", minimum: 18, maximum: 60 },
      "2027-05-09",
    ],
    [
      { code: "not-white-listed", productId: "weilidai" },
      { help: "try-other-products", productIds: ["xiaoe-huaqian", "we2000"] },
      "2027-05-09",
    ],
    [{ code: "deposit-too-low", minimum: "2000.00" }, { help: "raise-deposit", to: "2000.00" }, "2026-11-11"],
    [{ code: "no-consumption-scene" }, { help: "pay-for-a-purchase" }, "2026-11-11"],
    [{ code: "currently-overdue" }, { help: "settle-overdue" }, "2026-11-11"],
    [{ code: "poor-credit-history", overdue: 7 }, { help: "keep-clean-record", months: 24 }, "2027-05-09"],
    [
      { code: "too-many-lenders", lenders: 5, maximum: 3 },
      { help: "close-other-loans", count: 2 },
      "2026-11-11",
    ],
    [
      { code: "score-too-low", score: "38.77", minimum: "40.00", weakest: "credit" },
      { help: "raise-score", dimension: "credit", points: "1.23" },
      "2027-05-09",
    ],
    [
      { code: "limit-used-elsewhere", outstanding: "60000.00" },
      { help: "repay-elsewhere", outstanding: "60000.00" },
      "2026-11-11",
    ],
  ])("%j", (reason, help, tryAgainFrom) => {
    expect(adviseOnRefusal(refusedFor([reason]))).toEqual({ reasons: [{ reason, help }], tryAgainFrom });
  });

  it("keeps the order, and waits for the tier's review when one reason needs time", () => {
    const reasons: RefusalReason[] = [
      { code: "currently-overdue" },
      { code: "poor-credit-history", overdue: 7 },
    ];
    const advice = adviseOnRefusal(refusedFor(reasons, "high-activity"));
    expect(advice.reasons.map(({ reason }) => reason)).toEqual(reasons);
    expect(advice.tryAgainFrom).toBe("2027-02-08"); // 90 days
    expect(adviseOnRefusal(refusedFor(reasons, "low-frequency")).tryAgainFrom).toBe("2027-11-05"); // 360 days
  });

  it("does not offer the product that refused", () => {
    const [first] = adviseOnRefusal(refusedFor([{ code: "not-white-listed", productId: "we2000" }])).reasons;
    expect(first?.help).toEqual({ help: "try-other-products", productIds: ["weilidai", "xiaoe-huaqian"] });
  });
});
