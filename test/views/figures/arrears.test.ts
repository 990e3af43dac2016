/** Whoever is in arrears finds no way to another loan on any screen, after any notice, in any answer. */
import { describe, expect, it } from "vitest";
import { decodeButton } from "../../../bot/buttons.ts";
import { allTopics } from "../../../bot/knowledge/topics.ts";
import { messagesIn } from "../../../bot/locales/messages-in.ts";
import { renderJourney } from "../../../bot/views/render-journey.ts";
import type { Locale } from "../../../domain/language/languages.ts";
import type { JourneyContext, Notice } from "../../../machines/journey-context.ts";
import { notices } from "../../support/fixtures/notices.ts";
import { loan } from "../../support/fixtures/published-loan.ts";
import { locales, situations } from "../../support/fixtures/situations.ts";
import { shownText } from "../shown-text.ts";

/** Ten days after the first installment's day. */
const overdue = { loans: [loan], at: "2016-03-20T10:00:00+08:00", processing: [] };

const towardsLoan =
  /^(?:borrow|product\.choose|buy|identity\.start|credit\.authorise|quote\.|contract\.|sign$|amount\.change|term\.change)/;
const invitations =
  /点“借钱”|说“借钱”|可以借钱|现在还能借|就能开始|借20000|can still borrow|press “Borrow”|say “borrow|you can borrow|“borrow 20000|press one to begin/i;

const shownTo = (value: (typeof situations)[number]["value"], context: JourneyContext) =>
  renderJourney({ value, context: { ...context, ...overdue }, seq: 7 });

function expectNoWayToALoan(shown: ReturnType<typeof renderJourney>, path: string): void {
  for (const { id, label } of shown.buttons.flat()) {
    const event = decodeButton(id)?.event;
    expect(event?.type, label).not.toMatch(towardsLoan);
    if (!path.startsWith("repaying")) expect(event?.type, label).not.toBe("provide");
  }
}

/** Applications end before they come to rest in arrears: only what is shown elsewhere can invite. */
const atRest = situations.filter(({ path }) => /^(?:idle|locatingEntry|reminding|repaying)/.test(path));
const told: Notice[] = [
  // Those of an application's end do not occur, and a clock that moved shows another day.
  ...notices.filter(({ kind }) => !["credit-declined", "approved", "clock-moved"].includes(kind)),
  ...allTopics().map(({ id: topic }) => ({ kind: "answer" as const, topic })),
  { kind: "unclear", alternatives: [{ type: "borrow", amount: "5000" }, { type: "repay" }] },
  { kind: "also", alternatives: [{ type: "borrow" }] },
  { kind: "quote-left" },
  { kind: "courtesy", of: "lost" },
];

const notTwice = (locale: Locale): string =>
  ({ "zh-CN": "不用重复还", en: "no need to pay twice" })[locale as string] ??
  messagesIn(locale).arrears.onTheWay({ amount: "2155.00", arrivesOn: "2016-03-22" });

describe.each(locales)("in arrears, in %s", (locale) => {
  it.each(situations)("$name has no button towards a loan", ({ path, value, context }) => {
    expectNoWayToALoan(shownTo(value, { ...context, locale }), path);
  });

  it.each(atRest)("$name invites to none, whatever is told there", ({ path, value, context }) => {
    for (const notice of told) {
      const shown = shownTo(value, { ...context, locale, notices: [notice] });
      expectNoWayToALoan(shown, path);
      expect(shownText(shown), JSON.stringify(notice)).not.toMatch(invitations);
    }
  });

  it.each(["overdue-2", "overdue-3"] as const)("the %s notice within a quote leads to paying", (stage) => {
    const [quoted] = situations.filter(({ path }) => path === "quoting.reviewing");
    if (!quoted) throw new Error("nothing is quoted");
    const reminded: Notice = { kind: "reminder", loanId: loan.id, installment: 1, stage };
    const shown = shownTo(quoted.value, { ...quoted.context, locale, notices: [reminded] });
    const types = shown.buttons.flat().map(({ id }) => decodeButton(id)?.event.type);
    expect(types).toEqual(expect.arrayContaining(["repay", "hardship"]));
    expectNoWayToALoan(shown, "quoting.reviewing");
  });

  it("whether one may borrow is answered with what to pay, to the cent", () => {
    const [idle] = atRest.filter(({ path }) => path === "idle");
    if (!idle) throw new Error("no idle");
    const asked: Notice = { kind: "answer", topic: "am-i-eligible" };
    const shown = shownTo(idle.value, { ...idle.context, locale, notices: [asked] });
    expect(shown.text).toContain("JD201602100001");
    expect(shown.text).toContain("¥2,155.00");
    const types = shown.buttons.flat().map(({ id }) => decodeButton(id)?.event.type);
    expect(types.slice(0, 3)).toEqual(["repay", "loans.show", "hardship"]);
  });

  it("a payment on its way does not count before it has arrived, and is not asked for again", () => {
    const [idle] = atRest.filter(({ path }) => path === "idle");
    if (!idle) throw new Error("no idle");
    const processing = [{ repaymentId: "r1", loanId: loan.id, amount: "2155.00", arrivesOn: "2016-03-22" }];
    const context = {
      ...idle.context,
      ...overdue,
      locale,
      processing,
      notices: [{ kind: "arrears" as const }],
    };
    const shown = renderJourney({ value: idle.value, context, seq: 7 });
    expect(shown.text).toContain(notTwice(locale));
    expect(shown.buttons.flat().map(({ id }) => decodeButton(id)?.event.type)).not.toContain("repay");
    expectNoWayToALoan(shown, "idle");
  });
});
