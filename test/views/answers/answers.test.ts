import { describe, expect, it } from "vitest";
import type { Card } from "../../../bot/messages.ts";
import { renderJourney } from "../../../bot/views/render-journey.ts";
import { interestLines } from "../../../domain/loan/accrual-lines.ts";
import type { TopicId } from "../../../machines/topics.ts";
import { approval } from "../../support/fixtures/journey-contexts.ts";
import { loan, quote } from "../../support/fixtures/published-loan.ts";
import { contextAt, stateAt } from "../../support/fixtures/situations.ts";
import { labelsOf } from "../shown-text.ts";

const asked = (topic: TopicId, change: Parameters<typeof contextAt>[1] = {}) =>
  renderJourney({
    value: "idle",
    context: contextAt("idle", { locale: "en", notices: [{ kind: "answer", topic }], ...change }),
    seq: 1,
  });

const rowOf = (card: Card | undefined, name: string): string[] | undefined =>
  card?.rows.find(([first]) => first === name);

describe("how a borrower was scored", () => {
  const { card, text } = asked("score");

  it("shows every dimension, and they add up to the score", () => {
    const adds = card?.rows.map((row) => Number(row[3])).filter((added) => added > 0) ?? [];
    expect(adds).toHaveLength(4);
    expect(adds.reduce((all, one) => all + one, 0).toFixed(2)).toBe(approval.score);
    expect(rowOf(card, "Payment behaviour")?.[1]).toBe("35%");
  });

  it("tells the tier, its rate and its review", () => {
    expect(text).toContain("a regular user");
    expect(text).toContain("base rate");
    expect(text).toContain("every 180 days");
  });

  // The seed's tiers: 15 % below the base every 90 days, 20 % above it every 360.
  it.each([
    ["high-activity", "15% below the base", "90 days"],
    ["low-frequency", "20% above the base", "360 days"],
  ] as const)("%s: %s", (tier, rate, review) => {
    const { text: told } = asked("score", { assessment: { ...approval, tier } });
    expect(told).toContain(rate);
    expect(told).toContain(review);
  });
});

describe("the limit, line by line", () => {
  // By hand: of 54,500 overall 10,000 are owed on Weilidai, so WE2000 may still lend its whole 800, Weilidai 44,500.
  it("shares one overall limit over the products", () => {
    const we2000 = { ...approval, id: "a2", productId: "we2000", limit: "800.00" };
    const { card } = asked("limit", {
      loans: [loan],
      setAside: [{ productId: "we2000", creditAuthorised: true, assessment: we2000 }],
    });
    expect(rowOf(card, "Overall limit (the highest of them)")?.[1]).toBe("¥54,500.00");
    expect(rowOf(card, "less: principal owed here")?.[1]).toBe("-¥10,000.00");
    expect(rowOf(card, "You can still borrow: Weilidai")?.[1]).toBe("¥44,500.00");
    expect(rowOf(card, "You can still borrow: WE2000")?.[1]).toBe("¥800.00");
  });

  it("subtracts what is owed elsewhere", () => {
    const sharing = { granted: "60000.00", usedElsewhere: "5500.00" };
    const { card } = asked("limit", { assessment: { ...approval, sharing } });
    expect(card?.rows.slice(0, 3).map((row) => row[1])).toEqual(["¥60,000.00", "-¥5,500.00", "¥54,500.00"]);
  });
});

describe("why it is this amount", () => {
  it("every installment of the quote, from its own computation", () => {
    const { card } = asked("why-amount", { quote });
    const unsigned = { ...loan, repayments: [] };
    expect(card?.rows.map((row) => row[4])).toEqual(
      quote.schedule.map(({ number, dueDate }) => `¥${interestLines(unsigned, number, dueDate).rounded}`),
    );
    expect(card?.rows[0]).toEqual([
      ...["1", "29", "¥10,000.00", "145.00", "¥145.00", "¥2,000.00", "¥2,145.00"],
    ]);
  });

  // By hand, three days late: 2,000 x 3 x 0.05 % = 3.00; 145.00 of interest; 2,000.00 of principal.
  it("what is overdue, with its penalty", () => {
    const { card } = asked("why-amount", { loans: [loan], at: "2016-03-13T10:00:00+08:00" });
    expect(card?.rows.map((row) => [row[0], row[2]])).toEqual([
      ["Penalty, no. 1", "¥3.00"],
      ["Interest, no. 1", "¥145.00"],
      ["Principal, no. 1", "¥2,000.00"],
      ["Total", "¥2,148.00"],
    ]);
  });

  it("says so when there is nothing to explain", () => {
    expect(asked("why-amount").text).toContain("no amount to explain");
  });
});

