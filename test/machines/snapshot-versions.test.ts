import { describe, expect, it } from "vitest";
import { advanceJourney } from "../../machines/journey.ts";
import { openSnapshot, packSnapshot } from "../../machines/snapshots.ts";
import { contextAt, stateAt } from "../views/situations.ts";

describe("a snapshot of version 1", () => {
  const path = "repaying.reviewing";
  const { means: _means, ...context } = contextAt(path);
  const { maximumFee: _, ...offer } = context.repayment ?? { loanId: "" };
  const stored = {
    ...packSnapshot({ value: stateAt(path), context: { ...context, repayment: offer } }, context.at),
    version: 1,
  };

  it("offered free rails only: its repayment can still be confirmed, for no fee", () => {
    const state = openSnapshot(JSON.parse(JSON.stringify(stored)));
    const hash = offer.hash ?? "";
    const { effects } = advanceJourney(state, {
      ...{ type: "repay.confirm", hash, turnId: "turn", at: context.at },
    });
    expect(effects).toContainEqual(
      expect.objectContaining({ command: "collect", amount: "2148.00", maximumFee: "0.00" }),
    );
  });

  it("knows no product set aside, no means and no cart", () => {
    const { context: opened } = openSnapshot(stored);
    expect([opened.setAside, opened.means, opened.purchase]).toEqual([undefined, undefined, undefined]);
  });
});
