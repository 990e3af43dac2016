/** What short answers mean where they are given: yes, no, and each stage's own words. */
import { findProduct } from "../../../domain/product/catalogue.ts";
import type { JourneyEvent } from "../../../machines/journey-events.ts";
import type { Reading } from "../../reading/reading.ts";
import type { Situation } from "../situation.ts";

const yes = oneWordOf(
  "好|好的|好啊|好呀|好滴|好哒|行|行的|行啊|可以|可|可以的|是|是的|对|对的|嗯|嗯嗯|恩|同意|我同意|没问题|没意见|确认|确定|继续|开始|开始吧|来吧|走|走起|要|愿意|我愿意|授权|接受|我接受|成|中|妥|哦|噢|得|明白|知道|知道了|同意并继续|ok|okay|okey|k|kk|yes|y|ya|yep|yeah|yup|sure|sure thing|agree|i agree|agreed|accept|i accept|fine|alright|all right|continue|go|go ahead|proceed|start|do it|yes please|of course|absolutely|sounds good|good|i do|i consent|confirm",
);
const no = oneWordOf(
  "不|不了|不要|不行|不可以|不同意|我不同意|不愿意|不是|不用|不用了|不授权|拒绝|我拒绝|别|算了|不想|先不|先不了|暂不|暂时不|没必要|不需要|不接受|no|n|nope|nah|no thanks|no thank you|not now|don't|i don't agree|disagree|i disagree|decline|i decline|refuse|reject|no way|not really|don't agree|i do not agree|later|maybe later",
);

/** One of the phrases, the longest that fits, with the blanks behind it. */
function oneWordOf(phrases: string): RegExp {
  const longestFirst = phrases.split("|").sort((a, b) => b.length - a.length);
  return new RegExp(`(?:${longestFirst.join("|")})(?![a-z'])\\s*`, "y");
}

/** Whether a message is made of such words and nothing else: "好的同意", "ok yes". */
function says(forms: readonly string[], word: RegExp): boolean {
  return forms.some((form) => form !== "" && isMadeOf(form, word));
}

/** Word by word and never back, so that no message takes long. */
function isMadeOf(form: string, word: RegExp): boolean {
  word.lastIndex = 0;
  while (word.lastIndex < form.length) if (!word.test(form)) return false;
  return true;
}

interface Replies {
  yes?: JourneyEvent;
  no?: JourneyEvent;
  /** Other whole messages, "|" between. */
  words?: readonly (readonly [string, JourneyEvent])[];
}

const payoff =
  "全部|全部还清|全还|还清|结清|提前结清|一次还清|全部结清|都还了|所有|all|everything|full|in full|payoff|pay off|the whole thing|all of it|settle";
const due =
  "本期|这期|这一期|当期|当前|还本期|还这期|当期应还|按期|到期的|应还|本期应还|due|this one|what's due|the due amount|current|current installment|this installment|the installment|the amount due";
const part =
  "部分|一部分|还部分|部分还款|还一部分|提前还一部分|partial|part|part of it|some|some of it|partially|a part";

const repayKinds: Replies["words"] = [
  [payoff, { type: "repay.kind", kind: "payoff" }],
  [due, { type: "repay.kind", kind: "due" }],
  [part, { type: "repay.kind", kind: "partial" }],
];

const methods: Replies["words"] = [
  [
    "等额本金|本金|先多后少|递减|逐月递减|利息少的|省利息|利息少|equal principal|principal|便宜的|便宜的那个|划算的|利息低的|哪个便宜选哪个|省钱的|哪个省钱选哪个|the cheaper one|cheaper one|cheaper|cheapest|the cheapest|whichever is cheaper|whichever costs less|the one that costs less|costs less|decreasing|less interest",
    { type: "provide", method: "equal-principal" },
  ],
  [
    "等额本息|本息|每月一样|每月相同|一样|每期一样|每月一样多|固定|level|level payment|level payments|equal payment|equal payments|same every month|the same every month|same each month|fixed|annuity|equal installments",
    { type: "provide", method: "level-payment" },
  ],
];

