import { describe, expect, it } from "vitest";
import { languageAmong, otherLanguageAmong } from "../../bot/reading/recognise-language.ts";

/** Two that share their letters, and two with letters of their own. */
const hints = new Map([
  [
    "en",
    { letters: /[a-z]{2,}/i, words: { sure: /^(?:i|want|to|my|the|loan)$/, likely: /^a$/ }, askedFor: "" },
  ],
  ["ms", { letters: /[a-z]{2,}/i, words: { sure: /^(?:saya|nak|mahu|ke)$/, likely: /^di$/ }, askedFor: "" }],
  ["zh-CN", { letters: /\p{Script=Han}/u, askedFor: "" }],
  ["th", { letters: /\p{Script=Thai}/u, askedFor: "" }],
]);

describe("the language of a text", () => {
  it.each([
    ["I want to borrow", "en"],
    ["Saya nak pinjam", "ms"],
    ["weilidai", "en"],
    ["我想 borrow", "zh-CN"],
    ["ยืมเงิน loan", "th"],
  ])("%s: %s", (text, code) => expect(languageAmong(hints, text)).toBe(code));

  it.each(["20000", "👍", "привет"])("%s tells none", (text) => {
    expect(languageAmong(hints, text)).toBeUndefined();
  });
});

describe("a conversation goes on in another language", () => {
  it.each([
    ["saya mahu loan itu", "en", "ms"],
    ["I want to repay the loan", "ms", "en"],
    ["我想借钱", "ms", "zh-CN"],
    ["ผมอยากยืมเงิน", "zh-CN", "th"],
  ])("%s, until now in %s", (text, from, code) => expect(otherLanguageAmong(hints, text, from)).toBe(code));

  it.each([
    ["saya", "en"],
    ["I want my loan 钱", "ms"],
    ["借钱 ke bank saya", "en"],
    ["借りたいお金", "en"],
    ["I want to repay the loan", "en"],
  ])("%s is not plainly another than %s", (text, from) => {
    expect(otherLanguageAmong(hints, text, from)).toBeUndefined();
  });
});
