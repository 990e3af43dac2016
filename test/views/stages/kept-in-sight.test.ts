/** What a page can keep in sight, fold away or put into a drawer: told with every reply. */
import { describe, expect, it } from "vitest";
import { renderJourney } from "../../../bot/views/render-journey.ts";
import { loan } from "../../support/fixtures/published-loan.ts";
import { contextAt, stateAt } from "../../support/fixtures/situations.ts";

const shown = (path: "reminding.watching" | "quoting.reviewing" | "idle", change = {}) =>
  renderJourney({ value: stateAt(path), context: contextAt(path, change), seq: 1 });

const owing = { loans: [loan] };

describe("what is to be paid next", () => {
  it("is the installment to come, with its day", () => {
    expect(shown("reminding.watching", { ...owing, at: "2016-02-20T10:00:00+08:00" }).due).toEqual({
      text: "2016年3月10日要还 ¥2,145.00",
      pressing: false,
    });
  });
  it("presses on the day, and after it", () => {
    expect(shown("reminding.watching", { ...owing, at: "2016-03-10T10:00:00+08:00" }).due).toEqual({
      text: "今天到期，要还 ¥2,145.00",
      pressing: true,
    });
    // By hand: 2,145.00 and ten days of 2,000.00 at 0.05 % a day.
    expect(shown("reminding.watching", { ...owing, at: "2016-03-20T10:00:00+08:00" }).due).toEqual({
      text: "已逾期10天，今天要还 ¥2,155.00",
      pressing: true,
    });
  });
  it("is nothing for whoever owes nothing", () => {
    expect(shown("idle", { loans: [] })).not.toHaveProperty("due");
  });
});

describe("a quote", () => {
  it("has its schedule in brief", () => {
    expect(shown("quoting.reviewing").card?.rowsInBrief).toBe("5期共还 ¥10,451.00，首期 ¥2,145.00");
  });
});

describe("the sandbox's tools", () => {
  it("are told from the conversation's own buttons", () => {
    const { buttons } = shown("reminding.watching", owing);
    const tools = buttons.flat().filter(({ tool }) => tool);
    expect(tools.map(({ label }) => label)).toEqual(["快进到下个还款日", "快进到逾期", "快进一天"]);
  });
});
