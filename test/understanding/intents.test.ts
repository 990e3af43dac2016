import { describe, expect, it } from "vitest";
import { readSample } from "../../bot/reading/reading.ts";
import { type Intent, intents } from "../../bot/understanding/intents/intents.ts";
import { rankIntents } from "../../bot/understanding/intents/linear-model.ts";
import { packModel, shippedModel, unpackModel } from "../../bot/understanding/intents/model-file.ts";
import { readSentences } from "../../bot/understanding/training/read-sentences.ts";
import { train } from "../../bot/understanding/training/train.ts";

function best(said: string): Intent | undefined {
  const reading = readSample(said);
  return rankIntents(shippedModel(reading.script), reading)[0]?.intent;
}

/** Written for this test: none of them is among the sentences that the weights were made from. */
const sentences: readonly (readonly [said: string, intent: Intent])[] = [
  ["我翻遍了钱包都没看见那个借钱的图标", "find_entry"],
  ["微丽贷的入口藏哪儿了呀", "find_entry"],
  ["where on earth is the borrow page hiding", "find_entry"],
  ["微粒袋跟信用卡到底有啥不一样", "compare_products"],
  ["what sorts of loans do you people have", "compare_products"],
  ["凭啥我同事能借我就通不过审核", "check_eligibility"],
  ["我刚还清能马上再借一笔不", "check_eligibility"],
  ["would a student like me qualify for this loan", "check_eligibility"],
  ["额度怎么越用越少了", "ask_limit"],
  ["想把额度提到五万要怎么弄", "ask_limit"],
  ["could you bump my credit limit up to 8000", "ask_limit"],
  ["借一万块用三个月利息总共得多少", "ask_rate"],
  ["日息万五是不是有点高", "ask_rate"],
  ["what apr would i be paying on my loan", "ask_rate"],
  ["手头有点紧，想借个万把块周转周转", "apply_loan"],
  ["i'd like to take out a loan of 6000 for a holiday", "apply_loan"],
  ["钱咋还没打到我卡里", "loan_status"],
  ["都审核半天了，到底什么时候放款", "loan_status"],
  ["has my loan application been approved already", "loan_status"],
  ["我每个月是几号要还钱来着", "ask_schedule"],
  ["when is my next installment due", "ask_schedule"],
  ["我想把剩下的一次性还清", "repay"],
  ["i want to pay off the rest of my loan today", "repay"],
  ["明明卡里有钱怎么没自动扣", "repay_method"],
  ["how can i set up automatic payments for my loan", "repay_method"],
  ["这个月实在周转不开，能晚几天还吗", "overdue"],
  ["what happens if i can't make my payment this month", "overdue"],
  ["用了会不会留在央行征信上面", "credit_report"],
  ["does borrowing here hurt my credit score", "credit_report"],
  ["别老给我发催还款的短信了", "manage_reminders"],
  ["please remind me three days before the payment is due", "manage_reminders"],
  ["刷脸老是失败说不是我本人", "security_privacy"],
  ["你们会不会把我的资料卖给别人", "security_privacy"],
  ["i'm scared someone hacked into my account", "security_privacy"],
  ["手机号换掉了，绑定的号码怎么更新", "account_change"],
  ["how do i change the phone number on my account", "account_change"],
  ["贷款结清了，麻烦出个结清的证明给我", "contract_proof"],
  ["can i download a copy of my loan contract", "contract_proof"],
  ["刚点错了，这笔我不借了，给我撤掉", "cancel"],
  ["actually forget it, i don't want the loan anymore", "cancel"],
  ["跟你说不明白，让真人来跟我讲", "human_agent"],
  ["put me through to one of your human colleagues", "human_agent"],
  ["你都能帮我做些什么呀", "greeting_help"],
  ["thanks a million, that was really helpful", "greeting_help"],
  ["明天北京会不会下雨", "out_of_scope"],
  ["红烧排骨怎么烧才好吃", "out_of_scope"],
  ["店里收款码怎么开通花呗收款", "out_of_scope"],
  ["余额宝里的钱怎么转出来", "out_of_scope"],
  ["what's the weather going to be like in paris", "out_of_scope"],
  ["how do i open a savings account", "out_of_scope"],
  ["recommend a good pizza place nearby", "out_of_scope"],
];

describe("intents, by the shipped weights", () => {
  it.each(sentences)("%s", (said, intent) => {
    expect(best(said)).toBe(intent);
  });
  it("has at least a thousand sentences of our own a language, some for every intent", () => {
    for (const language of ["zh", "en"] as const) {
      const own = readSentences(language);
      expect(new Set(own.map(({ text }) => text)).size).toBeGreaterThan(1000);
      expect(new Set(own.map(({ intent }) => intent))).toEqual(new Set(intents));
      expect(own.map(({ text }) => text)).not.toEqual(
        expect.arrayContaining(sentences.map(([said]) => said)),
      );
    }
  });
  it("was made from them: of every twentieth, nearly all are known", () => {
    for (const language of ["zh", "en"] as const) {
      const sample = readSentences(language).filter((_, at) => at % 20 === 0);
      const known = sample.filter(({ text, intent, also }) => {
        const [first] = rankIntents(shippedModel(language), readSample(text));
        return first !== undefined && [intent, ...also].includes(first.intent);
      });
      expect(known.length / sample.length).toBeGreaterThan(0.97);
    }
  });
});

describe("training", () => {
  const lesson = [
    { text: "我要还款", intent: "repay" as const, also: [], weight: 1 },
    { text: "利息多少", intent: "ask_rate" as const, also: [], weight: 1 },
    { text: "今天天气如何", intent: "out_of_scope" as const, also: [], weight: 1 },
  ];
  const options = { epochs: 30, dropout: 0 };
  it("learns what it is shown, and the same each time", () => {
    const model = train("zh", lesson, options);
    expect(lesson.map(({ text }) => rankIntents(model, readSample(text))[0]?.intent)).toEqual([
      "repay",
      "ask_rate",
      "out_of_scope",
    ]);
    expect(packModel(train("zh", lesson, options)).equals(packModel(model))).toBe(true);
  });
  it("survives the file: packed and unpacked, it ranks alike", () => {
    const model = train("zh", lesson, options);
    const read = unpackModel("zh", packModel(model));
    for (const { text } of lesson) {
      const [before] = rankIntents(model, readSample(text));
      const [after] = rankIntents(read, readSample(text));
      expect(after?.intent).toBe(before?.intent);
      expect(after?.probability).toBeCloseTo(before?.probability ?? 0, 1);
    }
  });
  it("refuses a file of another version", () => {
    const packed = packModel(train("en", [], options));
    expect(() => unpackModel("en", packed.subarray(0, 40))).toThrow();
  });
});
