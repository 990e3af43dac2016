import { describe, expect, it } from "vitest";
import { makeQuote, type Quote, quoteHash, verifyQuote } from "../../../domain/pricing/quote.ts";
import { houseConventions, type LoanConventions } from "../../../domain/product/conventions.ts";
import { publishedQuote } from "../../support/fixtures/published-loan.ts";

describe("a quote of 10,000 at 0.05 % a day, five equal parts", () => {
  const quote = publishedQuote({}, "quote-1");

  it("says what it costs", () => {
    expect(quote).toMatchObject({
      ...{ annualRate: "0.1800", totalInterest: "451.00", totalPayable: "10451.00" },
      ...{ issuedAt: "2016-02-10T02:00:00.000Z", expiresAt: "2016-02-10T02:30:00.000Z" },
    });
    expect(quote.schedule.map(({ payment }) => payment)).toEqual([
      "2145.00",
      "2124.00",
      "2090.00",
      "2062.00",
      "2030.00",
    ]);
  });

  it("gives the rate of its flows, near its nominal 18 %", () => {
    // -10000, 2145, 2124, 2090, 2062, 2030: 1.5029 % a month, by bisection in floating point (Python)
    expect(quote.apr).toEqual({ simple: "0.180348", compounded: "0.196028" });
  });

  it("verifies as it was made, and read back from JSON", () => {
    expect(verifyQuote(quote)).toBe(true);
    expect(verifyQuote(JSON.parse(JSON.stringify(quote)) as Quote)).toBe(true);
    const reordered = Object.fromEntries(Object.entries(quote).toReversed()) as unknown as Quote;
    expect(verifyQuote(reordered)).toBe(true);
  });

  it("states its rate on 365 days where the product does", () => {
    const { productId, principal, method, installments, dailyRate, disbursedOn } = quote;
    const terms = { productId, principal, method, installments, dailyRate, disbursedOn };
    const on365 = makeQuote({ id: "q", terms, dayBasis: 365, issuedAt: "a", expiresAt: "b" });
    expect(on365.annualRate).toBe("0.1825");
  });

  it("keeps the conventions of its terms, and its hash covers them", () => {
    const { productId, principal, method, installments, dailyRate, disbursedOn } = quote;
    const terms = { productId, principal, method, installments, dailyRate, disbursedOn };
    const make = (conventions?: LoanConventions) =>
      makeQuote({
        id: "q",
        terms: { ...terms, conventions },
        dayBasis: 360,
        issuedAt: "a",
        expiresAt: "b",
      });
    const stated = make(houseConventions);
    expect(stated.conventions).toEqual(houseConventions);
    expect(make()).toEqual(stated);
    const inclusive = make({ ...houseConventions, counting: "inclusive" });
    expect(inclusive.schedule[0]?.days).toBe(30);
    expect(verifyQuote(inclusive)).toBe(true);
    const { repayment, rounding } = houseConventions;
    const { penalty, waterfall } = repayment;
    const others: LoanConventions[] = [
      { ...houseConventions, dayCount: "30/360" },
      { ...houseConventions, counting: "inclusive" },
      { ...houseConventions, rounding: { ...rounding, mode: "up" } },
      { ...houseConventions, rounding: { ...rounding, unit: "0.10" } },
      { ...houseConventions, repayment: { ...repayment, excess: "next" } },
      { ...houseConventions, repayment: { ...repayment, interestUntil: "period-end" } },
      { ...houseConventions, repayment: { ...repayment, waterfall: { ...waterfall, across: "parts" } } },
      ...[{ dailyRate: "0.001" }, { graceDays: 3 }, { startsFrom: "grace-end" as const }, { cap: "0.1" }].map(
        (change) => ({
          ...houseConventions,
          repayment: { ...repayment, penalty: { ...penalty, ...change } },
        }),
      ),
    ];
    const hashes = [stated.hash];
    for (const conventions of others) {
      hashes.push(quoteHash({ ...stated, conventions }));
      expect(verifyQuote({ ...stated, conventions })).toBe(false);
    }
    expect(new Set(hashes).size).toBe(others.length + 1);
  });

  it("verifies from before conventions were stated, as the house's and no other", () => {
    // The published quote's hash as it was made before its conventions were part of it.
    const old = { ...quote, hash: "fbf823ac6d567e46efc2a01b42d6657b546076e93860692568ddb40785de33b4" };
    expect(verifyQuote(old)).toBe(true);
    expect(verifyQuote({ ...old, principal: "10000.01" })).toBe(false);
    expect(verifyQuote({ ...old, conventions: { ...houseConventions, counting: "inclusive" } })).toBe(false);
  });

  const changed: [string, Partial<Quote>][] = [
    ["id", { id: "quote-2" }],
    ["product", { productId: "other" }],
    ["principal", { principal: "10000.01" }],
    ["method", { method: "level-payment" }],
    ["installments", { installments: 6 }],
    ["daily rate", { dailyRate: "0.0004" }],
    ["disbursement", { disbursedOn: "2016-02-11" }],
    ["annual rate", { annualRate: "0.1900" }],
    ["total interest", { totalInterest: "450.99" }],
    ["total payable", { totalPayable: "10450.99" }],
    ["simple rate", { apr: { ...quote.apr, simple: "0.1" } }],
    ["compounded rate", { apr: { ...quote.apr, compounded: "0.1" } }],
    ["issue", { issuedAt: "2016-02-10T02:00:01.000Z" }],
    ["expiry", { expiresAt: "2016-02-10T02:31:00.000Z" }],
    ["one installment less", { schedule: quote.schedule.slice(0, 4) }],
    ...(["number", "dueDate", "days", "principal", "interest", "payment", "balance"] as const).map(
      (key): [string, Partial<Quote>] => [
        `an installment's ${key}`,
        {
          schedule: quote.schedule.map((row, index) => (index === 2 ? { ...row, [key]: "7" as never } : row)),
        },
      ],
    ),
  ];
  it.each(changed)("does not verify with another %s", (_, change) => {
    expect(verifyQuote({ ...quote, ...change })).toBe(false);
  });

  it("has a hash of 64 hex digits that does not depend on itself", () => {
    expect(quote.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(quoteHash({ ...quote, hash: "x" } as Quote)).toBe(quote.hash);
  });
});
