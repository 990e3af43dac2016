import { describe, expect, it } from "vitest";
import type { JourneyContext } from "../../machines/journey-context.ts";
import type { JourneyEvent } from "../../machines/journey-events.ts";
import { at, quotedContext } from "../support/fixtures/spoken-at.ts";
import { understand } from "./understand-text.ts";

type Row = [said: string, event: JourneyEvent];

function eachMeans(path: string, rows: Row[], context: Partial<JourneyContext> = {}): void {
  it.each(rows)(`${path}: %s`, (said, event) => {
    expect(understand(said, at(path, context)).event).toEqual(event);
  });
}

const unclear: JourneyEvent = { type: "unclear" };
const assent: JourneyEvent = { type: "assent" };

describe("a wish to borrow fills what it says", () => {
  eachMeans("idle", [
    ["想借两万，分12期", { type: "borrow", amount: "20000", installments: 12 }],
    ["我想借20000分10期", { type: "borrow", amount: "20000", installments: 10 }],
    ["5000块 分6个月", { type: "borrow", amount: "5000", installments: 6 }],
    ["借2万5，半年还清", { type: "borrow", amount: "25000", installments: 6 }],
    ["借两万分10期 装修用", { type: "borrow", amount: "20000", installments: 10, purpose: "renovation" }],
    ["I want to borrow 20,000 in 10 installments", { type: "borrow", amount: "20000", installments: 10 }],
    ["I need five thousand for a year", { type: "borrow", amount: "5000", installments: 12 }],
    ["borrow 20k", { type: "borrow", amount: "20000" }],
    ["20000", { type: "borrow", amount: "20000" }],
    ["我要借钱", { type: "borrow" }],
    ["I need a loan", { type: "borrow" }],
    ["借 -5 元", { type: "borrow", amount: "-5" }],
  ]);
});

describe("a bare figure is what the stage asks", () => {
  eachMeans("quoting.askingAmount", [
    ["12", { type: "provide", amount: "12" }],
    ["两万", { type: "provide", amount: "20000" }],
    ["2w", { type: "provide", amount: "20000" }],
    ["-5", { type: "provide", amount: "-5" }],
    ["0", { type: "provide", amount: "0" }],
    ["0.001", { type: "provide", amount: "0.001" }],
    ["99999999", { type: "provide", amount: "99999999" }],
    ["five thousand", { type: "provide", amount: "5000" }],
    ["abc", unclear],
    ["13800138000", unclear],
    ["WE2000", { type: "product.choose", product: "we2000" }],
    ["$5000", unclear],
  ]);
  eachMeans("quoting.askingTerm", [
    ["12", { type: "provide", installments: 12 }],
    ["10期", { type: "provide", installments: 10 }],
    ["十二个月", { type: "provide", installments: 12 }],
    ["半年", { type: "provide", installments: 6 }],
    ["10 months", { type: "provide", installments: 10 }],
    ["ten", { type: "provide", installments: 10 }],
    ["改成8000", { type: "provide", amount: "8000" }],
  ]);
  eachMeans("reminding.choosing", [
    ["3", { type: "reminder.set", daysBefore: 3 }],
    ["提前5天", { type: "reminder.set", daysBefore: 5 }],
    ["2 days before", { type: "reminder.set", daysBefore: 2 }],
    ["当天", { type: "reminder.set", daysBefore: 0 }],
  ]);
  eachMeans("repaying.askingAmount", [
    ["2000", { type: "provide", amount: "2000" }],
    ["还三千块", { type: "provide", amount: "3000" }],
    ["全部", { type: "repay.kind", kind: "payoff" }],
  ]);
});

describe("corrections after the quote", () => {
  eachMeans(
    "quoting.reviewing",
    [
      ["actually 5000", { type: "provide", amount: "5000" }],
      ["改成8000", { type: "provide", amount: "8000" }],
      ["actually make it 8k", { type: "provide", amount: "8000" }],
      ["不是2万，是5千", { type: "provide", amount: "5000" }],
      ["改成20期", { type: "provide", installments: 20 }],
      ["再多借两千", { type: "provide", amount: "22000" }],
      ["少借五千", { type: "provide", amount: "15000" }],
      ["一半", { type: "provide", amount: "10000" }],
    ],
    quotedContext,
  );
  it("asks back when two amounts are named", () => {
    const understood = understand("5000到8000吧", at("quoting.askingAmount"));
    expect(understood.event).toEqual(unclear);
    expect(understood.alternatives).toEqual([
      { type: "provide", amount: "5000" },
      { type: "provide", amount: "8000" },
    ]);
  });
});