describe("offers side by side", () => {
  it("shows the borrower's own rate, and the published ranges of others", () => {
    const { card } = asked("comparison", { quote });
    expect(rowOf(card, "Weilidai")?.[3]).toBe("18%");
    expect(rowOf(card, "Alipay Jiebei")?.[3]).toBe("5.4%–21.9%");
    expect(rowOf(card, "WE2000")?.[1]).toBe("more than it lends");
    expect(rowOf(card, "Douyin Fangxinjie")?.[1]).toBe("not published");
  });

  it("repeats the source's table of platforms", () => {
    expect(asked("platforms").card?.rows).toEqual([
      ["Weilidai", "¥200,000.00", "7.2%–18%", "at once", "reported"],
      ["Alipay Jiebei", "¥300,000.00", "5.4%–21.9%", "about 2 hours", "partly reported"],
      ["JD Jintiao", "¥250,000.00", "6.5%–24%", "at once", "reported"],
    ]);
  });
});

describe("the burden of a loan", () => {
  const reviewing = (monthly: string | undefined): string =>
    renderJourney({
      value: stateAt("quoting.reviewing"),
      context: contextAt("quoting.reviewing", {
        locale: "en",
        means: monthly === undefined ? undefined : { monthly, savings: "0.00" },
      }),
      seq: 1,
    }).text;

  // 2,145.00 in March are 55 % of 3,900.00 exactly, and more of a yuan less.
  it("is warned of from more than 55 % of the means", () => {
    expect(reviewing("3899.00")).toContain("A word of warning: Mar 2016 takes ¥2,145.00");
    expect(reviewing("3900.00")).toContain("Mind the burden");
  });

  it("is not spoken of while it is light, or the means are not known", () => {
    for (const means of ["9000.00", undefined]) {
      expect(reviewing(means)).not.toContain("warning");
      expect(reviewing(means)).not.toContain("burden");
    }
  });
});

describe("rails with their fees", () => {
  const choosing = (annualRate: string) => {
    const dear = { ...loan, schedule: loan.schedule.map((row) => ({ ...row, payment: annualRate })) };
    return renderJourney({
      value: stateAt("repaying.choosingRail"),
      context: {
        ...contextAt("repaying.choosingRail", { locale: "en" }),
        loans: annualRate === "" ? [loan] : [dear],
      },
      seq: 1,
    });
  };

  it("a credit card costs 0.1 % to 0.3 % of the amount", () => {
    const shown = choosing("");
    expect(shown.text).toContain("fee 0.1%–0.3%, here ¥2.15 to ¥6.45");
    expect(labelsOf(shown)).toContain("Credit card");
  });

  it("is not offered where its fee would bring the loan above the cap", () => {
    // Five payments of 2,119.00 for 10,000 are 23.7 % a year; 0.3 % on each makes 24.9 %.
    const shown = choosing("2119.00");
    expect(shown.text).toContain("more than the cap of 24% a year");
    expect(labelsOf(shown)).not.toContain("Credit card");
  });
});

