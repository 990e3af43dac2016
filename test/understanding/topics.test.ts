import { describe, expect, it } from "vitest";
import type { JourneyEvent } from "../../machines/journey-events.ts";
import { loan } from "../support/fixtures/published-loan.ts";
import { at, quotedContext } from "../support/fixtures/spoken-at.ts";
import { understand } from "./understand-text.ts";

const owing = at("reminding.watching", { loans: [loan], at: "2016-03-13T02:00:00.000Z" });

/** Sentences, and the topics by which any of them is well answered. */
const asked: readonly (readonly [topics: readonly string[], sentences: readonly string[]])[] = [
  [
    ["who-is-told", "collection-contact", "call-needed", "profile-info-fill"],
    [
      ...["会告诉我单位吗", "老板会知道我借钱吗", "会打电话给家里人吗", "会不会打扰我朋友", "会爆通讯录吗"],
      ...["别告诉我老婆", "要填紧急联系人吗", "can my boss find out", "will you call my family"],
      ...["please don't tell my wife", "do you need an emergency contact"],
    ],
  ],
  [
    ["collection-contact", "overdue-consequences"],
    ["会上门吗", "会坐牢吗", "会被起诉吗", "我就不还了", "will you sue me", "I refuse to pay"],
  ],
  [
    ["who-is-lender", "relation-to-tencent", "contract-view"],
    [
      "是哪家银行放的款",
      "谁放的款",
      "合同跟谁签",
      "你们有牌照吗",

      "who is lending me the money",
    ],
  ],
  [["penalty-waiver"], ["能不能少收点罚息", "罚息能减免吗", "can you waive the penalty"]],
  [
    ["rate-lower-or-change", "rate-too-high", "why-amount", "rates-differ", "interest-free-coupon"],
    ["这个报价贵了", "能便宜点吗", "利息能少点吗", "利息太高了", "any discount?", "can you lower the rate"],
  ],
  [
    ["documents-needed", "call-needed", "borrow-for-somebody", "supported-banks"],
    ["要什么材料", "要不要我儿子来办", "需要抵押吗", "要接电话吗", "do I need a guarantor"],
  ],
  [["upfront-fee"], ["要先交钱吗", "要交保证金吗", "do I have to pay anything first"]],
  [["loan-not-mine"], ["不是我借的", "有人冒用我的身份", "I didn't take this loan"]],
  [["fraud-under-way"], ["我被骗了", "钱被骗子转走了", "I was just scammed"]],
  [
    ["is-it-scam", "unauthorised-deduct", "is-it-safe"],
    ["会不会偷我钱", "你们是骗子吧", "正规吗", "is this a scam", "are you legit"],
  ],
  [["delete-records"], ["你把我资料删了", "删除我的信息", "delete my data"]],
  [["revoke-authorisation"], ["撤回我的授权", "I want to withdraw my consent"]],
  [
    ["what-words-mean", "repayment-methods"],
    ["单利复利啥意思", "年化是什么意思", "等额本息和等额本金差多少", "what does level payment mean"],
  ],
  [
    ["borrow-again-after-settling", "borrow-again-while-owing"],
    ["能不能循环用", "还了还能再借吗"],
  ],
  [
    ["contact-hours", "collection-contact"],
    ["晚上会打电话吗", "一天打几次", "how often do you call"],
  ],
  [
    ["unauthorised-deduct", "auto-deduct-does-it", "which-card-deducted"],
    ["你们会不会冻结我微信", "会不会扣我工资", "will you freeze my account"],
  ],
  [
    ["is-rate-legal", "daily-rate-meaning", "rate-too-high"],
    ["18%高吗", "is 18% a lot"],
  ],
  [["affects-mortgage"], ["会不会影响我孩子上学", "会影响以后买房吗"]],
  [
    ["cancel-after-payout", "cancel-application"],
    ["签了能反悔吗", "有冷静期吗", "can I cancel after signing"],
  ],
  [
    ["min-payment", "repay-several-times"],
    ["能不能分开还", "能只还利息吗", "what's the minimum payment"],
  ],
  [["distress"], ["我不想活了", "活不下去了", "I want to die"]],
  [
    ["late-1-day-counts", "penalty-how", "penalty-amount"],
    ["晚一天还有事吗", "一天罚息多少钱"],
  ],
  [["compare-competitors", "jiebei-rate", "referral-platforms"], ["京东金条才万分之三"]],
  [["bad-credit-eligible"], ["征信不好能借吗"]],
  [["age-requirement"], ["I'm a student, can I borrow?"]],
  [
    ["repay-early-allowed", "repay-early-part", "early-payoff-interest"],
    ["随时能还不", "能还一半吗", "可以多还点吗"],
  ],
  [
    ["payout-where", "payout-to-other-card"],
    ["可以公户收款吗", "打到哪张卡", "能打到微信零钱吗", "where will the money go"],
  ],
  [
    ["borrow-hours", "payout-when", "review-time"],
    ["周末能放款吗", "多久审批"],
  ],
  [["due-date-when"], ["每个月几号还"]],
];

