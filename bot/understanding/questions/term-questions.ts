/** The terms of lending, asked about by name: fees taken ahead, how long, what for, how soon. */
import type { JourneyEvent } from "../../../machines/journey-events.ts";
import type { Topic } from "../../../machines/topics.ts";
import type { Reading } from "../../reading/reading.ts";
import type { Situation } from "../situation.ts";

const asked: readonly (readonly [RegExp, Topic])[] = [
  [
    /财务(?:健康|状况|情况|评分|打分)|负担(?:重不重|(?:会不会|是不是|算不算)[太很]?重)|借(?:得|的)?(?:是不是)?太多了?[吗么]/,
    "health",
  ],
  [
    /\bfinancial(?:ly)? (?:health|score|shape)|\bhealthy (?:are|is) my financ|\bfinances? (?:healthy|ok|in order)\b|\bborrow(?:ing|ed)? too much\b|\bcan i afford (?:this|it|the loan)\b/,
    "health",
  ],
  [
    /^(?:逾期)?(?:的|了)?罚息(?:是|有|收|率)?(?:多少|怎么算|几个?点|多高)|宽限期|\bgrace (?:period|days?)\b/,
    "overdue",
  ],
  [
    /(?:什么|哪个|哪一?[级档层])(?:用户)?(?:等级|层级|分层|级别)|属于(?:什么|哪[类种个])用户|\b(?:what|which) (?:user )?(?:tier|level) am i\b/,
    "score",
  ],
  [
    /\bwhen (?:will|does|would) (?:the |my )?(?:bank|credit) card (?:re)?payment (?:arrive|count|get there)\b/,
    "how-to-repay",
  ],
  [/砍头息|(?:利息|费用?).{0,4}(?:提前|预先|一次性)(?:就|都)?(?:扣|收)/, "rate"],
  [/\bupfront fees?\b|\binterest (?:taken|deducted|charged) (?:in advance|upfront|up front|first)\b/, "rate"],
  [/^(?:可以|能|能不能|可不可以|支持|是不是|是)*随借随还(?:的?(?:吗|么|嘛)|不)?[?？。! ]*$/, "early-payoff"],
  [/(?:能|可以|最长|最多)(?:借|贷)(?:款|款期限)?(?:多久|多长时间|多长|几个月)/, "schedule"],
  [/\bhow long can i (?:borrow|have the loan|keep the money)\b/, "schedule"],
];

/** What a rail costs is told with the rails; of paying early or late there is an answer of its own. */
const railFee =
  /(?:信用卡|银行卡|储蓄卡|零钱|代还).{0,6}(?:手续费|费用|收费|要钱|免费)|(?:手续费|费用).{0,4}(?:信用卡|代还)|^还款(?:要|有|收|需要)(?:不要|没有|不收)?(?:手续费|费用|钱)|\b(?:fees?|charges?|costs?)\b.{0,30}\b(?:credit|bank|debit) card\b|\b(?:credit|bank|debit) card\b.{0,24}\b(?:fees?|charges?|costs?|free)\b/;
const earlyOrLate = /提前|提早|逾期|罚|办|申请|\bearly\b|\blate\b|\boverdue\b/;

const forbidden = "买房|购房|炒股|炒币|买股票|买基金|理财|投资";

/** What no loan may be used for is told at once, before somebody goes through an application for it. */
const purposes: readonly RegExp[] = [
  new RegExp(`(?:借|贷|用来?|用于|拿来?|用途).{0,8}(?:${forbidden}|首付)`),
  new RegExp(`(?:${forbidden}|付首付).{0,4}(?:能|可以|能不能|可不可以)(?:借|贷|用)`),
  /(?:借|贷)(?:款|的|来的)*钱?(?:能|可以|能不能|可不可以)(?:用来|用于|用在|拿来|用)?(?:干|做)?(?:什么|啥|嘛|哪)|(?:借款|贷款|资金)?用途(?:有|限制|要求|有没有|有什么)/,
  /\b(?:borrow|loan|money|use it)\b.{0,24}\b(?:stocks?|shares|crypto|bitcoin|invest(?:ing|ments?)?|gambl(?:e|ing)|down ?payment|(?:buy|buying) (?:a |an )?(?:house|home|flat|apartment|property))\b/,
  /\bwhat (?:can|may) (?:i|it|the (?:money|loan)) (?:use|spend|be used)\b/,
];

/** Where the purpose is asked for, a word is enough: what is forbidden must not pass for something else. */
const namesForbidden = new RegExp(
  `${forbidden}|房贷|首付|股票|基金|赌|\\b(?:stocks?|shares|crypto|bitcoin|invest\\w*|gambl\\w*|mortgage|down ?payment|property|(?:buy|buying) (?:a |an |my )?(?:house|home|flat|apartment))\\b`,
);
const whatFor = /(?:能|可以|可).{0,3}(?:用|干|做).{0,4}(?:什么|啥|嘛)|\bwhat (?:can|may) i\b/;

const howSoon =
  /(?:多久|多长时间|几天|几分钟|什么时候|啥时候|何时|多快)(?:能|可以|才能|会)?(?:到账|放款|下款|拿到钱)|(?:到账|放款|下款)(?:要|需要)?(?:多久|多长时间|几天|快吗|快不快)|(?:周末|晚上|夜里|节假日|假期|今天|当天)(?:也|就|可以|能|会)*(?:放款|到账|下款)|(?:多久|几天|多长时间)(?:能|可以)?(?:审批|审核|批|出结果)|(?:审批|审核)(?:要|需要)?(?:多久|几天|多长时间)|\bhow long (?:does|will|would) (?:the )?(?:approval|it|the check) take\b|\bhow (?:fast|soon|quickly) (?:do|will|would|can) i (?:get|receive|have) (?:the |my )?(?:money|cash|loan)\b|\bwhen (?:do|will|would) i (?:get|receive) the (?:money|cash|loan)\b/;

/** A payout or a repayment on its way has an answer of its own. */
const nothingMoves = ({ path, context }: Situation): boolean =>
  context.loans.length === 0 && context.processing.length === 0 && !/payingOut|payoutFailed/.test(path);

/** Absent where none of these is asked. */
export function readTermQuestion({ text }: Reading, situation: Situation): JourneyEvent | undefined {
  const found = asked.find(([pattern]) => pattern.test(text));
  if (found !== undefined) return { type: "ask", topic: found[1] };
  if (railFee.test(text) && !earlyOrLate.test(text)) return { type: "ask", topic: "how-to-repay" };
  const choosing = situation.path === "quoting.askingPurpose";
  const atChoice = choosing && (namesForbidden.test(text) || whatFor.test(text));
  if (atChoice || purposes.some((pattern) => pattern.test(text))) return { type: "ask", topic: "purpose" };
  if (howSoon.test(text) && !/还/.test(text) && nothingMoves(situation))
    return { type: "ask", topic: "payout" };
  return undefined;
}