describe("questions about the borrower's own case", () => {
  it("a refusal is explained reason by reason, with what helps and when to try again", () => {
    const { text } = asked("eligibility", {
      assessment: {
        ...approval,
        outcome: "refused",
        limit: "0.00",
        reasons: [{ code: "currently-overdue" }],
      },
    });
    expect(text).toContain("A loan in your name is overdue at the moment.");
    expect(text).toContain("Pay that first");
    // What can be put right at once may be tried again the day after.
    expect(text).toContain("11 Feb 2016");
  });

  it.each([
    ["first, where what is missing can be put right at once", { code: "no-bank-card" }, true],
    ["last, where only time will help", { code: "poor-credit-history", overdue: 7 }, false],
  ] as const)("another try is offered %s", (_, reason, first) => {
    const assessment = { ...approval, outcome: "refused" as const, reasons: [reason] };
    const path = "checkingEligibility.refused";
    const context = contextAt(path, { locale: "en", refusal: [], assessment });
    const labels = labelsOf(renderJourney({ value: stateAt(path), context, seq: 1 }));
    expect(labels).toContain("Try again");
    expect(labels[0]).toBe(first ? "Try again" : "Home");
  });

  // By hand: of a limit of 54,500 a loan of 10,000 leaves 44,500.
  it("who is approved hears their limit and what is left of it", () => {
    const { text } = asked("eligibility", { loans: [loan] });
    expect(text).toContain("¥54,500.00");
    expect(text).toContain("¥44,500.00");
  });

  it("who was not assessed hears what it takes, and can begin", () => {
    const shown = asked("eligibility", { assessment: null });
    expect(shown.text).toContain("Only the assessment can tell.");
    expect(shown.text).toContain("an age of 18 to 60");
    expect(labelsOf(shown)[0]).toBe("Borrow");
  });

  // DESIGN's published example: the first of five installments is 2,145.00, a month after 10 February.
  it("the schedule is the loan's, or the quote's, or none but the terms", () => {
    const running = asked("schedule", { loans: [loan] });
    expect(running.text).toContain("¥2,145.00, due on 10 Mar 2016");
    expect(running.card?.rows).toHaveLength(5);
    expect(asked("schedule", { quote }).text).toContain("the first payment is ¥2,145.00 on 10 Mar 2016");
    expect(asked("schedule", { quote }).text).toContain("you repay ¥10,451.00, of which ¥451.00 is interest");
    const none = asked("schedule").text;
    expect(none).toContain("5, 10 or 20 months");
    expect(none).not.toContain("cannot");
    expect(none).not.toContain("¥");
  });

  it("due dates stay; whoever cannot pay on the day is told of a promise and of more time", () => {
    expect(asked("due-date").text).toContain("You have nothing to repay now");
    expect(asked("due-date", { loans: [loan] }).text).not.toContain("nothing to repay");
    expect(asked("due-date").text).toContain("cannot be moved");
    expect(asked("due-date").text).toContain("you can promise a day, or ask for more time");
    expect(labelsOf(asked("due-date", { loans: [loan] }))[0]).toBe("I cannot pay");
  });

  // By hand, three days late: 2,145.00 and 2,000 x 3 x 0.05 % = 3.00 of penalty.
  it("a penalty cannot be waived here: what brings it up to date, and what can be done instead", () => {
    const late = asked("waiver", { loans: [loan], at: "2016-03-13T02:00:00.000Z" });
    expect(late.text).toContain("I cannot waive or reduce it");
    expect(late.text).toContain("¥2,148.00 brings you up to date today");
    expect(labelsOf(late)).toEqual(expect.arrayContaining(["I cannot pay", "Talk to a person"]));
    expect(asked("waiver").text).toContain("You are not overdue");
  });

  it("the three steps of collection, on their days, and to the borrower alone", () => {
    const { text } = asked("pursuit");
    for (const day of ["day 1", "day 8", "day 31"]) expect(text).toContain(day);
    expect(text).toContain("to you alone");
  });

  it("when reminders come, and what is not known of calls", () => {
    const { text } = asked("contact-hours");
    expect(text).toContain("from 22:00 to 08:00");
    expect(text).toContain("3 a day at most");
    expect(text).toContain("from day 8 past due");
  });

  it("who lends: of the loan, or of every product where there is none", () => {
    expect(asked("lender", { loans: [loan] }).text).toContain(`Loan ${loan.number} was lent by WeBank`);
    const { text } = asked("lender");
    expect(text).toContain("Xiao'e Huaqian is lent by Home Credit");
    expect(text).toContain("Weilidai is lent by WeBank");
  });

  it("somebody in despair is not led back to an application", () => {
    const { text } = renderJourney({
      value: { quoting: "reviewing" },
      context: contextAt("quoting.reviewing", {
        locale: "en",
        notices: [{ kind: "answer", topic: "distress" }],
      }),
      seq: 1,
    });
    expect(text).toContain("12356");
    expect(text).not.toContain("where were we");
  });

  it("the loan's status tells what was paid out, or why nothing was", () => {
    expect(asked("loan-status", { loans: [loan] }).text).toContain("paid out on 10 Feb 2016");
    expect(asked("loan-status", { quote }).text).toContain("not signed yet");
    expect(asked("loan-status", { assessment: null }).text).toContain("no application");
  });

  it("papers and accounts are left to the lender by name", () => {
    const papers = asked("contract", { loans: [loan] });
    expect(papers.text).toContain(loan.number);
    expect(papers.text).toContain("WeBank");
    expect(labelsOf(papers).slice(0, 2)).toEqual(["My loans", "Talk to a person"]);
    const other = { ...loan, productId: "xiaoe-huaqian" };
    expect(asked("contract", { loans: [other] }).text).toContain("Home Credit");
    expect(asked("account").text).toContain("WeBank");
    expect(asked("account").text).toContain("ending in 6021");
  });

  it("another company's product is left to that company, without a figure", () => {
    const { text } = asked("elsewhere");
    expect(text).toContain("another company's product");
    expect(text).not.toMatch(/\d/);
  });
});
