/**
 * "Did my payment arrive?", "钱扣了吗": asked of a repayment, a deduction, or of money without saying which. The words
 * are lists; a question is one word of each list of a pattern.
 */
import { repaymentMovedLast } from "../../../machines/journey/last-moved.ts";
import type { JourneyEvent } from "../../../machines/journey-events.ts";
import type { Reading } from "../../reading/reading.ts";
import type { Situation } from "../situation.ts";

/** Paid by the borrower. */
const paying =
  "还款|还钱|还的|还了的|(?:银行卡|零钱|信用卡)还|还进去|还过去|我(?:刚才?|昨天|今天|前天|上午|下午)?(?:还|付|交)|付的|付款|交的|转的|转过去|转给你们|打过去|打给你们|汇过去|汇款|扣款|划扣|代扣|自动扣|月供|这期|本期|这一期";
const arrived =
  "到账|到帐|入账|入帐|到了|到没|没到|收到|收着|到位|成功|进去了|好了没|完成|失败|处理|记上|算上|清算|生效|状态|进度|结果|怎么样";
const ends = "吗|么|嘛|没有?|不|呢|啊|呀|啦|了|[?？。！!~ ]";
const deducted = "扣|划走|划扣|扣款|扣钱|扣费";

const ofPayment: readonly RegExp[] = [
  new RegExp(`(?:${paying}).{0,14}(?:${arrived})`),
  new RegExp(`(?:收到|收着|查到|看到).{0,6}(?:${paying}|我的钱|我的款|钱)`),
  // 扣了吗, 扣没扣, 扣款了没有, 有没有扣, 还没扣, 扣成功没
  new RegExp(
    `(?:${deducted})(?:款|钱|费|我|的|走|掉|完|到|上|过|成功|成|好|下来|出去){0,3}(?:了|没|过)?(?:没有?|吗|么|嘛|没成)(?:${ends})*$`,
  ),
  /扣没扣|扣没有?扣|(?:有没有|是不是|到底|已经|怎么还?没|为什么还?没|咋还?没|还没)(?:从.{0,6})?(?:被|给我|帮我|自动)?(?:扣|划走)|没扣(?:成|上|到)?(?:款|钱)?(?:吗|么|呢|[?？])|扣款?(?:失败|成功)/,
  /(?:什么时候|啥时候|几点|哪天|何时|多久)(?:会|才|能|给我|自动|来|开始)*(?:扣|划)(?:款|钱|走|我|的)*/,
  // 这个月还了没, 我还上了吗
  /(?:这个?月|本月|这一?期|本期|上个?月|上一?期|今天|我|那笔|这笔)的?(?:钱|款|借款|账单)?(?:到底|已经?|是不是|算|都)*(?:还|付|交)(?:上|清|过|好|掉|款|进去|成功)?(?:了|没|过)(?:吗|么|嘛|没有?|不|[?？])/,
  /(?:扣|还|付|转|交)(?:了|掉|走|过|出去).{0,8}(?:没有?|不|未)(?:显示|更新|变|记)/,
  // 3月的还上了吗, 第二期结清了没, 十月那期付掉没有
  /^(?:请问|那|帮我|查一?下|看看|我|,|，| )*(?:(?:第?[\d一二三四五六七八九十]{1,3}(?:月份?|期)|上个?月|上一?期|这一?期|本期|前一?期|那一?期|最近一?期)(?:的|那)?(?:一?期|一?笔|钱|款|账单)?)(?:到底|已经?|是不是|算不?算|算|都|给|有没有)*(?:(?:还|付|交)(?:上|清|好|掉|完|过)?|结清|结掉)(?:了|没有?|过)(?:啊|呀|吗|么|嘛|没有?|呢|[?？。])*$/,
];
/** Of taking what is not owed, of rules, of the loan to come. */
const otherwise =
  /乱扣|多扣|重复|两次|偷偷|强制|擅自|工资|砍头|预先|先扣|额度|提前|能不能|可不可以|可以|怎么还(?!没)|如何|怎么才?能|(?<!时候|几点|哪天|何时)(?:会不会|会).{0,10}扣|借款?(?:申请|审)|放款|提醒|短信|证明|合同|征信|影响|利息|罚息|优惠|取消|关闭|开通|还款日|还款方式|还款时间/;
