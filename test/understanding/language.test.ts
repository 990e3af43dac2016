import { describe, expect, it } from "vitest";
import { changedLanguage } from "../../bot/reading/language.ts";
import { at } from "../support/fixtures/spoken-at.ts";
import { understand } from "./understand-text.ts";

describe("in an English conversation", () => {
  it.each([
    "我想借两万",
    "借两万",
    "利息怎么算的？",
    "ok 那我借两万",
    "用WE2000借5000可以吗",
    "能不能便宜一點",
  ])("%s goes on in Chinese", (text) => expect(changedLanguage(text, "en")).toBe("zh-CN"));

  it.each([
    ...["你好", "好的", "微粒贷", "小鹅花钱", "招商银行", "2000", "APR", "👍", "ok"],
    ...["what does 等额本金 mean", "can I use 微粒贷 here", "borrow 两万块钱 please", "お金を借りたい"],
  ])("%s changes nothing", (text) => expect(changedLanguage(text, "en")).toBeUndefined());
});

describe("in a Chinese conversation", () => {
  it.each([
    ...["I want to borrow 5000", "how much interest do I pay?", "can I repay early", "What’s my limit?"],
    ...["do you have WE2000", "borrow 5000 over 10 months"],
  ])("%s goes on in English", (text) => expect(changedLanguage(text, "zh-CN")).toBe("en"));

  it.each([
    ...["hi", "ok", "APR", "WE2000", "2000", "yes", "hello hello hello", "iPhone 15 Pro Max", "cancel"],
    ...["borrow money", "APR是多少", "I want to borrow 两万", "wo xiang jie liang wan", "wo you yi ge men"],
  ])("%s changes nothing", (text) => expect(changedLanguage(text, "zh-CN")).toBeUndefined());

  it("thanks in English change nothing", () =>
    expect(
      understand("thank you very much for your help", at("idle", { localeChosen: false })),
    ).not.toHaveProperty("language"));
});

describe("a language chosen outright", () => {
  it("stands, whatever is written", () =>
    expect(understand("I want to borrow 5000", at("idle", { localeChosen: true }))).not.toHaveProperty(
      "language",
    ));

  it("one that was not is followed", () =>
    expect(understand("I want to borrow 5000", at("idle", { localeChosen: false }))).toMatchObject({
      event: { type: "borrow", amount: "5000" },
      language: "en",
    }));
});
