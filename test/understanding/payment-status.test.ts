/** "Did my payment arrive?" in whatever words, and what is not asked by it. */
import { describe, expect, it } from "vitest";
import type { JourneyContext } from "../../machines/journey-context.ts";
import { situations } from "../support/fixtures/situations.ts";
import { at } from "../support/fixtures/spoken-at.ts";
import { understand } from "./understand-text.ts";

const [loan] = situations.flatMap(({ context }) => context.loans);
if (!loan) throw new Error("no situation has a loan");
const borrowed: Partial<JourneyContext> = { loans: [{ ...loan, repayments: [] }] };
const sent: Partial<JourneyContext> = {
  ...borrowed,
  processing: [{ repaymentId: "r", loanId: loan.id, amount: "500.00", arrivesOn: "2026-02-12" }],
};

const ofPayment = [
  ...["钱扣了吗", "扣款成功了吗", "我还的钱到了吗", "还款成功了没", "扣没扣钱", "今天的月供划走了没"],
  ...["还进去的钱入账没有", "你们收到我的还款没", "转过去那笔到账没", "這期還款到賬了嗎", "怎么还没扣我的钱"],
  ...[
    "did my payment go through",
    "has my repayment landed yet",
    "was my card charged",
    "did you get my payment",
  ],
  ...[
    "is my transfer still pending",
    "has the direct debit bounced",
    "my installment still hasn't been taken",
  ],
];
const ofOneMonth = [
  ...["3月的还上了吗", "第二期付掉没有", "这期结清了吗", "钱扣了但是没显示还款"],
  ...["is my repayment in", "has the bank taken it yet", "is march settled"],
];
/** A yes to these would be paid twice. */
const ofPayingAgain = [
  ...["要不要再还", "需要重新付款吗", "还要再转一次吗", "该不该再付一遍"],
  ...["should I pay again", "do I need to pay again?", "do I have to repay it a second time"],
];
const ofMoney = ["到账了吗", "钱到了没", "收到了吗", "did it go through", "has the money arrived?"];
const ofElse = [
  ...[
    "怎么还款",
    "可以提前还吗",
    "我的申请到哪一步了",
    "放款成功了吗",
    "还款日是哪天",
    "会扣我工资吗",
    "还剩几期没还",
  ],
  ...["how do I repay", "can I pay early", "has my loan been approved", "when is my payment due"],
];

const topicOf = (text: string, context: Partial<JourneyContext>, path = "idle") => {
  const { event } = understand(text, at(path, context));
  return event.type === "ask" ? event.topic : event.type;
};

describe("a payment asked after", () => {
  it.each(ofPayment)("%s", (text) => {
    expect(topicOf(text, borrowed)).toBe("repay-success-check");
    expect(topicOf(text, sent)).toBe("repay-success-check");
  });

  it.each(ofOneMonth)("by its month or by what is seen of it: %s", (text) => {
    expect(topicOf(text, sent)).toBe("repay-success-check");
    expect(topicOf(text, { ...borrowed, processing: [] }, "reminding.watching")).toBe("repay-success-check");
  });

  it.each(["12378?", "500吗"])("nothing can be paid beside it, and none is offered: %s", (text) => {
    const { event, alternatives = [] } = understand(text, at("repaying.nothing", sent));
    expect([event, ...alternatives].filter(({ type }) => type.startsWith("repay"))).toEqual([]);
  });

  it.each(ofPayingAgain)("which is on its way, is not to be paid again: %s", (text) => {
    expect(topicOf(text, sent, "reminding.watching")).toBe("repay-success-check");
  });

  it.each(ofMoney)("without a word of which money, the later event is meant: %s", (text) => {
    expect(topicOf(text, borrowed)).toBe("application-status");
    expect(topicOf(text, sent)).toBe("repay-success-check");
    const refusedPayment = { on: "2026-02-09", reason: "card-rejected" } as const;
    expect(topicOf(text, { ...borrowed, refusedPayment })).toBe("repay-success-check");
    expect(topicOf(text, sent, "confirming.payingOut")).toBe("application-status");
  });

  it.each(ofElse)("is not meant by: %s", (text) => {
    expect(topicOf(text, sent)).not.toBe("repay-success-check");
  });
});
