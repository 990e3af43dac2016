import { describe, expect, it } from "vitest";
import { assess } from "../../../domain/eligibility/eligibility.ts";
import { explainVisibility } from "../../../domain/eligibility/entry-visibility.ts";
import { type Entry, findEntry } from "../../../domain/product/entries.ts";
import { borrower } from "../../support/fixtures/borrower-facts.ts";

const on = "2026-11-10";
const entry = (id: string): Entry => {
  const found = findEntry(id);
  if (!found) throw new Error(`no entry ${id}`);
  return found;
};
const assessment = (product: string, facts = borrower()) => assess({ id: "a", product, facts, on });
const uninvited = assessment("weilidai", borrower({ whiteListed: [] }));

describe("why can't I see it?", () => {
  it("one of whom nothing is known: the rule is not tested yet, and only some see it", () => {
    expect(explainVisibility(entry("wallet-grid"), { assessments: [] })).toEqual({
      entryId: "wallet-grid",
      visible: "unknown",
      reasons: [
        { code: "rule-unknown", productId: "weilidai", rule: "white-list" },
        { code: "shown-to-some", share: "0.15" },
      ],
      // The other way to the same product.
      alternative: { entryId: "second-level-menu", productId: "weilidai" },
    });
  });

  it("no real name and no card: these first, and no way round them", () => {
    expect(
      explainVisibility(entry("mini-program"), {
        realNameVerified: false,
        bankCardBound: false,
        assessments: [],
      }),
    ).toEqual({
      entryId: "mini-program",
      visible: "no",
      reasons: [
        { code: "no-real-name" },
        { code: "no-bank-card" },
        { code: "rule-unknown", productId: "xiaoe-huaqian", rule: "consumption-scene" },
        { code: "shown-to-some", share: "0.08" },
      ],
    });
  });

  it("passed gates are no reason", () => {
    const seen = explainVisibility(entry("services-page"), {
      realNameVerified: true,
      bankCardBound: true,
      assessments: [],
    });
    expect(seen.visible).toBe("unknown");
    expect(seen.reasons).toEqual([{ code: "shown-to-some", share: "0.23" }]);
  });

  it("not on the white list: says so, and leads to what the services page has", () => {
    expect(explainVisibility(entry("wallet-grid"), { assessments: [uninvited] })).toEqual({
      entryId: "wallet-grid",
      visible: "no",
      reasons: [
        {
          code: "refused",
          productId: "weilidai",
          reasons: [{ code: "not-white-listed", productId: "weilidai" }],
        },
        { code: "shown-to-some", share: "0.15" },
      ],
      alternative: { entryId: "services-page", productId: "fenqi" },
    });
  });

  it("the nearest alternative is the one that most users see, by what it still leads to", () => {
    const seen = explainVisibility(entry("services-page"), { assessments: [uninvited] });
    // The wallet grid is seen by 15 %, more than the mini program's 8 %, and has 分期付款 besides 微粒贷.
    expect(seen.alternative).toEqual({ entryId: "wallet-grid", productId: "fenqi" });
  });

  it("another product's refusal does not count against this one", () => {
    const seen = explainVisibility(entry("mini-program"), { assessments: [uninvited] });
    expect(seen.visible).toBe("unknown");
    expect(seen.alternative).toEqual({ entryId: "services-page", productId: "fenqi" });
  });

  it("an approved borrower sees it", () => {
    expect(explainVisibility(entry("wallet-grid"), { assessments: [assessment("weilidai")] })).toEqual({
      entryId: "wallet-grid",
      visible: "yes",
      reasons: [],
    });
  });

  it("an entry without a stated share claims none", () => {
    expect(explainVisibility(entry("second-level-menu"), { assessments: [] }).reasons).toEqual([
      { code: "rule-unknown", productId: "weilidai", rule: "white-list" },
    ]);
  });
});