describe("yes and no answer what is asked, and give no consent", () => {
  eachMeans("welcoming.reviewingPrivacy", [
    ["同意", assent],
    ["好的", assent],
    ["OK!", assent],
    ["👍", assent],
    ["不同意", { type: "privacy.decline" }],
    ["no thanks", { type: "privacy.decline" }],
    ["\ufe0f", unclear],
  ]);
  eachMeans("checkingEligibility.identifying", [["开始吧", { type: "identity.start" }]]);
  eachMeans("checkingEligibility.authorising", [
    ["yes", assent],
    ["授权", assent],
    ["授权查征信吧", assent],
    ["👍🏻", assent],
    ["\ufe0f", unclear],
    ["🏻", unclear],
    ...["哦", "噢", "知道了", "明白", "k", "走", "中"].map((said): Row => [said, assent]),
    ["不授权", { type: "credit.decline" }],
  ]);
  eachMeans(
    "quoting.reviewing",
    [
      ["好", assent],
      ["ok", assent],
      ["确认借款", assent],
      ["同意合同，去刷脸", assent],
      ["同意", assent],
      ["I agree", assent],
      ["不同意", { type: "cancel" }],
      ["同意报价", assent],
      ["accept", assent],
      ["不了", { type: "cancel" }],
    ],
    quotedContext,
  );
  for (const path of ["confirming.reviewingContract", "confirming.signing", "repaying.reviewing"])
    eachMeans(
      path,
      [
        ["好", assent],
        ["yes", assent],
        ["同意", assent],
        ["👍", assent],
        ["好的，我确认", assent],
        ["确认合同", assent],
        ["确认借款", assent],
        ["yes, sign it", assent],
        ["I agree to the contract", assent],
      ],
      quotedContext,
    );
  it("names a shown button by its place, but never one that signs", () => {
    const shown = [
      { label: "签署并放款", event: { type: "sign", hash: "quote-hash" } as const },
      { label: "返回", event: { type: "back" } as const },
    ];
    expect(understand("第一个", at("confirming.signing", quotedContext, shown)).event).toEqual(unclear);
    expect(understand("签署", at("confirming.signing", quotedContext, shown)).event).toEqual(assent);
    expect(understand("第二个", at("confirming.signing", quotedContext, shown)).event).toEqual({
      type: "back",
    });
  });
});

describe("commands in words, at any stage", () => {
  for (const path of ["idle", "quoting.askingTerm", "confirming.signing"])
    eachMeans(path, [
      ["帮助", { type: "help" }],
      ["取消", { type: "cancel" }],
      ["stop", { type: "cancel" }],
      ["返回", { type: "back" }],
      ["语言", { type: "language.choose" }],
      ["English", { type: "language.set", locale: "en" }],
      ["中文", { type: "language.set", locale: "zh-CN" }],
      ["我在哪", { type: "where" }],
      ["where was I?", { type: "where" }],
      ["人工", { type: "person.request" }],
      ["talk to a human please", { type: "person.request" }],
      ["查入口", { type: "locate" }],
      ["还款", { type: "repay" }],
      ["提前结清", { type: "repay.kind", kind: "payoff" }],
      ["我的借款", { type: "loans.show" }],
      ["重新报价", { type: "quote.renew" }],
      ["快进到下个还款日", { type: "clock.forward", to: "next-due" }],
    ]);
  it("moves no clock outside the sandbox", () => {
    expect(understand("快进一天", at("idle", { sandbox: false })).event).toEqual(unclear);
  });
});

describe("questions keep the place", () => {
  eachMeans("confirming.reviewingContract", [
    ["会上征信吗", { type: "ask", topic: "is-on-pboc" }],
    ["will this show on my credit report?", { type: "ask", topic: "is-on-pboc" }],
    ["利息怎么算", { type: "ask", topic: "rate-what" }],
    ["what if I am late", { type: "ask", topic: "overdue-consequences" }],
  ]);
});

