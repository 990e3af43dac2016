/** "Not X but Y" is Y wherever the stage knows it, and never a cancellation; alone a refusal stays one. */
import { describe, expect, it } from "vitest";
import { noArrangements } from "../../machines/journey-context.ts";
import type { JourneyEvent } from "../../machines/journey-events.ts";
import { loan } from "../support/fixtures/published-loan.ts";
import { at, quotedContext } from "../support/fixtures/spoken-at.ts";
import { understand } from "./understand-text.ts";

const owing = { loans: [loan], at: "2016-03-13T02:00:00.000Z" };
const forms = [
  at("checkingEligibility.identifying"),
  at("checkingEligibility.authorising"),
  at("quoting.askingAmount"),
  at("quoting.askingPurpose"),
  at("quoting.reviewing", quotedContext),
  at("confirming.reviewingContract", quotedContext),
  at("confirming.signing", quotedContext),
];

const corrections: [said: string, slots: object][] = [
  ["不要三万要两万", { amount: "20000" }],
  ["我不借8000了，借6000", { amount: "6000" }],
  ["说错了，不是1万5，是1万2", { amount: "12000" }],
  ["要五千，不是五万", { amount: "5000" }],
  ["一万太多了，八千吧", { amount: "8000" }],
  ["别分20期了，分10期", { installments: 10 }],
  ["不是10个月是5个月", { installments: 5 }],
  ["12期太长，6期就好", { installments: 6 }],
  ["不要等额本息，要等额本金", { method: "equal-principal" }],
  ["不是看病，是交学费", { purpose: "education" }],
  ["I don't want 8000, I want 6000", { amount: "6000" }],
  ["不用那么多，借7000", { amount: "7000" }],
  ["I don't need that much, just 9000", { amount: "9000" }],
  ["I said 4000 not 14000", { amount: "4000" }],
  ["it isn't 7000, it's 5000", { amount: "5000" }],
  ["not 20 months, 10", { installments: 10 }],
  ["I didn't say 10 months, I said 5 months", { installments: 5 }],
  ["10 installments instead of 20", { installments: 10 }],
  ["not for travel, for tuition", { purpose: "education" }],
];

describe("what is put in another's place corrects an application, at every stage of it", () => {
  it.each(corrections)("%s", (said, slots) => {
    for (const situation of forms)
      expect(understand(said, situation).event).toEqual({ type: "provide", ...slots });
  });
  const figures = corrections.filter(([, slots]) => !("purpose" in slots));
  it.each(figures)("outside one it is a wish for it: %s", (said, slots) => {
    for (const path of ["idle", "reminding.watching"])
      expect(understand(said, at(path)).event).toEqual({ type: "borrow", ...slots });
  });
});

describe("what is put in another's place corrects a repayment, a day, an hour", () => {
  it.each([
    ["repaying.choosingRail", "不用零钱，用银行卡", { type: "repay.rail", rail: "bank-card" }],
    ["repaying.reviewing", "not from my wallet, use my bank card", { type: "repay.rail", rail: "bank-card" }],
    ["repaying.askingAmount", "不还2000，还1500", { type: "provide", amount: "1500" }],
    ["repaying.reviewing", "不全部还清，只还800", { type: "provide", amount: "800" }],
    ["reminding.watching", "不还全部，只还600", { type: "repay", amount: "600" }],
    ["reminding.watching", "don't pay everything, only 700", { type: "repay", amount: "700" }],
    ["reminding.promising", "不是16号是18号", { type: "promise.make", on: "2016-03-18" }],
    ["reminding.promising", "not the 16th but the 18th", { type: "promise.make", on: "2016-03-18" }],
    ["reminding.choosingHour", "不是10点是9点", { type: "reminder.hour", hour: 9 }],
    ["reminding.choosingHour", "not 10am but 9am", { type: "reminder.hour", hour: 9 }],
    ["reminding.choosing", "不是提前3天，是提前5天", { type: "reminder.set", daysBefore: 5 }],
    ["idle", "不是要借钱，我要还款", { type: "repay" }],
  ] as [string, string, JourneyEvent][])("%s: %s", (path, said, event) => {
    expect(understand(said, at(path, owing)).event).toEqual(event);
  });
  it("a product in another's place is the one that is borrowed from", () => {
    const { event, product } = understand("不要微粒贷，要小鹅花钱", at("idle", owing));
    const chosen = event.type === "product.choose" ? event.product : product;
    expect([event.type, chosen]).toEqual([
      expect.stringMatching(/^borrow$|^product\.choose$/),
      "xiaoe-huaqian",
    ]);
  });
  it("a day that was promised is moved; elsewhere a day or an hour is offered", () => {
    const promise = { id: "p", madeOn: "2016-03-13", promisedOn: "2016-03-16", amount: "1", paidBefore: "0" };
    const promised = { ...owing, arrangements: { ...noArrangements, promise } };
    const moved = { type: "promise.make", on: "2016-03-18" };
    expect(understand("不是16号，是18号", at("reminding.watching", promised)).event).toEqual(moved);
    expect(understand("不是10点是9点", at("quoting.reviewing", quotedContext))).toEqual({
      event: { type: "unclear" },
      alternatives: [{ type: "reminder.hour", hour: 9 }],
    });
  });
});

describe("alone a refusal is one, and what is turned down is never taken", () => {
  it.each(["不要了", "不借了", "I don't want it", "不想借了"])("%s", (said) => {
    for (const situation of forms)
      expect(understand(said, situation).event.type).toMatch(/^(?:cancel|credit\.decline)$/);
  });
  it.each([
    ["不要两万", { type: "amount.change" }],
    ["I don't want 5000", { type: "amount.change" }],
    ["别分12期", { type: "term.change" }],
  ])("%s asks for another one", (said, event) => {
    for (const situation of forms) expect(understand(said, situation).event).toEqual(event);
  });
  it.each(["为什么不是5000是3000", "why is it not 5000 but 3000", "要不要借5000"])("%s only asks", (said) => {
    const { event } = understand(said, at("quoting.reviewing", quotedContext));
    expect(event.type).toMatch(/^(?:ask|unclear)$/);
  });
});
