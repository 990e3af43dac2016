/** Questions about lending, by their words. */
import type { JourneyEvent } from "../../machines/journey-events.ts";

/** In order: the first whose words are in the text. */
const questions: readonly (readonly [RegExp, JourneyEvent])[] = [
  [
    /征信|信用(?:记录|报告)|credit (?:report|record|score|history|bureau)/,
    { type: "ask", topic: "credit-report" },
  ],
  [
    /提前(?:还|结清).{0,12}(?:违约金|手续费|费用|划算|利息|收费)|early (?:payoff|repayment|settlement).{0,20}(?:fee|cost|penalt)|(?:fee|penalt\w+|cost).{0,20}(?:pay(?:ing)? (?:it )?off|early)|prepay/,
    { type: "ask", topic: "early-payoff" },
  ],
  [
    /逾期|罚息|晚还|还不上|忘记还|过期|overdue|late|miss(?:ed)? a payment|can't pay|cannot pay/,
    { type: "ask", topic: "overdue" },
  ],
  [/利息|利率|年化|费率|多少息|手续费|interest|\brate\b|\bapr\b|\bfees?\b/, { type: "ask", topic: "rate" }],
  [
    /额度|最多(?:能|可以)?借|能借多少|可以借多少|提额|limit|how much can i|how much could i/,
    { type: "ask", topic: "limit" },
  ],
  [
    /怎么还|如何还|还款方式|扣款|代扣|how (?:do|can|to) (?:i )?(?:repay|pay)|auto ?debit/,
    { type: "ask", topic: "how-to-repay" },
  ],
  [
    /安全|隐私|诈骗|骗子|骗人|靠谱|泄露|密码|safe|secur|privacy|scam|fraud|trust/,
    { type: "ask", topic: "safety" },
  ],
  [
    /区别|哪个好|什么是|是什么|哪些产品|微粒贷|小鹅花钱|we ?2000|借呗|金条|difference|compare|which product|what is/,
    { type: "ask", topic: "products" },
  ],
];

/** The question a normalised text asks, by its words. */
export function readQuestion(text: string): JourneyEvent | undefined {
  return questions.find(([words]) => words.test(text))?.[1];
}

const wishes: readonly (readonly [RegExp, JourneyEvent])[] = [
  [/人工|客服|投诉|human|real person|(?:speak|talk) (?:to|with) (?:a|some|an)/, { type: "human" }],
  [
    /入口|在哪(?:里|儿)?(?:能|可以)?(?:借|找|看|开通)|找不到|where (?:can|do|is)|how (?:do|can) i (?:borrow|get a loan|apply)/,
    { type: "locate" },
  ],
  [
    /提前(?:结清|还清|还款)|一次性?(?:还清|结清)|全部(?:还清|结清)|pay (?:it |everything |my loan |the loan )?off|settle (?:my|the) loan/,
    { type: "repay.kind", kind: "payoff" },
  ],
  [
    /(?:想|要|帮我|现在|来)还(?:款|钱|掉|一下)|(?:want|like|need) to (?:re)?pay|make a payment|repay/,
    { type: "repay" },
  ],
  [
    /(?:想|要|能|可以|帮我|急需|申请|来)(?:再)?(?:借|贷|用钱|一笔)|(?:want|like|need|going) to borrow|(?:want|need|like|get|take) (?:a |out a )?loan|borrow|lend me/,
    { type: "borrow" },
  ],
];

/** What a normalised text wishes done, by its words. */
export function readWish(text: string): JourneyEvent | undefined {
  return wishes.find(([words]) => words.test(text))?.[1];
}
