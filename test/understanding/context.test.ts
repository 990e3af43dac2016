import { describe, expect, it } from "vitest";
import { findTopic } from "../../bot/knowledge/topics.ts";
import { loan } from "../support/fixtures/published-loan.ts";
import { at, quotedContext } from "../support/fixtures/spoken-at.ts";
import { understand } from "./understand-text.ts";

const unclear = { type: "unclear" };

describe("digressions in the middle of a form", () => {
  it("a question is answered, and no figure is taken from it", () => {
    expect(understand("利息多少？", at("quoting.askingAmount")).event).toEqual({
      type: "ask",
      topic: "rate-what",
    });
    expect(
      understand("等等，这个会不会影响我以后买房啊", at("confirming.reviewingContract", quotedContext)).event,
    ).toEqual({
      type: "ask",
      topic: "is-on-pboc",
    });
    expect(understand("how much can I borrow at most?", at("quoting.askingAmount")).event).toEqual({
      type: "ask",
      topic: "my-limit",
    });
  });
  it("before the quote too, what asks nothing is taken", () => {
    expect(understand("那就三千吧 先分5期", at("checkingEligibility.identifying")).event).toEqual({
      type: "provide",
      amount: "3000",
      installments: 5,
    });
    expect(understand("分5期的话什么时候还", at("checkingEligibility.identifying"))).toEqual({
      event: { type: "ask", topic: "amount-due-now" },
      alternatives: [{ type: "provide", installments: 5 }],
    });
  });
  it("a question that names figures is answered, and they are kept as an offer", () => {
    expect(understand("2w 分一年大概还多少", at("idle"))).toMatchObject({
      event: { type: "ask", topic: "monthly-payment-calc", example: { amount: "20000", installments: 12 } },
      alternatives: [{ type: "borrow", amount: "20000", installments: 12 }],
    });
  });
  it("of several questions the first is answered and the second kept", () => {
    expect(understand("利息多少？会上征信吗？", at("idle"))).toEqual({
      event: { type: "ask", topic: "rate-what" },
      alternatives: [{ type: "ask", topic: "is-on-pboc" }],
    });
  });
  it("questions between commas are several too, and the figures of the first are kept as an offer", () => {
    expect(understand("利息怎么算，能提前还吗，会不会查征信", at("idle"))).toEqual({
      event: { type: "ask", topic: "rate-what" },
      alternatives: [
        { type: "ask", topic: "repay-early-allowed" },
        { type: "ask", topic: "is-on-pboc" },
      ],
    });
    expect(understand("借2万分10期，一个月还多少，会上征信吗", at("idle")).alternatives).toContainEqual({
      type: "borrow",
      amount: "20000",
      installments: 10,
    });
  });
  it("the clauses of one question are one", () => {
    expect(understand("我每月15号发工资，还款日能不能改到16号", at("idle"))).toEqual({
      event: { type: "ask", topic: "change-due-date" },
    });
  });
  it.each([
    ["quoting.askingMethod", "提前还要不要违约金", { type: "ask", topic: "early-payoff-interest" }],
    ["reminding.choosing", "我要是晚两天还会咋样", { type: "ask", topic: "overdue-consequences" }],
    ["confirming.signing", "签完多久到账", { type: "ask", topic: "payout-when" }],
  ])("%s: %s asks, and answers nothing", (path, said, event) => {
    expect(understand(said, at(path)).event).toEqual(event);
  });
});

