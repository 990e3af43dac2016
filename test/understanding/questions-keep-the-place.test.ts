/** Wherever something is under way, a question is answered there: every trained question, at every such place. */
import { describe, expect, it } from "vitest";
import { stagePath } from "../../bot/understanding/situation.ts";
import { readSentences } from "../../bot/understanding/training/read-sentences.ts";
import type { Locale } from "../../domain/language/languages.ts";
import { advanceJourney } from "../../machines/journey.ts";
import { situations } from "../support/fixtures/situations.ts";
import { understand } from "./understand-text.ts";

const trained = (["zh", "en"] as const).flatMap((language) =>
  readSentences(language).map(({ text }) => text),
);
const question = /吗$|[?？]$|^(?:do|does|is|are|will|would|what|when|where|which|who|why) /;
/** A sample, since each is tried at many places. */
const sampled = trained.filter((line) => question.test(line)).filter((_, index) => index % 20 === 0);

const own = [
  ...["我妈会收到短信吗", "会短信提醒我吗", "到期会有人通知我吗", "你们几点发提醒？", "能提前几天提醒吗"],
  ...["借款入口在哪？", "微信里哪里可以借钱？", "我现在还欠多少？", "我有几笔借款？", "到时候还不上怎么办？"],
  ...["可以延期吗？", "能改金额吗？", "期数能换吗", "现在能取消吗？", "小鹅花钱好吗？", "自动扣款怎么开？"],
  ...[
    "will my mother get a text message?",
    "do you send reminders?",
    "how much do I owe?",
    "where can I borrow?",
  ],
  ...["what if I can't pay?", "can I change the amount?", "how do I repay?", "is there an extension?"],
];

/** "8千一年可以吗", "能多借点吗", "能用银行卡吗": the form's own answer, politely. */
const answersForm: ReadonlySet<string> = new Set([
  "provide",
  "borrow",
  "repay.rail",
  "amount.change",
  "term.change",
]);

const underWay = /^(?:quoting|confirming|repaying)\.(?!collecting|payingOut)/;
const places = situations.filter(({ value }) => underWay.test(stagePath(value)));
const byPlace = [...new Map(places.map((place) => [stagePath(place.value), place])).entries()];

const localeOf = (text: string): Locale => (/\p{Script=Han}/u.test(text) ? "zh-CN" : "en");

describe("a question asked while something is under way", () => {
  it("there are places and questions enough", () => {
    expect(byPlace.length).toBeGreaterThan(10);
    expect(sampled.length).toBeGreaterThan(100);
  });

  it.each(byPlace)("is answered in place at %s", (path, { value, context }) => {
    const left = [...own, ...sampled].filter((text) => {
      const locale = localeOf(text);
      const here = { ...context, locale, localeChosen: true };
      const { event } = understand(text, { path, locale, context: here });
      if (answersForm.has(event.type)) return false;
      const { state } = advanceJourney(
        { value, context: here },
        { ...event, turnId: "turn", at: new Date(context.at).toISOString() },
      );
      return stagePath(state.value) !== path || state.context.quote?.hash !== context.quote?.hash;
    });
    expect(left).toEqual([]);
  });

  it("a wish still leads away", () => {
    const [quoted] = places.filter(({ value }) => stagePath(value) === "quoting.reviewing");
    if (!quoted) throw new Error("nothing is quoted");
    const event = (text: string) =>
      understand(text, { ...quoted, locale: "zh-CN", context: { ...quoted.context, locale: "zh-CN" } }).event;
    expect(event("提醒我还款").type).toBe("reminder.choose");
    expect(event("改金额").type).toBe("amount.change");
    expect(event("取消").type).toBe("cancel");
    const paying = places.find(({ value }) => stagePath(value) === "repaying.choosingKind");
    if (!paying) throw new Error("nothing is repaid");
    expect(understand("pay what's due", { ...paying, locale: "en" }).event.type).toBe("repay.kind");
  });
});
