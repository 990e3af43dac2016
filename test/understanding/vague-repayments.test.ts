import { describe, expect, it } from "vitest";
import type { JourneyEvent } from "../../machines/journey-events.ts";
import { loan } from "../support/fixtures/published-loan.ts";
import { at, quotedContext } from "../support/fixtures/spoken-at.ts";
import { understand } from "./understand-text.ts";

const owing = { loans: [loan], at: "2016-03-13T02:00:00.000Z" };
const part: JourneyEvent = { type: "repay.kind", kind: "partial" };
const repay = (amount: string): JourneyEvent => ({ type: "repay", amount });

const rough: [said: string, amounts: string[]][] = [
  ["先还七八百", ["700", "800"]],
  ["还两千来块吧", ["2000"]],
  ["我能还600左右", ["600"]],
  ["还1200多", ["1200"]],
  ["i will pay around nine hundred", ["900"]],
  ["pay back 1500 or so", ["1500"]],
  ["先还个几百块", []],
  ["还几千", []],
  ["先还一些", []],
  ["我只能先还一点", []],
  ["多少还点吧", []],
  ["尽量还一些", []],
  ["let me pay a bit now", []],
];

describe("a repayment of a sum that is not said exactly stays a repayment", () => {
  it.each(rough)("%s", (said, amounts) => {
    for (const path of [
      "idle",
      "reminding.watching",
      "reminding.choosing",
      "repaying.choosingKind",
      "repaying.askingAmount",
    ]) {
      const { event, alternatives = [] } = understand(said, at(path, owing));
      expect(event).toEqual(part);
      expect(alternatives).toEqual(amounts.map(repay));
    }
  });
  it.each(rough.filter(([, amounts]) => amounts.length > 0))(
    "in an application it is asked back: %s",
    (said, amounts) => {
      const { event, alternatives } = understand(said, at("quoting.reviewing", quotedContext));
      expect(event).toEqual({ type: "unclear" });
      expect(alternatives).toEqual(amounts.map(repay));
    },
  );
  it("while its sum is asked for, a rough one is offered as one to repay", () => {
    expect(understand("八九百吧", at("repaying.askingAmount", owing))).toEqual({
      event: part,
      alternatives: [repay("800"), repay("900")],
    });
  });
});