describe("corrections at a later stage", () => {
  it.each([
    ["quoting.reviewing", "装修改成旅游", { type: "provide", purpose: "travel" }],
    ["quoting.askingPurpose", "不是装修，是旅游", { type: "provide", purpose: "travel" }],
    ["quoting.reviewing", "借2万，不，3万", { type: "provide", amount: "30000" }],
    ["confirming.reviewingContract", "先别签，我要改金额", { type: "amount.change" }],
    ["confirming.signing", "i want to change the number of months", { type: "term.change" }],
    ["quoting.reviewing", "期数选错了", { type: "term.change" }],
    ["confirming.reviewingContract", "不对，改成8000", { type: "provide", amount: "8000" }],
    ["confirming.signing", "actually make it 5k", { type: "provide", amount: "5000" }],
    ["confirming.signing", "期数改成20期", { type: "provide", installments: 20 }],
    ["quoting.reviewing", "翻倍", { type: "provide", amount: "40000" }],
    ["quoting.askingPurpose", "等下，金额改成一万二", { type: "provide", amount: "12000" }],
  ])("%s: %s", (path, said, event) => {
    expect(understand(said, at(path, quotedContext)).event).toEqual(event);
  });
  it.each([
    ["quoting.reviewing", "我想先还2000", "2000"],
    ["confirming.signing", "我要还一千", "1000"],
    ["quoting.askingTerm", "i want to pay 500 now", "500"],
  ])("%s: %s is asked back, for it may be a repayment", (path, said, amount) => {
    expect(understand(said, at(path, quotedContext))).toEqual({
      event: unclear,
      alternatives: [
        { type: "repay", amount },
        { type: "provide", amount },
      ],
    });
  });
  it.each([["每期还2000"], ["一个月还1000"]])("%s is no wish to repay", (said) => {
    const read = understand(said, at("quoting.reviewing", quotedContext));
    expect([read.event, ...(read.alternatives ?? [])].map(({ type }) => type)).not.toContain("repay");
  });
  it.each(["idle", "reminding.watching"])("%s: a wish to repay keeps its amount", (path) => {
    for (const said of ["我想先还2000", "i want to pay 2000 now"])
      expect(understand(said, at(path)).event).toEqual({ type: "repay", amount: "2000" });
  });
  it("nothing is corrected by money that is spoken of", () => {
    const { event } = understand("上次借的3000块钱还没到账呢", at("confirming.payingOut", quotedContext));
    expect(event).toEqual({ type: "ask", topic: "application-status" });
  });
});

describe("answers in the words of life", () => {
  it.each([
    ["welcoming.reviewingPrivacy", "好的同意", { type: "assent" }],
    ["welcoming.reviewingPrivacy", "嗯嗯 可以", { type: "assent" }],
    ["welcoming.reviewingPrivacy", "ok yes i agree", { type: "assent" }],
    ["welcoming.reviewingPrivacy", "不行不行", { type: "privacy.decline" }],
    ["repaying.choosingRail", "用微信零钱", { type: "repay.rail", rail: "balance" }],
    ["repaying.choosingRail", "建行卡扣吧", { type: "repay.rail", rail: "bank-card" }],
    ["repaying.choosingRail", "信用卡可以吗", { type: "repay.rail", rail: "credit-card" }],
    ["repaying.choosingRail", "用哪张卡", { type: "ask", topic: "which-card-deducted" }],
    ["repaying.choosingRail", "信用卡还手续费多少", { type: "ask", topic: "pay-with-credit-card" }],
    ["repaying.choosingRail", "零钱还款要手续费吗", { type: "ask", topic: "fees-any" }],
    ["idle", "用信用卡代还收费吗", { type: "ask", topic: "pay-with-credit-card" }],
    ["idle", "does paying by credit card cost a fee?", { type: "ask", topic: "pay-with-credit-card" }],
    ["idle", "is the bank card free", { type: "ask", topic: "fees-any" }],
    ["idle", "提前还款要手续费吗", { type: "ask", topic: "early-payoff-interest" }],
    ["idle", "借款要手续费吗", { type: "ask", topic: "rate-what" }],
    ["idle", "how healthy are my finances", { type: "ask", topic: "financial-health" }],
    ["idle", "财务健康分多少", { type: "ask", topic: "financial-health" }],
    ["idle", "我的负担重不重", { type: "ask", topic: "financial-health" }],
    ["idle", "我借太多了吗", { type: "ask", topic: "financial-health" }],
    ["idle", "am i borrowing too much?", { type: "ask", topic: "financial-health" }],
    ["idle", "罚息多少", { type: "ask", topic: "overdue-consequences" }],
    ["idle", "宽限期有几天", { type: "ask", topic: "overdue-consequences" }],
    ["idle", "is there a grace period", { type: "ask", topic: "overdue-consequences" }],
    ["idle", "我属于哪类用户", { type: "ask", topic: "what-is-assessed" }],
    ["idle", "when will the bank card payment arrive", { type: "ask", topic: "repay-success-check" }],
    ["quoting.askingPurpose", "给我妈看病", { type: "provide", purpose: "medical" }],
    ["quoting.askingPurpose", "想换个手机", { type: "provide", purpose: "daily" }],
    ["quoting.askingPurpose", "my kid's exam", { type: "provide", purpose: "education" }],
    ["quoting.askingMethod", "每个月还一样的", { type: "provide", method: "level-payment" }],
    ["quoting.askingTerm", "一年吧", { type: "provide", installments: 12 }],
    ["quoting.askingAmount", "一萬二吧", { type: "provide", amount: "12000" }],
    ["reminding.choosing", "提前一周", { type: "reminder.set", daysBefore: 7 }],
    ["idle", "我想還錢", { type: "repay" }],
    ["idle", "i wanna pay my loan off", { type: "repay.kind", kind: "payoff" }],
  ])("%s: %s", (path, said, event) => {
    expect(understand(said, at(path)).event).toEqual(event);
  });
});

