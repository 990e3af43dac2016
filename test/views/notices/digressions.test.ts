import { describe, expect, it } from "vitest";
import { renderJourney } from "../../../bot/views/render-journey.ts";
import type { Notice } from "../../../machines/journey-context.ts";
import { loan } from "../../support/fixtures/published-loan.ts";
import { contextAt } from "../../support/fixtures/situations.ts";
import { labelsOf } from "../shown-text.ts";

describe("a question in the middle of a stage", () => {
  const context = contextAt("quoting.reviewing", {
    locale: "en",
    notices: [{ kind: "answer", topic: "is-on-pboc" }],
  });
  const shown = renderJourney({ value: { quoting: "reviewing" }, context, seq: 1 });

  it("is answered without repeating the quote, and leads back to it", () => {
    expect(shown.text).toContain("credit bureau");
    expect(shown.text).toContain("You were looking at your quote");
    expect(shown.card).toBeUndefined();
  });

  it("leaves the stage's buttons at hand", () => {
    expect(labelsOf(shown)).toContain("Accept the quote");
  });
});

describe("choices that stand above the stage's own", () => {
  const at = (notice: "choose-language" | "choose-persona" | "help"): string[] =>
    labelsOf(
      renderJourney({
        value: { quoting: "askingTerm" },
        context: contextAt("quoting.askingTerm", { locale: "en", notices: [{ kind: notice }] }),
        seq: 1,
      }),
    );

  it("languages", () => expect(at("choose-language").slice(0, 3)).toEqual(["中文", "English", "5 months"]));
  it("personas", () => expect(at("choose-persona")[0]).toBe("Ordinary user"));
  it("questions", () =>
    expect(at("help").slice(0, 2)).toEqual(["On my credit report?", "What is the rate?"]));
});

describe("what is only offered besides", () => {
  const first = (notices: Notice[]): string[] =>
    labelsOf(
      renderJourney({
        value: { quoting: "askingMethod" },
        context: contextAt("quoting.askingMethod", { locale: "en", notices }),
        seq: 1,
      }),
    );

  it("leaves the answers to what is asked in their place", () => {
    expect(first([{ kind: "approved" }]).slice(0, 2)).toEqual(["Equal principal", "Level payment"]);
    expect(first([{ kind: "approved" }])).toContain("How was I scored?");
  });
  it("so does a person, where understanding fails", () => {
    expect(first([{ kind: "unclear", person: true }]).slice(0, 2)).toEqual([
      "Equal principal",
      "Level payment",
    ]);
    expect(first([{ kind: "unclear", person: true }]).at(-1)).toBe("Talk to a person");
  });
});

describe("a refused answer", () => {
  it("names the range once, where it was asked for", () => {
    const notice = { kind: "term-refused" as const, given: 7, allowed: [5, 10, 20] };
    const context = contextAt("quoting.askingTerm", { locale: "en", notices: [notice] });
    const { text } = renderJourney({ value: { quoting: "askingTerm" }, context, seq: 1 });
    expect(text).toBe("7 months is not on offer; choose 5, 10 or 20.");
  });

  it("does not hide the next question when the journey went on", () => {
    const notice = { kind: "term-refused" as const, given: 7, allowed: [5, 10, 20] };
    const context = contextAt("quoting.askingMethod", { locale: "en", notices: [notice] });
    const { text } = renderJourney({ value: { quoting: "askingMethod" }, context, seq: 1 });
    expect(text).toContain("How would you like to repay?");
  });
});

describe("a reminder", () => {
  it("brings repayment to hand wherever the borrower is", () => {
    const context = contextAt("idle", {
      locale: "en",
      loans: [loan],
      at: "2016-03-10T09:00:00+08:00",
      notices: [{ kind: "reminder", loanId: loan.id, installment: 1, stage: "due" }],
    });
    const shown = renderJourney({ value: "idle", context, seq: 1 });
    expect(shown.text).toContain("¥2,145.00 is due today");
    expect(labelsOf(shown)[0]).toBe("Repay");
    expect(shown.menu).toBe(false);
  });

  it("that comes late speaks of the day on which it is read", () => {
    const told = ["2016-03-08", "2016-03-10", "2016-03-13"].map((day) => {
      const context = contextAt("idle", {
        locale: "en",
        loans: [loan],
        at: `${day}T09:00:00+08:00`,
        notices: [{ kind: "reminder", loanId: loan.id, installment: 1, stage: "before" }],
      });
      return renderJourney({ value: "idle", context, seq: 1 }).text;
    });
    expect(told[0]).toContain("due on 10 Mar 2016, in 2 days");
    expect(told[1]).toContain("is due today");
    expect(told[2]).toContain("¥2,148.00 is 3 days overdue");
  });
});

describe("what may be replaced by the next reply", () => {
  const menuAt = (value: string | Record<string, string>, path: Parameters<typeof contextAt>[0]): boolean =>
    renderJourney({ value, context: contextAt(path), seq: 1 }).menu;

  it("a menu may", () => expect(menuAt("idle", "idle")).toBe(true));
  it("a quote may not", () => expect(menuAt({ quoting: "reviewing" }, "quoting.reviewing")).toBe(false));
  it("a contract may not", () =>
    expect(menuAt({ confirming: "reviewingContract" }, "confirming.reviewingContract")).toBe(false));
  it("a receipt above a menu may not", () => {
    const notices = [{ kind: "repaid" as const, loanId: loan.id, repaymentId: "r", settled: true }];
    expect(renderJourney({ value: "idle", context: contextAt("idle", { notices }), seq: 1 }).menu).toBe(
      false,
    );
  });
});
