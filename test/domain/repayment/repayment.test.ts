import { describe, expect, it } from "vitest";
import { refundHeld, replayedRepayments, reverseRepayment } from "../../../domain/loan/corrections.ts";
import { loanPosition } from "../../../domain/loan/loan-position.ts";
import { allocateRepayment, offerRepayment, repaymentHash } from "../../../domain/repayment/repayment.ts";
import { paid, publishedLoan } from "../../support/fixtures/published-loan.ts";

describe("an offer", () => {
  const loan = publishedLoan();

  it("of what is due: the next installment, ahead of its day", () => {
    expect(offerRepayment(loan, { kind: "due", on: "2016-03-01" })).toEqual({
      ...{ ok: true, kind: "due", amount: "2145.00", valueDate: "2016-03-01", settles: false },
      lines: { penalty: "0.00", interest: "145.00", principal: "2000.00" },
      allocations: [{ installment: 1, penalty: "0.00", interest: "145.00", principal: "2000.00" }],
    });
  });

  it("of what is due: all that is overdue", () => {
    expect(offerRepayment(loan, { kind: "due", on: "2016-04-20" })).toMatchObject({
      amount: "4320.00",
      lines: { penalty: "51.00", interest: "269.00", principal: "4000.00" },
    });
  });

  it("of a payoff: interest to the day, later interest waived", () => {
    expect(offerRepayment(loan, { kind: "payoff", on: "2016-02-20" })).toMatchObject({
      ...{ amount: "10050.00", settles: true },
      lines: { penalty: "0.00", interest: "50.00", principal: "10000.00" },
    });
  });

  it("of a part: one row an installment, also where it is covered in two steps", () => {
    const offer = offerRepayment(loan, { kind: "partial", amount: "3,000", on: "2016-03-10" });
    expect(offer).toMatchObject({ amount: "3000.00", settles: false });
    expect(offer.ok && offer.allocations.map(({ installment }) => installment)).toEqual([1, 2, 3, 4, 5]);
  });

  it("of a part as large as the payoff settles the loan", () => {
    expect(offerRepayment(loan, { kind: "partial", amount: "10050", on: "2016-02-20" })).toMatchObject({
      settles: true,
    });
  });

  it.each([
    ["10050.01", "too-large"],
    ["0", "not-positive"],
    ["0.001", "too-many-decimals"],
    ["much", "not-a-number"],
    [undefined, "not-a-number"],
  ])("of a part of %s is refused: %s, with the range", (amount, reason) => {
    const request = { kind: "partial", on: "2016-02-20", ...(amount !== undefined && { amount }) } as const;
    expect(offerRepayment(loan, request)).toEqual({
      ok: false,
      reason,
      minimum: "0.01",
      maximum: "10050.00",
    });
  });

  it("is made on the day of the disbursement itself", () => {
    expect(offerRepayment(loan, { kind: "payoff", on: "2016-02-10" })).toMatchObject({
      ok: true,
      amount: "10000.00",
    });
  });

  it("is refused before the disbursement and once the loan is settled", () => {
    expect(offerRepayment(loan, { kind: "due", on: "2016-02-09" })).toEqual({
      ok: false,
      reason: "before-disbursement",
    });
    const settled = paid(loan, "2016-02-20 10050.00 payoff");
    expect(offerRepayment(settled, { kind: "due", on: "2016-02-20" })).toEqual({
      ok: false,
      reason: "settled",
    });
  });
});

describe("a repayment", () => {
  const payment = { id: "r1", rail: "bank-card", fee: "0.00", valueDate: "2016-03-10" } as const;

  it("is appended with what it covered; the loan before is left as it was", () => {
    const loan = publishedLoan();
    const result = allocateRepayment(loan, { ...payment, kind: "due", amount: "2145.00" });
    expect(result).toMatchObject({
      ok: true,
      repayment: {
        ...{ ...payment, kind: "due", amount: "2145.00" },
        allocations: [{ installment: 1, penalty: "0.00", interest: "145.00", principal: "2000.00" }],
      },
    });
    expect(result.ok && result.loan.repayments).toHaveLength(1);
    expect(loan.repayments).toHaveLength(0);
  });

  it("keeps its amount in two decimals", () => {
    const result = allocateRepayment(publishedLoan(), { ...payment, kind: "partial", amount: "5" });
    expect(result.ok && result.repayment.amount).toBe("5.00");
  });

  it("of more than is owed is taken, and the rest held", () => {
    const loan = paid(publishedLoan(), "2016-02-20 10060.00 payoff");
    expect(loanPosition(loan, "2016-02-20")).toMatchObject({ settled: true, held: "10.00" });
  });

  it.each([
    ["0", "not-positive"],
    ["x", "not-a-number"],
    ["1000000000000", "too-large"],
  ])("of %s is refused: %s", (amount, reason) => {
    expect(allocateRepayment(publishedLoan(), { ...payment, kind: "due", amount })).toMatchObject({
      ok: false,
      reason,
    });
  });

  it("is refused on a settled loan and before the disbursement", () => {
    const settled = paid(publishedLoan(), "2016-02-20 10050.00 payoff");
    expect(allocateRepayment(settled, { ...payment, kind: "due", amount: "1" })).toEqual({
      ok: false,
      reason: "settled",
    });
    const early = { ...payment, valueDate: "2016-02-09", kind: "due", amount: "1" } as const;
    expect(allocateRepayment(publishedLoan(), early)).toEqual({ ok: false, reason: "before-disbursement" });
  });
});