const topicOf = (event: JourneyEvent): string =>
  event.type === "ask" || event.type === "out-of-scope" ? event.topic : event.type;

describe.each(asked)("%s", (topics, texts) => {
  it.each(texts)("%s", (text) => {
    for (const situation of [at("idle"), at("quoting.reviewing", quotedContext)]) {
      const { event, alternatives = [] } = understand(text, situation);
      const offered = event.type === "unclear" ? alternatives.map(topicOf) : [topicOf(event)];
      expect(topics, `${text}: ${offered}`).toEqual(expect.arrayContaining([expect.toBeOneOf(offered)]));
    }
  });
});

describe("what only sounds like a worry", () => {
  it.each([
    ["我朋友告诉我这里能借钱，怎么借"],
    ["利息和罚息多少"],
    ["我想提前还500"],
    ["可以降低借呗额度吗"],
    ["我要转账给别人"],
    ["想死你了，在吗"],
    ["投诉你们催收"],
    ["朋友欠我五千不还怎么起诉"],
    ["不要给我那么高的额度"],
    ["卡号写错了，钱会打到别人卡上吗"],
    ["把花呗额度调低一点"],
    ["negotiate a payment plan because I can't pay"],
    ["don't let me forget to call mom"],
  ])("%s", (text) => {
    const { event } = understand(text, at("idle"));
    const topics = [
      "who-is-told",
      "collection-contact",
      "penalty-waiver",
      "rate-lower-or-change",
      "compare-competitors",
      "distress",
    ];
    expect(event.type === "ask" && topics.includes(event.topic)).toBe(false);
  });
});

it.each([
  ["想借5000分5期，会告诉我单位吗", { type: "borrow", amount: "5000", installments: 5 }],
  ["要先交钱吗？利息多少", { type: "ask", topic: "rate-what" }],
])("%s: what is said besides is kept", (text, besides) => {
  expect(understand(text, at("idle")).alternatives).toEqual([besides]);
});

describe("remarks on the talk", () => {
  it.each([
    ["滚", "upset"],
    ["烦不烦", "upset"],
    ["抢钱啊", "upset"],
    ["你有病吧", "upset"],
    ["you are useless", "upset"],
    ["看不懂", "lost"],
    ["什么意思", "lost"],
    ["字太多了", "lost"],
    ["我老了不太会用手机", "lost"],
    ["这是啥", "lost"],
    ["I don't understand", "lost"],
    ["我好怕", "anxious"],
    ["I'm scared", "anxious"],
  ])("%s", (text, of) => {
    expect(understand(text, at("idle")).event).toEqual({ type: "courtesy", of });
  });

  it("a question asked rudely is answered", () => {
    expect(understand("他妈的利息到底多少", at("idle")).event).toEqual({ type: "ask", topic: "rate-what" });
    expect(understand("你他妈怎么还没到账", at("idle")).event).toEqual({
      type: "ask",
      topic: "payout-not-arrived",
    });
  });
});

it.each(["这两个有啥区别", "what's the difference between these two"])(
  "%s: of the two ways to repay",
  (text) => {
    expect(understand(text, at("quoting.askingMethod")).event).toEqual({
      type: "ask",
      topic: "repayment-methods",
    });
  },
);

it.each(["我的银行卡你怎么知道", "你怎么有我微信"])("%s: what is stored is shown", (text) => {
  expect(topicOf(understand(text, at("idle")).event)).toMatch(/^(?:mydata|data-held)$/);
});

describe("by whoever owes", () => {
  it.each([
    "怎么办啊",
    "我好怕",
    "我现在真的没钱",
    "求求你们别催了",
    "莫得钱还",
    "冇钱还",
    "what should I do",
  ])("%s: what can be done", (text) => {
    expect(understand(text, owing).event).toEqual({ type: "hardship" });
  });
  it("a loan that they know nothing of", () => {
    expect(understand("我没借过钱", owing).event).toEqual({ type: "ask", topic: "loan-not-mine" });
  });
});

it.each([
  ["wo xiang jie qian", { type: "borrow" }],
  ["huan qian", { type: "repay" }],
  ["I don't speak Chinese", { type: "language.set", locale: "en" }],
])("%s", (text, event) => {
  expect(understand(text, at("idle")).event).toEqual(event);
});