const purposes: Replies["words"] = [
  [
    "日常|日常消费|消费|购物|买东西|生活|生活费|日用|平时用|daily|daily spending|everyday|shopping|living|living costs|living expenses|spending|groceries",
    { type: "provide", purpose: "daily" },
  ],
  [
    "装修|装修用|家装|装修房子|房子装修|翻新|renovation|renovate|home improvement|home renovation|decoration|decorating|fix up the house",
    { type: "provide", purpose: "renovation" },
  ],
  [
    "教育|学费|上学|培训|读书|学习|交学费|education|tuition|school|study|studies|training|college|a course",
    { type: "provide", purpose: "education" },
  ],
  [
    "医疗|看病|治病|医院|住院|手术|医药费|medical|hospital|doctor|health|surgery|medicine|medical bills",
    { type: "provide", purpose: "medical" },
  ],
  [
    "旅游|旅行|出去玩|度假|出游|travel|trip|a trip|holiday|vacation|travelling|traveling",
    { type: "provide", purpose: "travel" },
  ],
];

const rails: Replies["words"] = [
  [
    "零钱|余额|微信零钱|用零钱|零钱还|balance|wallet|wallet balance|my balance|from balance|from my balance|change",
    { type: "repay.rail", rail: "balance" },
  ],
  [
    "银行卡|储蓄卡|借记卡|卡|用卡|用银行卡|bank card|card|my card|debit card|bank|from my card|from my bank card",
    { type: "repay.rail", rail: "bank-card" },
  ],
];

const why =
  "为什么|为什么呢|为什么啊|为啥|为啥呢|凭什么|怎么会|怎么回事|什么原因|为什么不行|为什么不通过|为什么没通过|why|why not|how come|what for|why is that|what's the reason|for what reason";
const whyThisAmount: NonNullable<Replies["words"]> = [[why, { type: "ask", topic: "why-amount" }]];

const takingIt: ReadonlySet<string> = new Set(
  "就按这个|就按这个借|就这个|就这么定|就这样|take it|i'll take it".split("|"),
);

/** "确认借款", "好的，我同意", "yes, sign it": agreement in words of one's own, and nothing else. */
const assentZh =
  /^(?:好[的啊吧]?|嗯|行|可以|没问题)*我?(?:现在)?(?:确认|确定|同意|接受|授权|签字?|签署)(?:这[个份笔]|以上|你们?)?(?:报价|合同|协议|隐私|说明|政策|授权|查询?|征信|借款|借|放款|还款|还|签字|去?刷脸)*(?:吧|了|啊)?$/;
const assentEn =
  /^(?:(?:yes|ok|okay|sure|fine|please) )*(?:i |i'll |let's )?(?:agree|accept|confirm|sign|authori[sz]e)(?: (?:to|with|and|it|this|that|the|my|quote|offer|contract|terms|privacy|note|credit|loan|repayment|payment|go|face|check|now|please))*$/;

/** Whether a message only agrees, in whatever words. */
function isAssent(forms: readonly string[]): boolean {
  return (
    says(forms, yes) ||
    forms.some((form) => takingIt.has(form)) ||
    forms.some((form) => assentEn.test(form) || assentZh.test(form.replace(/[\s,.]/g, "")))
  );
}

const nothingAsked: JourneyEvent = { type: "courtesy", of: "yes" };
const atRest: ReadonlySet<string> = new Set([
  "idle",
  "reminding.watching",
  "repaying.nothing",
  "checkingEligibility.refused",
]);

/** Where only the button agrees. */
const binding: ReadonlySet<string> = new Set([
  "welcoming.reviewingPrivacy",
  "welcoming.declined",
  "checkingEligibility.authorising",
  "quoting.reviewing",
  "confirming.reviewingContract",
  "confirming.signing",
  "repaying.reviewing",
]);

/** The shortest or the longest on offer. */
function extremeTerms({ context }: Situation): Replies {
  const { terms = [] } = findProduct(context.productId);
  const provide = (installments: number): JourneyEvent => ({ type: "provide", installments });
  return {
    ...cancelOnNo,
    words: [
      [
        "最短|最短的|越短越好|最少的|最少|shortest|the shortest|the shortest one",
        provide(Math.min(...terms)),
      ],
      [
        "最长|最长的|越长越好|越久越好|最多的|最久的|longest|the longest|the longest one",
        provide(Math.max(...terms)),
      ],
    ],
  };
}