describe("each question has its own answer", () => {
  it.each([
    ["我怎么没有微粒贷那个选项呢", { type: "ask", topic: "no-entry-visible" }],
    ["在哪里借钱", { type: "locate" }],
    ["微粒贷和借呗哪个划算", { type: "ask", topic: "compare-competitors" }],
    ["which of your loans is cheaper", { type: "ask", topic: "compare-own-products" }],
    ["微粒袋是个啥", { type: "ask", topic: "loan-options" }],
    ["你们是怎么评估我的", { type: "ask", topic: "am-i-eligible" }],
    ["提前还要收违约金吗", { type: "ask", topic: "early-payoff-interest" }],
    ["我能不能借到钱啊", { type: "ask", topic: "am-i-eligible" }],
    ["全部结清要多少钱", { type: "ask", topic: "repay-early-allowed" }],
    ["我的还款日是几号", { type: "ask", topic: "amount-due-now" }],
    ["钱什么时候到账啊", { type: "ask", topic: "payout-when" }],
    ["凭什么不借给我", { type: "ask", topic: "am-i-eligible" }],
    ["手机号换了怎么改", { type: "ask", topic: "update-info" }],
    ["帮我开个结清证明", { type: "ask", topic: "contract-view" }],
    ["why was my application refused", { type: "ask", topic: "am-i-eligible" }],
    ["can i get a copy of my contract", { type: "ask", topic: "contract-view" }],
  ])("%s", (said, event) => {
    expect(understand(said, at("idle")).event).toEqual(event);
  });
});

describe("another company's product is said to be one", () => {
  it.each([
    ["hb什么时候还款"],
    ["jb额度多少"],
    ["白条怎么开通"],
    ["借唄逾期了怎麼辦"],
    ["huabei limit"],
    ["我想在jb借钱"],
  ])("%s", (said) => {
    const { event } = understand(said, at("idle"));
    const topic = event.type === "ask" || event.type === "out-of-scope" ? findTopic(event.topic) : undefined;
    expect(topic?.scope).toBe("near");
  });
  it.each([
    ["花呗", { type: "ask", topic: "other-companies" }],
    ["能用支付宝还款吗", { type: "ask", topic: "cross-platform-pay" }],
    ["微粒贷和借呗哪个好", { type: "ask", topic: "compare-competitors" }],
    ["jb", { type: "product.choose", product: "jiebei" }],
  ])("%s is about more than that", (said, event) => {
    expect(understand(said, at("idle")).event).toEqual(event);
  });
});

