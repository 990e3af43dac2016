import { describe, expect, it } from "vitest";
import type { Loan } from "../../domain/loan/loan-position.ts";
import { verifyQuote } from "../../domain/pricing/quote.ts";
import { houseConventions } from "../../domain/product/conventions.ts";
import { advanceJourney } from "../../machines/journey.ts";
import { noArrangements } from "../../machines/journey-context.ts";
import { openSnapshot, packSnapshot } from "../../machines/snapshots.ts";
import { loan, quote } from "../support/fixtures/published-loan.ts";
import { contextAt, stateAt } from "../support/fixtures/situations.ts";

/** As an older release stored it: JSON, of that version, the borrower called an applicant. */
function storedAs(
  version: number,
  value: unknown,
  { borrowerId, ...context }: { borrowerId: string },
): unknown {
  const body = { value, context: { ...context, applicantId: borrowerId } };
  return JSON.parse(JSON.stringify({ machine: "journey", version, savedAt: quote.issuedAt, body }));
}

describe("a snapshot of version 1", () => {
  const path = "repaying.reviewing";
  const { means: _means, ...context } = contextAt(path);
  const { maximumFee: _, ...offer } = context.repayment ?? { loanId: "" };
  const stored = storedAs(1, stateAt(path), { ...context, repayment: offer } as typeof context);

  it("offered free rails only: its repayment can still be confirmed, for no fee", () => {
    const state = openSnapshot(stored);
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

describe("a snapshot of version 2", () => {
  it("knew only how many days before to remind: nothing else is arranged", () => {
    const { arrangements: _, ...context } = contextAt("reminding.watching");
    const opened = openSnapshot(storedAs(2, stateAt("reminding.watching"), context));
    expect(opened.context.arrangements).toEqual(noArrangements);
    expect(opened.context.reminderDaysBefore).toBe(3);
  });
});

describe("a snapshot of version 3", () => {
  const reopened = (path: "confirming.signing" | "confirming.payingOut") =>
    openSnapshot(storedAs(3, stateAt(path), contextAt(path)));

  it("kept no record of a matched face: before the signature it is shown again", () => {
    const { value, context } = reopened("confirming.signing");
    expect(value).toEqual(stateAt("confirming.reviewingContract"));
    expect(context.quote).toEqual(contextAt("confirming.signing").quote);
  });

  it("leaves whoever signed where they were", () => {
    expect(reopened("confirming.payingOut").value).toEqual(stateAt("confirming.payingOut"));
  });
});

describe("a snapshot of version 4", () => {
  it("sent whoever wanted a person elsewhere: that is let go, and nothing of theirs waits for staff", () => {
    const { requests: _, ...arrangements } = noArrangements;
    const context = {
      ...contextAt("idle"),
      arrangements,
      notices: [{ kind: "human" }, { kind: "person-asked" }],
    };
    const opened = openSnapshot(storedAs(4, "idle", context)).context;
    expect(opened.arrangements.requests).toEqual([]);
    expect(opened.notices).toEqual([{ kind: "person-asked", reason: "contact", again: false }]);
  });
});

describe("a snapshot of version 5", () => {
  it("called the borrower an applicant: it is the same person", () => {
    const { borrowerId } = contextAt("idle");
    expect(openSnapshot(storedAs(5, "idle", contextAt("idle"))).context).toMatchObject({ borrowerId });
  });
});

describe("a snapshot from before a language could be heard", () => {
  const heard = {
    type: "language.set",
    locale: "en",
    heard: true,
    turnId: "turn",
    at: quote.issuedAt,
  } as const;
  const stored = packSnapshot({ value: stateAt("idle"), context: contextAt("idle") }, quote.issuedAt);

  it("opens, and follows what is written", () => {
    const state = openSnapshot(JSON.parse(JSON.stringify(stored)));
    expect(state.context.localeChosen).toBeUndefined();
    const { context } = advanceJourney(state, heard).state;
    expect([context.locale, context.localeChosen]).toEqual(["en", undefined]);
  });

  it("keeps a choice made since", () => {
    const { heard: _, ...chosen } = heard;
    const { state } = advanceJourney(openSnapshot(stored), chosen);
    expect(openSnapshot(packSnapshot(state, quote.issuedAt)).context.localeChosen).toBe(true);
  });
});

describe("a loan in a snapshot", () => {
  const path = "idle";
  const reopened = (held: object) => {
    const context = { ...contextAt(path), quote, loans: [held] };
    const packed = packSnapshot({ value: stateAt(path), context: contextAt(path) }, context.at);
    const stored = { ...packed, body: { value: stateAt(path), context } };
    return openSnapshot(JSON.parse(JSON.stringify(stored))).context;
  };

  it("keeps its own conventions, and what was taken back or given back", () => {
    const held: Loan = {
      ...loan,
      conventions: { ...houseConventions, counting: "inclusive" },
      reversals: [{ repaymentId: "repayment", bookedOn: "2016-03-12", reason: "bounced" }],
      refunds: [{ id: "refund", amount: "1.00", paidOn: "2016-03-12" }],
    };
    expect(reopened(held).loans).toEqual([held]);
  });

  it("from before conventions were stated is of the house's", () => {
    const { conventions: _, ...old } = loan;
    expect(reopened(old).loans).toEqual([{ ...loan, conventions: houseConventions }]);
  });

  it("leaves its quote one that verifies", () => {
    const kept = reopened(loan).quote;
    expect(kept && verifyQuote(kept)).toBe(true);
  });

  it("is refused with half of its conventions", () => {
    const { rounding: _, ...half } = houseConventions;
    expect(() => reopened({ ...loan, conventions: half })).toThrow();
  });
});
