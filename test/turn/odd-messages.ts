/** Messages as people and their keyboards write them, and as nobody does: figures, dates, wishes, marks, in any mixture. */
import fc from "fast-check";

/** Figures from nothing to far beyond any money, in both languages' ways of writing them. */
const figures = [
  ...["0", "-0", "-5000", "-3000.555", "0.001", "5000", "12345", "99999999", "1e9", "9".repeat(40)],
  ...["1".repeat(400), `1${"0".repeat(200)}.5`, "5,000", "１２３４５", "②", "½", "三", "半", "负五千"],
  ...[
    "一百万亿亿亿亿",
    "九".repeat(60),
    "千万万万万万",
    "minus five thousand",
    "nine hundred million million",
  ],
];
const units = [
  "",
  "元",
  "块",
  "万",
  "天",
  "天后",
  "期",
  "个月",
  "年",
  "周",
  "号",
  "点",
  "分钟",
  "%",
  "折",
  "美元",
];
const englishUnits = [
  " days",
  " months",
  " years",
  " weeks",
  " yuan",
  "k",
  " installments",
  "th",
  " dollars",
];

const dates = [
  ...[
    "2月30号",
    "13月45日",
    "0号",
    "99号",
    "9999年12月31日",
    "10000年1月1日",
    "0000-00-00",
    "昨天",
    "下下周日",
  ],
  ...["大后天", "月底", "25点", "99:99", "Feb 30", "32nd of May", "2024-02-29T99:00"],
];
const wishes = [
  ...["借", "我想借", "还", "再多借", "少借", "分", "提前还", "提前", "承诺", "能不能", "帮我改成", "不是"],
  ...["borrow ", "repay ", "remind me in ", "change it to ", "I will pay in "],
];
/** Whole sentences that ask or wish for something by themselves. */
const sentences = [
  ...[
    "利率多少",
    "会上征信吗？",
    "合同看不懂主要说什么",
    "怎么还款",
    "我还不上了",
    "几家比一比",
    "为什么是这个数",
  ],
  ...[
    "取消",
    "返回",
    "周五还500行吗",
    "以后晚上8点提醒",
    "自动扣款",
    "好的",
    "同意",
    "what is the rate?",
    "cancel",
  ],
  ...["分期后每期要还多少", "is it safe", "2万分10期多少利息", "日历", "京东白条", "明天再提醒我"],
];
const marks = [
  "\ufe0f",
  "🏻",
  "👍",
  "🫠",
  "\0",
  "\u001b[31m",
  "\u202e",
  "\u200f",
  "\ud83d",
  "\udc4d",
  "\u200b",
  "\n\n",
];

const [figure, unit, date] = [figures, [...units, ...englishUnits], dates].map((one) =>
  fc.constantFrom(...one),
);
const quantity = fc
  .tuple(figure as fc.Arbitrary<string>, unit as fc.Arbitrary<string>)
  .map((two) => two.join(""));
/** What figures are put together of, put together anyhow: "12.5块5", "0.01元1_000". */
const glued = fc
  .array(
    fc.constantFrom(
      "0",
      "1",
      "5",
      "12",
      ".",
      ",",
      "_",
      "元",
      "块",
      "角",
      "分",
      "点",
      "零",
      "五",
      "半",
      "万",
      "百",
      "负",
      " ",
    ),
    {
      minLength: 3,
      maxLength: 8,
    },
  )
  .map((pieces) => pieces.join(""));
const wish = fc
  .tuple(
    fc.constantFrom(...wishes),
    fc.oneof(quantity, glued, date as fc.Arbitrary<string>),
    fc.constantFrom("", ...marks),
  )
  .map((three) => three.join(""));
const clause = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...sentences) },
  { weight: 3, arbitrary: wish },
  { weight: 2, arbitrary: quantity },
  { weight: 1, arbitrary: fc.constantFrom(...dates) },
  { weight: 1, arbitrary: fc.constantFrom(...marks) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
);

/** One to three of these, joined as people join them. */
export const oddMessage: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(clause, { minLength: 1, maxLength: 3 }),
    fc.constantFrom("，", "？", "。", " ", "，另外", ", and "),
  )
  .map(([clauses, joint]) => clauses.join(joint));

/** Sentences that once threw, and their neighbours. */
export const secondWishes = [
  ...["还12.5块5毛", "借10000.5块5", "改成1.5元2", "月底还3.05块零5分", "0.01元1_000"],
  ...[
    "利率多少，借-5000",
    "会上征信吗？我想借-3000",
    "还-5000",
    "合同看不懂主要说什么",
    "12345期",
    "99999999天",
  ],
  ...[
    "安全吗？分12345期",
    "how safe is it? I want to borrow -20",
    `借${"9".repeat(60)}`,
    `${"9".repeat(400)}天`,
  ],
  ...[`分${"9".repeat(400)}期`, `提前${"9".repeat(400)}天提醒我`, `第${"1".repeat(400)}期`, "99999999周后还"],
];
