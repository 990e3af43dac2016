import { describe, expect, it } from "vitest";
import type { Card } from "../../../bot/messages.ts";
import { renderJourney } from "../../../bot/views/render-journey.ts";
import { approval } from "../../support/fixtures/journey-contexts.ts";
import { loan, partlyRepaid, quote, settled } from "../../support/fixtures/published-loan.ts";
import { contextAt, locales, stateAt } from "../../support/fixtures/situations.ts";
import { labelsOf } from "../shown-text.ts";

const factOf = (card: Card | undefined, label: string): string | undefined =>
  card?.facts.find((fact) => fact.label === label)?.value;

const at = (date: string): string => `${date}T10:00:00+08:00`;

describe("a quote shows the published example to the cent", () => {
  // 10,000 yuan at 0.05 % a day from 10 February 2016: 2,145.00 first, 2,030.00 last, 451.00 interest (DESIGN, Money).
  it.each(locales)("in %s", (locale) => {
    const context = contextAt("quoting.reviewing", { locale });
    const { text, card } = renderJourney({ value: { quoting: "reviewing" }, context, seq: 1 });
    expect(text).toContain("¥10,000.00");
    expect(text).toContain("¥451.00");
    expect(text).toContain("¥10,451.00");
    expect(text).toContain("¥2,145.00");
    expect(text).toContain("0.05%");
    expect(card?.rows).toHaveLength(5);
    expect(card?.rows[0]).toEqual(
      expect.arrayContaining(["1", "¥2,000.00", "¥145.00", "¥2,145.00", "¥8,000.00"]),
    );
    expect(card?.rows[4]).toEqual(expect.arrayContaining(["5", "¥2,000.00", "¥30.00", "¥2,030.00", "¥0.00"]));
  });

  it("with dates as each language writes them", () => {
    const shown = locales.map((locale) =>
      renderJourney({
        value: { quoting: "reviewing" },
        context: contextAt("quoting.reviewing", { locale }),
        seq: 1,
      }),
    );
    expect(shown[0]?.card?.rows[0]?.[1]).toBe("2016年3月10日");
    expect(shown[1]?.card?.rows[0]?.[1]).toBe("10 Mar 2016");
    expect(shown[0]?.text).toContain("2016年2月10日10:30");
    expect(shown[1]?.text).toContain("10:30 on 10 Feb 2016");
  });
});

describe("what cannot be misread", () => {
  it.each([
    ["zh-CN", "确认借款 ¥10,000.00，分5期"],
    ["en", "Borrow ¥10,000.00 over 5 months"],
  ] as const)("the signature's button names amount and term in %s", (locale, label) => {
    const context = contextAt("confirming.signing", { locale });
    expect(labelsOf(renderJourney({ value: { confirming: "signing" }, context, seq: 1 }))).toContain(label);
  });

  // By hand: three days late, principal 2,000.00, interest 145.00, penalty 2,000.00 x 0.05 % x 3 = 3.00.
  it.each([
    ["zh-CN", "确认还款 ¥2,148.00", ["本金", "利息", "罚息", "手续费", "合计"]],
    ["en", "Repay ¥2,148.00 now", ["Principal", "Interest", "Penalty", "Fee", "Total"]],
  ] as const)("a repayment's button and lines name the same money in %s", (locale, label, names) => {
    const context = contextAt("repaying.reviewing", { locale });
    const shown = renderJourney({ value: { repaying: "reviewing" }, context, seq: 1 });
    expect(labelsOf(shown)).toContain(label);
    expect(names.map((name) => factOf(shown.card, name))).toEqual([
      "¥2,000.00",
      "¥145.00",
      "¥3.00",
      "¥0.00",
      "¥2,148.00",
    ]);
  });

  it.each([
    "confirming.signing",
    "confirming.reviewingContract",
    "quoting.reviewing",
    "repaying.reviewing",
  ] as const)("%s says that it is play money in a sandbox, and only there", (path) => {
    const told = [true, false].map(
      (sandbox) =>
        renderJourney({ value: stateAt(path), context: contextAt(path, { sandbox }), seq: 1 }).text,
    );
    expect(told[0]).toContain("演示资金");
    expect(told[1]).not.toContain("演示");
  });
});

describe("what is offered", () => {
  it("amounts lie within the limit, the whole of it last", () => {
    const context = contextAt("quoting.askingAmount", { locale: "en" });
    const labels = labelsOf(renderJourney({ value: { quoting: "askingAmount" }, context, seq: 1 }));
    expect(approval.limit).toBe("54500.00");
    expect(labels.slice(0, 4)).toEqual(["¥5,000", "¥10,000", "¥20,000", "The most: ¥54,500"]);
  });

  it("what is owed already is not offered again", () => {
    const context = contextAt("quoting.askingAmount", { locale: "en", loans: [loan] });
    const labels = labelsOf(renderJourney({ value: { quoting: "askingAmount" }, context, seq: 1 }));
    expect(labels).toContain("The most: ¥44,500");
  });

  it("the menu has repayment only while something is owed and nothing is on its way", () => {
    const labels = (change: Parameters<typeof contextAt>[1]): string[] =>
      labelsOf(
        renderJourney({ value: "idle", context: contextAt("idle", { locale: "en", ...change }), seq: 1 }),
      );
    const onItsWay = { repaymentId: "r1", loanId: loan.id, amount: "2145.00", arrivesOn: "2016-02-12" };
    expect(labels({})).not.toContain("Repay");
    expect(labels({ loans: [loan] })).toEqual(expect.arrayContaining(["Repay", "My loans"]));
    expect(labels({ loans: [loan], processing: [onItsWay] })).not.toContain("Repay");
    expect(labels({ loans: [settled.loan], at: at("2016-03-11") })).not.toContain("Repay");
  });

  it("a clock is moved and a persona chosen in a sandbox only", () => {
    const all = (sandbox: boolean): string[] => [
      ...labelsOf(
        renderJourney({ value: "idle", context: contextAt("idle", { locale: "en", sandbox }), seq: 1 }),
      ),
      ...labelsOf(
        renderJourney({
          value: { reminding: "watching" },
          context: contextAt("reminding.watching", { locale: "en", sandbox, loans: [loan] }),
          seq: 1,
        }),
      ),
    ];
    const pretended = ["Switch persona", "Skip a day", "Skip to the next due date", "Skip to overdue"];
    expect(all(true)).toEqual(expect.arrayContaining(pretended));
    expect(all(false).filter((label) => pretended.includes(label))).toEqual([]);
  });
});