describe("the first message tells the language", () => {
  it.each([
    ["你好", "zh-CN"],
    ["hello", "en"],
    ["我想借20000分10期", "zh-CN"],
  ] as const)("%s", (said, language) => {
    expect(understand(said, at("welcoming.askingLanguage", { locale: null })).language).toBe(language);
  });
  it("does not guess from figures, nor once the language is chosen", () => {
    expect(understand("20000", at("welcoming.askingLanguage", { locale: null })).language).toBeUndefined();
    expect(understand("hello", at("idle", { locale: "zh-CN" })).language).toBeUndefined();
  });
});

describe("what is asked or wished by the way does not change the application", () => {
  const schedule: JourneyEvent = { type: "ask", topic: "amount-due-now" };
  const amountChange: JourneyEvent = { type: "amount.change" };
  const explained = (product: string): JourneyEvent => ({ type: "product.choose", product });
  const byTheMonth: Row[] = [
    ...["每月还1000", "每月还800", "我想每个月还1000", "每期还500可以吗", "月供800"],
    ...["pay 800 a month", "I can pay 800 per month", "repay 1000 monthly"],
  ].map((said): Row => [said, schedule]);
  eachMeans("quoting.askingTerm", byTheMonth);
  eachMeans("quoting.reviewing", byTheMonth, quotedContext);
  eachMeans("idle", [
    ["每月还1000", schedule],
    ["我要还款", { type: "repay" }],
    ["借1万每月还1000", { type: "borrow", amount: "10000" }],
  ]);
  eachMeans(
    "quoting.reviewing",
    [
      ...[
        ...["总共要还多少", "一共还多少", "总利息多少", "本息一共多少", "total cost?"],
        ...["how much would I pay in total", "what's the total interest"],
      ].map((said): Row => [said, schedule]),
      ["why this figure", { type: "ask", topic: "why-amount" }],
      ["一共能借多少", { type: "ask", topic: "my-limit" }],
      ...["少借一点", "多借一点", "多借点", "少借点", "再少借一些", "borrow a bit less", "a little more"].map(
        (said): Row => [said, amountChange],
      ),
      ["少借1000", { type: "provide", amount: "19000" }],
      ["能多借点吗", amountChange],
      ["改成1e4", { type: "provide", amount: "10000" }],
      ["1.5e4元", { type: "provide", amount: "15000" }],
      ["借呗能借吗", explained("jiebei")],
      ["支付宝借呗可以借多少", explained("jiebei")],
      ["360借条能借1万吗", explained("360-jietiao")],
      ["度小满能借吗", explained("duxiaoman")],
      ["can I borrow from jiebei", explained("jiebei")],
      ["花呗能借吗", { type: "ask", topic: "other-companies" }],
      ["有借呗还能借微粒贷吗", { type: "ask", topic: "am-i-eligible" }],
    ],
    quotedContext,
  );
  eachMeans("quoting.reviewing", [
    ["太多了", amountChange],
    ["that's too much", amountChange],
    ["我再想想", { type: "courtesy", of: "yes" }],
    ["what if I pay it all back next month", { type: "ask", topic: "repay-early-allowed" }],
    ["hmm let me think about it", { type: "courtesy", of: "yes" }],
  ]);
  eachMeans("quoting.askingAmount", [
    ["1e9", { type: "provide", amount: "1000000000" }],
    ["少借一点", amountChange],
  ]);
});