describe("the hash of a repayment", () => {
  const offer: Parameters<typeof repaymentHash>[0] = {
    ...{ loanId: "l", kind: "due", amount: "2145.00", rail: "balance", valueDate: "2016-03-10" },
    maximumFee: "0.00",
    earlierRepayments: 0,
  };
  it.each<[Partial<typeof offer>]>([
    [{ loanId: "m" }],
    [{ kind: "payoff" }],
    [{ amount: "2145.01" }],
    [{ rail: "bank-card" }],
    [{ maximumFee: "6.44" }],
    [{ valueDate: "2016-03-11" }],
    [{ earlierRepayments: 1 }],
  ])("is another one with %o", (change) => {
    expect(repaymentHash({ ...offer, ...change })).not.toBe(repaymentHash(offer));
    expect(repaymentHash({ ...offer })).toBe(repaymentHash(offer));
  });
});

describe("corrections", () => {
  const twice = () => paid(paid(publishedLoan(), "2016-03-10 2145.00 due"), "2016-04-10 2124.00 due");

  it("a reversed repayment stays on record and counts for nothing", () => {
    const reversal = { repaymentId: "r1", bookedOn: "2016-03-15", reason: "bounced" } as const;
    const result = reverseRepayment(twice(), reversal);
    expect(result.ok && result.loan.repayments).toHaveLength(2);
    expect(result.ok && loanPosition(result.loan, "2016-03-12").overdue.total).toBe("2147.00");
    expect(result.ok && reverseRepayment(result.loan, reversal)).toEqual({
      ok: false,
      reason: "already-reversed",
    });
    expect(reverseRepayment(twice(), { ...reversal, repaymentId: "r9" })).toEqual({
      ...{ ok: false, reason: "unknown-repayment" },
    });
  });

  it("a second reversal is kept beside the first", () => {
    const first = reverseRepayment(twice(), { repaymentId: "r1", bookedOn: "2016-05-01", reason: "bounced" });
    if (!first.ok) throw new Error(first.reason);
    const second = reverseRepayment(first.loan, {
      repaymentId: "r2",
      bookedOn: "2016-05-02",
      reason: "booked-in-error",
    });
    if (!second.ok) throw new Error(second.reason);
    expect(loanPosition(second.loan, "2016-03-10").outstandingPrincipal).toBe("10000.00");
  });

  it("a back-dated payment shows what every payment now covers", () => {
    const late = paid(publishedLoan(), "2016-03-20 2155.00 due");
    const both = paid(late, "2016-03-10 2145.00 due");
    expect(both.repayments.map(({ id }) => id)).toEqual(["r1", "r2"]);
    expect(replayedRepayments(both, "2016-03-31").map(({ id, allocations }) => [id, allocations])).toEqual([
      ["r2", [{ installment: 1, penalty: "0.00", interest: "145.00", principal: "2000.00" }]],
      [
        "r1",
        [
          { installment: 2, penalty: "0.00", interest: "124.00", principal: "2000.00" },
          { installment: 3, penalty: "0.00", interest: "31.00", principal: "0.00" },
        ],
      ],
    ]);
  });

  it("what is held is refunded once, and no more than it", () => {
    const loan = paid(publishedLoan(), "2016-02-20 10060.00 payoff");
    const refund = { id: "f1", amount: "10.00", paidOn: "2016-02-22" };
    const result = refundHeld(loan, refund);
    expect(result.ok && loanPosition(result.loan, "2016-02-22").held).toBe("0.00");
    expect(result.ok && refundHeld(result.loan, { ...refund, amount: "0.01" })).toEqual({
      ...{ ok: false, reason: "more-than-held", held: "0.00" },
    });
    expect(refundHeld(loan, { ...refund, amount: "10.01" })).toMatchObject({ ok: false, held: "10.00" });
    expect(refundHeld(loan, { ...refund, amount: "0" })).toMatchObject({ ok: false });
    expect(refundHeld(loan, { ...refund, paidOn: "2016-02-19" })).toMatchObject({ ok: false, held: "0.00" });
  });
});