describe("the calendar", () => {
  const watching = (change: Parameters<typeof contextAt>[1]) =>
    renderJourney({
      value: { reminding: "watching" },
      context: contextAt("reminding.watching", { locale: "en", ...change }),
      seq: 1,
    });

  it("lists every installment with what is left to pay", () => {
    const { card } = watching({ loans: [loan] });
    expect(card?.rows).toEqual(
      quote.schedule.map((row, index) => [
        String(row.number),
        ["10 Mar 2016", "10 Apr 2016", "10 May 2016", "10 Jun 2016", "10 Jul 2016"][index],
        `¥${row.payment.replace(/^(\d)(\d{3})/, "$1,$2")}`,
        "to come",
      ]),
    );
  });

  it("shows what was paid, and what the first installment left", () => {
    const { card } = watching({ loans: [partlyRepaid.loan], at: at("2016-03-11") });
    expect(card?.rows[0]).toEqual(["1", "10 Mar 2016", "¥2,145.00", "paid"]);
    expect(factOf(card, "Principal left")).toBe("¥8,000.00");
  });

  it("is dated by the clock that was just moved", () => {
    const { card, text } = watching({
      loans: [loan],
      notices: [{ kind: "clock-moved", to: "2016-03-10T02:00:00.000Z" }],
    });
    expect(card?.rows[0]?.at(-1)).toBe("due today");
    expect(text).toContain("¥2,145.00 is due today");
  });

  it("counts the days overdue and the penalty", () => {
    const { text } = watching({ loans: [loan], at: at("2016-03-13") });
    expect(text).toContain("3 days overdue: ¥2,148.00");
  });
});

describe("answers use the borrower's own figures", () => {
  const answer = (topic: string, change = {}): string =>
    renderJourney({
      value: "idle",
      context: contextAt("idle", { locale: "en", notices: [{ kind: "answer", topic }], ...change }),
      seq: 1,
    }).text;

  it("rate and limit", () => {
    expect(answer("rate-what")).toContain("0.05% a day, 18% a year");
    expect(answer("my-limit", { loans: [loan] })).toContain(
      "Your limit is ¥54,500.00, of which you can still borrow ¥44,500.00",
    );
    expect(answer("my-limit", { assessment: null })).toContain("up to ¥200,000.00");
  });

  it("what it takes to settle, and to catch up", () => {
    // By hand: 28 days of 10,000 at 0.05 % are 140.00 on 9 March.
    expect(answer("repay-early-allowed", { loans: [loan], at: at("2016-03-09") })).toContain("¥10,140.00");
    expect(answer("overdue-consequences", { loans: [loan], at: at("2016-03-13") })).toContain("¥2,148.00");
  });
});

describe("what just happened", () => {
  it("a repayment is told with what it covered and what comes next", () => {
    const notices = [
      { kind: "repaid" as const, loanId: loan.id, repaymentId: partlyRepaid.repaymentId, settled: false },
    ];
    const context = contextAt("quoting.askingTerm", {
      locale: "en",
      loans: [partlyRepaid.loan],
      at: at("2016-03-10"),
      notices,
    });
    const { text } = renderJourney({ value: { quoting: "askingTerm" }, context, seq: 1 });
    expect(text).toContain("Repaid ¥2,145.00: principal ¥2,000.00, interest ¥145.00.");
    expect(text).toContain("The next payment is ¥2,124.00, due on 10 Apr 2016.");
    expect(text).not.toContain("penalty");
  });

  it("a correction after the quote says what changed and that the old quote is void", () => {
    const changes = [{ slot: "amount" as const, from: "20000.00", to: "10000.00" }];
    const context = contextAt("quoting.reviewing", {
      notices: [{ kind: "corrected", changes, quoteVoided: true }],
    });
    const { text } = renderJourney({ value: { quoting: "reviewing" }, context, seq: 1 });
    expect(text).toContain("金额从 ¥20,000.00 改成 ¥10,000.00");
    expect(text).toContain("之前的报价作废");
  });

  it("a very long text that is no amount is quoted back short", () => {
    const given = "9".repeat(4000);
    const notice = {
      kind: "amount-refused" as const,
      reason: "too-large" as const,
      given,
      minimum: "100.00",
      maximum: "54500.00",
    };
    const context = contextAt("quoting.askingAmount", { locale: "en", notices: [notice] });
    const { text } = renderJourney({ value: { quoting: "askingAmount" }, context, seq: 1 });
    expect(text.length).toBeLessThan(200);
    expect(text).toContain("¥100.00 to ¥54,500.00");
  });
});