/** A rule, unless something is on its way. */
const howSoon =
  /多久|几天|什么时候(?:能|会|可以|才)?到|\bhow long\b|\bwhen (?:will|does|do)\b(?!.*\b(?:deduct|debit|take|charge))/;

const moneyEn =
  "(?:re)?payments?|installments?|instalments?|deductions?|(?:auto|direct) ?(?:pay|debit)|autopay|(?:bank )?transfers?|money i (?:paid|sent|repaid|transferred|put in)|what i (?:paid|sent|repaid)|charges?";
const arrivedEn =
  "(?:go|gone|went|going|been|get|got|gets|come|came) through|arriv\\w*|receiv\\w*|clear(?:ed)?|land(?:ed)?|process(?:ed|ing)?|succe\\w*|fail(?:ed)?|bounce[d]?|post(?:ed)?|credit(?:ed)?|deduct(?:ed)?|debit(?:ed)?|taken|pending|complete[d]?|status|get there|got there|register(?:ed)?|book(?:ed)?|settled?|confirm(?:ed)?|count(?:ed)?|stuck|on (?:its|the) way|there yet|in yet|come in|came in|show(?:n|ed)? up|reach(?:ed)? you|recorded";

const ofPaymentEn: readonly RegExp[] = [
  new RegExp(`\\b(?:${moneyEn})\\b.{0,40}\\b(?:${arrivedEn})\\b`),
  new RegExp(
    `\\b(?:status|${arrivedEn}|got|get|have|see|seen|take|took)\\b.{0,16}\\b(?:my|the|this month's) (?:${moneyEn})\\b`,
  ),
  /\b(?:was|were|have|has|had|been|am|did) (?:i|you|it|my (?:card|account|wallet|bank)|the (?:money|amount|bank))(?: already| been| yet| just| be)* (?:been )?(?:charged|deducted|debited|taken|paid|pay|take|collect(?:ed)?)\b(?!.*\b(?:twice|paid out)\b)/,
  new RegExp(`\\b(?:is|was|are) (?:my|the|this month's) (?:${moneyEn}) (?:in|through|there|done|ok|paid)\\b`),
  /\bis (?:january|february|march|april|may|june|july|august|september|october|november|december|(?:this|last) month|(?:this|the last|the first) installment)(?:'s)?(?: all| fully)? (?:settled|paid|cleared|done)\b/,
  /\b(?:did|have) you (?:already |just )?(?:get|got|receiv\w*|take|taken|collect\w*|deduct\w*|charge[d]?) (?:my |the |any )?(?:money|payment|it)\b/,
  /\bwhen (?:will|do|does|is) (?:you|it|the (?:money|amount|payment)|my (?:payment|installment))\b.{0,12}\b(?:deduct\w*|debit\w*|taken|take|charged?|collect\w*)\b/,
];
/** Asked once something was paid: a yes to it would be paid twice. */
const again: readonly RegExp[] = [
  /(?:再|重新|又要?|多)(?:还|付|交|转|打|汇)(?:款|钱)?(?:一?[次遍回])|重新(?:还|付|交|转|打|汇)(?:款|钱)|(?:要不要|用不用|需不需要|还要|还用|还需要|还得|该不该)(?:再|重新)?(?:还|付|交|转)(?:款|钱)?(?:吗|么|嘛|呢|啊|不|[?？]|$)/,
  /\b(?:re)?pay(?:ing)?\b.{0,16}\b(?:again|twice|two times|(?:a )?second time|once more|another time)\b|\b(?:send|transfer)\b.{0,16}\b(?:again|twice|a second time)\b/,
];
const otherwiseEn =
  /\b(?:how (?:do|can|should|much|to)|can i|could i|may i|what if|if i|what happens|early|schedule|reminders?|receipt|proof|certificate|contract|refund|overpa\w+|penalt\w*|limit|appl\w+|approv\w*|disburs\w*|pay ?out|loan (?:money|amount)|documents?|freeze|wages|salary|fail to)\b/;

/** Money, without a word of which. */
const ofMoney =
  /^(?:我的?|那|这|请问|那个|钱|款|那笔|这笔|刚才?的?|转账|怎么|为什么|咋|到底|都|现在|还|是不是|有没有|已经?|查一?下|看看|帮我|你们?|,|，| )*(?:到账|到帐|入账|入帐|到了|收到|成功|处理|没到|没收到|办好|弄好)(?:钱|款|到账|中|完|好|成功|到|里|儿)*(?:了|没有?|吗|么|嘛|不|呢|啊|呀|[?？。！! ])*$|^(?:我的?)?钱(?:呢|在哪|去哪|到哪)(?:了|啊|呀|儿|里|[?？ ])*$/;
const ofMoneyEn =
  /^(?:so |and |hi |hello |ok |hey |please |,)*(?:(?:did|has|have|is|was) (?:it|that|this|the (?:money|transfer)|my (?:money|transfer)|everything)(?: already| been| yet| just)* (?:go(?:ne)? through|arriv\w+|receiv\w+|clear(?:ed)?|land(?:ed)?|process\w*|there|in|succe\w+|fail(?:ed)?|come in|get there|done|work|successful)|where(?:'s| is)(?: my| the)? (?:money|transfer)|any news (?:on|of|about) (?:it|my (?:money|transfer)))(?: yet| already| now| so far)*[?.! ]*$/;

/** Questions that begin with a verb have no other mark in speech. */
const asksEn =
  /^(?:so |and |but |hi |hello |hey |please |ok |,)*(?:did|has|have|had|is|was|were|do|does|should|must|shall|are|any|where|when|what|why|status|check)\b/;

/** Absent where nothing of the kind is asked. */
export function readPaymentStatus(reading: Reading, { path, context }: Situation): JourneyEvent | undefined {
  const { text } = reading;
  const status: JourneyEvent = { type: "ask", topic: "repay-success-check" };
  const asksRule = howSoon.test(text) && context.processing.length === 0;
  if (isAsked(reading) && repaymentMovedLast(context) && again.some((pattern) => pattern.test(text)))
    return status;
  if (asksOfPayment(reading)) return asksRule ? undefined : status;
  if (!ofMoney.test(text) && !ofMoneyEn.test(text)) return undefined;
  const paysOut = path === "confirming.payingOut" || path === "confirming.payoutFailed";
  return !paysOut && repaymentMovedLast(context) ? status : { type: "ask", topic: "application-status" };
}

/** Of the loan itself, or of whoever does not pay. */
const ofTheLoan = /收到(?:你们的?)?(?:借款|贷款)|不还钱/;

const asksZh =
  /(\p{Script=Han})[没不]\1|(?:了|没有?)(?:啊|呀|呢)?$|还没|没有?(?:显示|更新|记)|失败|状态|进度/u;
const stillWaits = /n't\b|\bstill\b|\byet\b/;

const isAsked = ({ text, asks }: Reading): boolean =>
  asks || [asksEn, asksZh, stillWaits].some((pattern) => pattern.test(text));

function asksOfPayment(reading: Reading): boolean {
  const { text, script } = reading;
  if (!isAsked(reading) || reading.isElsewhere || ofTheLoan.test(text)) return false;
  if (script === "zh") return !otherwise.test(text) && ofPayment.some((pattern) => pattern.test(text));
  return !otherwiseEn.test(text) && ofPaymentEn.some((pattern) => pattern.test(text));
}
