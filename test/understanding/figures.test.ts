/** Which figures of a message count: none of a question, and none that is merely mentioned. */
import { describe, expect, it } from "vitest";
import type { JourneyEvent } from "../../machines/journey-events.ts";
import { loan } from "../support/fixtures/published-loan.ts";
import { at, quotedContext } from "../support/fixtures/spoken-at.ts";
import { understand } from "./understand-text.ts";

const owing = { loans: [loan], at: "2016-03-13T02:00:00.000Z" };
const stages = [
  at("idle"),
  at("reminding.watching", owing),
  at("reminding.choosing", owing),
  at("reminding.choosingHour", owing),
  at("repaying.choosingKind", owing),
  at("repaying.askingAmount", owing),
  at("checkingEligibility.authorising"),
  at("quoting.askingAmount"),
  at("quoting.askingTerm"),
  at("quoting.reviewing", quotedContext),
  at("confirming.reviewingContract", quotedContext),
];

const takesFigures = (event: JourneyEvent): boolean =>
  /^(?:borrow|provide|repay|reminder\.set|reminder\.hour|promise\.make|snooze)$/.test(event.type);

describe("a figure that is mentioned or asked about is for no form, at any stage", () => {
  it.each([
    ...["12363是什么电话", "95188是谁打来的", "12378是干嘛的", "万分之五就是一万块一天五块钱对吗"],
    ...[
      "年化18%是不是一千块一年180",
      "上次说额度提到了8万",
      "支付宝给我批了6万",
      "我月薪一万二",
      "我一共欠了4万5",
    ],
    ...[
      "我名下有2笔",
      "我今年19岁",
      "24小时内能放款吗",
      "3个工作日能到吗",
      "我尾号6688的卡怎么换",
      "2025年借的还能查到吗",
    ],
    ...[
      "借呗那边欠了三万",
      "花呗额度5000怎么用",
      "朋友借我5000不还",
      "首页写着最高20万是真的吗",
      "扣了我1200",
    ],
    ...[
      "is 12378 a real hotline?",
      "why does it say 200000 at most",
      "my salary is 9000",
      "my bank gave me 30000",
    ],
    ...[
      "i am 19 years old",
      "is 0.05% five yuan a day on 10000?",
      "change my pin to 4321",
      "i owe 8000 elsewhere",
    ],
  ])("%s", (said) => {
    for (const situation of stages) {
      const { event, alternatives = [] } = understand(said, situation);
      expect([event, ...alternatives].filter(takesFigures)).toEqual([]);
    }
  });
});

describe("a wish asked as a question is answered, with the loan as a button", () => {
  it.each([
    ["能借三万吗", { type: "borrow", amount: "30000" }],
    ["可不可以借我8000", { type: "borrow", amount: "8000" }],
    ["借6000分6期每月还多少", { type: "borrow", amount: "6000", installments: 6 }],
    ["can I borrow 3000 over 10 months?", { type: "borrow", amount: "3000", installments: 10 }],
  ])("%s", (said, offer) => {
    const { event, alternatives } = understand(said, at("idle"));
    expect(event.type).toBe("ask");
    expect(alternatives).toContainEqual(offer);
  });
  it("a payment asked about is offered as one", () => {
    const { event, alternatives } = understand("我能先还800吗", at("reminding.watching", owing));
    expect(event.type).toBe("ask");
    expect(alternatives).toEqual([{ type: "repay", amount: "800" }]);
  });
  it("where the amount is what is asked for, leave is asked for the answer", () => {
    const { event } = understand("8000可以吗", at("quoting.askingAmount"));
    expect(event).toEqual({ type: "provide", amount: "8000" });
  });
});

describe("of several sums the wanted one counts", () => {
  it.each([
    ["我工资9000，想借2万", { type: "borrow", amount: "20000" }],
    ["我每月房租3000，想借5000", { type: "borrow", amount: "5000" }],
    ["我想借钱，大概3万，分12个月", { type: "borrow", amount: "30000", installments: 12 }],
    ["上回借的6000我想先还1500", { type: "repay", amount: "1500" }],
    ["my salary is 9000 and i want to borrow 4000", { type: "borrow", amount: "4000" }],
  ])("%s", (said, event) => {
    expect(understand(said, at("idle")).event).toEqual(event);
  });
});