describe("regional words and slips", () => {
  it.each([
    ["不要", "credit.decline"],
    ["唔要", "credit.decline"],
    ["唔", "unclear"],
  ])("%s: a hum alone refuses nothing", (text, type) => {
    expect(understand(text, at("checkingEligibility.authorising")).event.type).toBe(type);
  });

  it.each([
    ["借啲钱得唔得", { type: "ask", topic: "want-to-borrow" }],
    ["一万块，分5其", { type: "borrow", amount: "10000", installments: 5 }],
    ["能提钱还吗", { type: "ask", topic: "repay-early-allowed" }],
    ["借一万一个月还清", { type: "borrow", amount: "10000", installments: 1 }],
    ["你好呀小姑娘", { type: "greet" }],
    ["hi there, I just moved to Shanghai", { type: "greet" }],
    ["拜托你帮我借两万", { type: "borrow", amount: "20000" }],
    ["点哪里", { type: "help" }],
  ])("%s", (text, event) => {
    expect(understand(text, at("idle")).event).toEqual(event);
  });

  it.each(["一个月还好多", "一个月要还多少钱啊"])("%s: every month, not over one month", (text) => {
    const { event, alternatives } = understand(text, at("checkingEligibility.identifying"));
    expect(topicOf(event)).toMatch(/monthly-payment|amount-due/);
    expect(alternatives).toBeUndefined();
  });

  it.each(["点哪里", "咋弄"])("%s, within an application: where one is", (text) => {
    expect(understand(text, at("checkingEligibility.identifying")).event).toEqual({ type: "where" });
  });
});

it.each([
  ["增加额度要交什么材料", "documents-needed"],
  ["办张社保卡要什么资料", "documents-needed"],
  ["我要人接电话", "documents-needed"],
  ["为什么放款这么慢", "who-is-lender"],
  ["基金能用来还借呗吗", "loan-purpose"],
  ["零钱冻结了，如何还钱", "unauthorised-deduct"],
  ["怎么判断手机是真的", "is-it-scam"],
  ["会员费怎么要回来", "upfront-fee"],
  ["取消QQ授权", "delete-records"],
] as const)("%s is not about %s", (text, topic) => {
  expect(understand(text, at("idle")).event).not.toEqual({ type: "ask", topic });
});

it.each(["老给我发信息烦死了", "这破玩意没用，叫人工来", "this bot is useless, get me a human"])(
  "%s: the wish is heard, not only the anger",
  (text) => {
    expect(understand(text, at("idle")).event.type).not.toBe("courtesy");
  },
);

describe("said in passing", () => {
  it.each([
    ["一天罚息多少钱", { type: "ask", topic: "overdue-consequences" }],
    ["钱直接到我卡里吗", { type: "ask", topic: "payout-when" }],
    ["能停息挂账吗", { type: "ask", topic: "bad-debt-other-loans" }],
    ["能打个电话说吗", { type: "ask", topic: "call-me-now" }],
    ["明天再说", { type: "courtesy", of: "yes" }],
    ["你叫什么名字", { type: "ask", topic: "who-are-you" }],
  ])("%s", (text, event) => {
    expect(understand(text, at("idle")).event).toEqual(event);
  });

  it.each([
    ["为啥扣我两次", { type: "ask", topic: "charged-twice" }],
    ["我这个月没发工资", { type: "hardship" }],
  ])("%s, by whoever owes", (text, event) => {
    expect(understand(text, owing).event).toEqual(event);
  });

  it.each([
    ["最短的", { type: "provide", installments: 5 }],
    ["越久越好", { type: "provide", installments: 20 }],
    ["the longest", { type: "provide", installments: 20 }],
    ["随便", { type: "where" }],
    ["you decide", { type: "where" }],
  ])("%s, where the term is asked for", (text, event) => {
    expect(understand(text, at("quoting.askingTerm")).event).toEqual(event);
  });
});

describe("in arrears", () => {
  it.each(["I have no money right now", "my salary comes on the 15th, can I pay then"])(
    "%s: what can be done",
    (text) => {
      expect(understand(text, owing).event).toEqual({ type: "hardship" });
    },
  );

  it.each([
    ["do you call at night", { type: "ask", topic: "contact-hours" }],
    ["what if I just ignore you", { type: "ask", topic: "collection-contact" }],
    ["will this be on my record forever", { type: "ask", topic: "is-on-pboc" }],
    ["会不会告诉我屋头", { type: "ask", topic: "who-is-told" }],
    ["thanks for nothing", { type: "courtesy", of: "upset" }],
    ["小姑娘在不", { type: "ask", topic: "anyone-there" }],
  ])("%s", (text, event) => {
    expect(understand(text, owing).event).toEqual(event);
  });
});