const cancelOnNo: Replies = { no: { type: "cancel" } };

/** Where data is given, a contract binds or money moves a yes is answered with the button that says it. */
const repliesOf: Record<string, Replies | ((situation: Situation) => Replies)> = {
  "welcoming.reviewingPrivacy": { no: { type: "privacy.decline" } },
  idle: cancelOnNo,
  "locatingEntry.choosing": cancelOnNo,
  "locatingEntry.showing": { yes: { type: "borrow" }, no: { type: "back" } },
  "checkingEligibility.identifying": { yes: { type: "identity.start" }, no: { type: "cancel" } },
  "checkingEligibility.identityRefused": { yes: { type: "retry" }, no: { type: "cancel" } },
  "checkingEligibility.authorising": { no: { type: "credit.decline" } },
  "checkingEligibility.refused": {
    no: { type: "home" },
    words: [[why, { type: "ask", topic: "am-i-eligible" }]],
  },
  "quoting.askingAmount": cancelOnNo,
  "quoting.askingTerm": extremeTerms,
  "quoting.askingMethod": { no: { type: "cancel" }, words: methods },
  "quoting.askingPurpose": { no: { type: "cancel" }, words: purposes },
  "quoting.reviewing": { ...cancelOnNo, words: whyThisAmount },
  "quoting.expired": { yes: { type: "quote.renew" }, no: { type: "cancel" } },
  "confirming.reviewingContract": { ...cancelOnNo, words: whyThisAmount },
  "confirming.verifyingFace": cancelOnNo,
  "confirming.faceRefused": { yes: { type: "retry" }, no: { type: "cancel" } },
  "confirming.signing": cancelOnNo,
  "confirming.payoutFailed": { yes: { type: "retry" }, no: { type: "cancel" } },
  "reminding.choosing": {
    yes: { type: "back" },
    no: { type: "back" },
    words: [
      [
        "当天|当天就行|当天提醒|还款日当天|当日|到期当天|on the day|the same day|same day|on the day only|that day",
        { type: "reminder.set", daysBefore: 0 },
      ],
    ],
  },
  "repaying.choosingLoan": cancelOnNo,
  "repaying.choosingKind": { no: { type: "cancel" }, words: repayKinds },
  "repaying.askingAmount": { no: { type: "cancel" }, words: repayKinds },
  "repaying.choosingRail": { no: { type: "cancel" }, words: rails },
  "repaying.reviewing": cancelOnNo,
  "repaying.refused": { yes: { type: "retry" }, no: { type: "cancel" } },
};

function repliesAt(situation: Situation): Replies {
  const replies = repliesOf[situation.path];
  return typeof replies === "function" ? replies(situation) : (replies ?? {});
}

function readWords(forms: readonly string[], words: Replies["words"]): JourneyEvent | undefined {
  return words?.find(([phrases]) => phrases.split("|").some((phrase) => forms.includes(phrase)))?.[1];
}

/** A picture's form and its colour are nothing by themselves. */
const thumbs = /^\s*(?:(?:👌|👍|🆗|✅)(?:\uFE0F|\p{Emoji_Modifier}|\s)*)+$/u;

const formsOf = ({ text, forms }: Reading): readonly string[] => (thumbs.test(text) ? ["ok"] : forms);

/** The event that a short answer means at this stage; absent when it is no answer to what is asked. */
export function readStageReply(reading: Reading, situation: Situation): JourneyEvent | undefined {
  const forms = formsOf(reading);
  const replies = repliesAt(situation);
  const said = readWords(forms, replies.words);
  if (said !== undefined) return said;
  if (replies.yes !== undefined && says(forms, yes)) return replies.yes;
  const { path } = situation;
  if (binding.has(path) && isAssent(forms)) return { type: "assent" };
  if (atRest.has(path) && says(forms, yes)) return nothingAsked;
  return replies.no !== undefined && says(forms, no) ? replies.no : undefined;
}

/** Whether a message is a bare yes or no, whatever the stage. */
export function isBareAnswer(reading: Reading): boolean {
  const forms = formsOf(reading);
  return says(forms, yes) || says(forms, no);
}