describe("the terms of lending, asked about by name", () => {
  eachMeans("idle", [
    ["有没有砍头息", { type: "ask", topic: "rate-what" }],
    ["利息会不会提前扣", { type: "ask", topic: "rate-what" }],
    ["is interest deducted in advance?", { type: "ask", topic: "rate-what" }],
    ["可以随借随还吗", { type: "ask", topic: "repay-early-allowed" }],
    ["能借多久", { type: "ask", topic: "amount-due-now" }],
    ["how long can I borrow for", { type: "ask", topic: "amount-due-now" }],
    ["借钱买房可以吗", { type: "ask", topic: "loan-purpose" }],
    ["想借5万炒股", { type: "ask", topic: "loan-purpose" }],
    ["can I use the money to buy shares", { type: "ask", topic: "loan-purpose" }],
    ["借的钱能用来干什么", { type: "ask", topic: "loan-purpose" }],
    ["我要借两万装修房子", { type: "borrow", amount: "20000", purpose: "renovation" }],
    ["钱多久到账", { type: "ask", topic: "payout-when" }],
    ["how fast do I get the money", { type: "ask", topic: "payout-when" }],
  ]);
  eachMeans("quoting.askingPurpose", [
    ["买房行吗", { type: "ask", topic: "loan-purpose" }],
    ["炒股", { type: "ask", topic: "loan-purpose" }],
    ["to buy a house", { type: "ask", topic: "loan-purpose" }],
    ["能用来干嘛", { type: "ask", topic: "loan-purpose" }],
    ["交房租", { type: "provide", purpose: "daily" }],
    ["修房子", { type: "provide", purpose: "renovation" }],
  ]);
});

describe("a due date that is to be moved", () => {
  eachMeans("idle", [
    ["可以改还款日吗", { type: "ask", topic: "change-due-date" }],
    ["change the due date", { type: "ask", topic: "change-due-date" }],
    ["什么时候还款", { type: "ask", topic: "amount-due-now" }],
    ["能不能延期", { type: "ask", topic: "extend-days" }],
    ["能晚几天还吗", { type: "ask", topic: "extend-days" }],
    ["I need more time to pay", { type: "ask", topic: "extend-days" }],
    ["晚还几天会怎样", { type: "ask", topic: "overdue-consequences" }],
    ["逾期了怎么办", { type: "ask", topic: "overdue-consequences" }],
  ]);
});

describe("while the days of a reminder are asked for", () => {
  eachMeans("reminding.choosing", [
    ["提前3天", { type: "reminder.set", daysBefore: 3 }],
    ["我想提前还500", { type: "repay", amount: "500" }],
    ["我的钱到哪了", { type: "ask", topic: "application-status" }],
    ["where is my money", { type: "ask", topic: "application-status" }],
  ]);
});

describe("the cheaper way to repay", () => {
  const equalPrincipal = { type: "provide", method: "equal-principal" } as const;
  eachMeans("quoting.askingMethod", [
    ["便宜的那个", equalPrincipal],
    ["whichever is cheaper", equalPrincipal],
    ["whichever costs less", equalPrincipal],
    ["cheaper one please", equalPrincipal],
  ]);
});

describe("a part to be paid early", () => {
  eachMeans("idle", [
    ["我想提前还500", { type: "repay", amount: "500" }],
    ["I want to pay back 500 early", { type: "repay", amount: "500" }],
    ["我想提前结清那笔5000的", { type: "repay.kind", kind: "payoff" }],
    ["我想提前还款", { type: "repay.kind", kind: "payoff" }],
  ]);
});

describe("what stood in the way is set right", () => {
  const lacking = { refusal: [{ code: "no-bank-card" as const }] };
  const said = [
    "绑好了",
    "我已经绑好卡了",
    "银行卡已经绑定",

    "I've added my card",
    "card linked, all done",
  ];
  const means = (text: string, path: string, context = {}) => understand(text, at(path, context)).event;

  it.each(said)("%s: the card is looked for again", (text) => {
    expect(means(text, "checkingEligibility.refused", lacking)).toEqual({ type: "retry" });
    expect(means(text, "idle", lacking)).toEqual({ type: "borrow" });
    expect(means(text, "idle").type).not.toBe("borrow");
  });
  it.each(["还没绑好", "怎么绑卡", "明天绑", "绑好了吗", "I haven't added a card", "how do I add my card"])(
    "%s: not yet",
    (text) => expect(means(text, "checkingEligibility.refused", lacking).type).not.toBe("retry"),
  );
  it("an assessment that was refused is not made anew for it", () =>
    expect(
      means("绑好了", "checkingEligibility.refused", { refusal: [{ code: "score-too-low" }] }).type,
    ).not.toBe("retry"));
  it("an identity that could not be confirmed is looked at again too", () =>
    expect(means("已经实名了", "checkingEligibility.identityRefused")).toEqual({ type: "retry" }));
});