describe("before the privacy note is agreed to", () => {
  it.each([
    ["-5", { type: "provide", amount: "-5" }],
    ["7期", { type: "provide", installments: 7 }],
    ["半年", { type: "provide", installments: 6 }],
    ["20k", { type: "provide", amount: "20000" }],
    ["借两万", { type: "borrow", amount: "20000" }],
  ])("%s is kept", (said, event) => {
    expect(understand(said, at("welcoming.reviewingPrivacy")).event).toEqual(event);
  });
});

describe("doubt is asked back, never acted upon", () => {
  it("a question about cancelling does not cancel", () => {
    expect(understand("怎么取消借款", at("quoting.askingTerm")).event).toEqual({
      type: "ask",
      topic: "cancel-application",
    });
    expect(understand("帮我取消这笔申请", at("quoting.askingTerm")).event).toEqual({ type: "cancel" });
  });
  it.each(["don't cancel", "我没要取消啊", "不要取消"])("%s cancels nothing", (said) => {
    expect(understand(said, at("confirming.signing", quotedContext)).event).toEqual({ type: "where" });
  });
  it.each(["stop sending me reminders", "取消自动扣款", "别再发短信了"])(
    "%s does not cancel the loan",
    (said) => {
      expect(understand(said, at("confirming.signing", quotedContext)).event.type).not.toBe("cancel");
    },
  );
  it("a sum or a term sets no reminder", () => {
    const { event } = understand("actually make it 6 months no wait 10", at("reminding.choosing"));
    expect(event.type).not.toBe("reminder.set");
  });
  it.each(["几千块", "$5000", "三千港币"])("%s is no amount to go on with", (said) => {
    expect(understand(said, at("quoting.askingAmount")).event).toEqual(unclear);
  });
  it("an amount more or less is offered as it stands", () => {
    expect(understand("5000左右", at("quoting.askingAmount"))).toEqual({
      event: unclear,
      alternatives: [{ type: "provide", amount: "5000" }],
    });
  });
  it("what is not about borrowing is told apart from what is not understood", () => {
    expect(understand("今天天气怎么样", at("idle")).event.type).toBe("out-of-scope");
    expect(understand("asdkfj", at("idle"))).toEqual({ event: unclear });
  });
});

describe("any text gets an answer", () => {
  const texts = [
    "",
    " ",
    "？？？",
    "😂😂😂",
    "a".repeat(5000),
    "万".repeat(3000),
    "1".repeat(4000),
    "<script>alert(1)</script>",
    "\u0000\u200b",
    "٣٠٠٠",
    "借".repeat(2000),
    "five hundred ".repeat(300),
    "twenty-".repeat(500),
    "1,".repeat(1000),
    "-- drop table",
  ];
  /** Words that once could be read in two ways each, so that the time doubled with every one. */
  it.each([
    ["quoting.reviewing", `${"嗯".repeat(4095)}我`],
    ["idle", `${"刚刚".repeat(28)}还呢`],
    ["idle", "十".repeat(4096)],
    ["idle", "借十百千万".repeat(800)],
    ["idle", "ﷺ".repeat(4096)],
  ])("%s: %.12s is read within half a second", (path, text) => {
    understand("你好", at(path));
    const from = performance.now();
    understand(text, at(path, { loans: [loan] }));
    expect(performance.now() - from).toBeLessThan(500);
  });

  it.each(texts.map((text) => [text.slice(0, 12), text] as const))("%j", (_, text) => {
    for (const path of ["idle", "quoting.askingAmount", "confirming.signing", "repaying.askingAmount"])
      expect(() => understand(text, at(path))).not.toThrow();
  });
});
