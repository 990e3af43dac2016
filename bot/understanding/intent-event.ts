/** What an intent means as an event: what the journey does, or which question it answers in place. */
import { repaymentMovedLast } from "../../machines/journey/last-moved.ts";
import type { JourneyContext } from "../../machines/journey-context.ts";
import type { JourneyEvent } from "../../machines/journey-events.ts";
import { otherProduct } from "../reading/other-lenders.ts";
import { competitors, namesOf } from "../reading/product-names.ts";
import type { Reading } from "../reading/reading.ts";
import type { Intent } from "./intents/intents.ts";
import { asksMoreTime, movesDueDate } from "./questions/more-time.ts";

const early =
  /提前|提早|一次性|全部还|全额|结清|还清|还完|early|in full|pay(?:ing)? (?:it |this |everything )?off|settle|ahead of/;
const settling = /结清|还清|全部|一次性|全额|early|in full|off\b|settle|everything/;
const helpless =
  /机器|真人|你是|robot|\bbot\b|\bhuman|\bperson\b|who are you|帮|怎么用|不会用|能做|会做|什么|功能|菜单|咨询|问|help|what|how|assist|question/;

function greeting({ text }: Reading): JourneyEvent {
  if (/谢|thank|thx/.test(text)) return { type: "courtesy", of: "thanks" };
  if (/再见|拜拜|\bbye\b/.test(text)) return { type: "courtesy", of: "farewell" };
  return { type: helpless.test(text) ? "help" : "greet" };
}

/** Whoever owes nothing and asks about repaying means the loan to come. */
function repayment({ text, asks }: Reading, context: JourneyContext): JourneyEvent {
  if (context.processing.length > 0 && asks && !early.test(text))
    return { type: "ask", topic: "payment-status" };
  if (context.loans.length === 0 && /(?:能|可以).{0,6}还|\bcan i (?:re)?pay\b/.test(text) && asks)
    return { type: "ask", topic: "early-payoff" };
  if (!early.test(text) && !settling.test(text)) return { type: "repay" };
  return asks ? { type: "ask", topic: "early-payoff" } : { type: "repay.kind", kind: "payoff" };
}

const unseen =
  /没有|没了|没(?=微|借|这)|找不到|看不到|不显示|不见|消失|can't (?:see|find)|cannot (?:see|find)|gone|missing|disappear|vanish|why/;
const sideBySide = /区别|不同|差别|哪个|哪款|比较|对比|划算|difference|compare|better|best|cheaper/;
const otherPlatform = new RegExp(namesOf(competitors, "platform"));
const howJudged = /怎么评|如何评|怎么审|标准|依据|评分|打分|how .*(?:assess|decide|score|evaluat|judge)/;

function entry({ text }: Reading): JourneyEvent {
  return unseen.test(text) ? { type: "ask", topic: "visibility" } : { type: "locate" };
}

function products({ text }: Reading): JourneyEvent {
  if (!sideBySide.test(text)) return { type: "ask", topic: "products" };
  return {
    type: "ask",
    topic: otherProduct.test(text) || otherPlatform.test(text) ? "platforms" : "comparison",
  };
}

/** Wants to hear about borrowing, and names no figure. */
const enquires = /^(?!.*(?:\d|[一二两三四五六七八九十]+[百千万])).*(?:问问|问一下|咨询|了解|打听)/;

/** "能不能借到" asks; "可以借我点吗" wants. */
const mayBorrow = /(?:能|可以|可否)(?:借|贷)(?:到|得到|出来)|[借贷]得[到了出]/;

/** How the score came about, once there is one; else why not, and what it takes. */
function eligibility({ text }: Reading, context: JourneyContext): JourneyEvent {
  const scored = howJudged.test(text) && context.assessment !== null;
  return { type: "ask", topic: scored ? "score" : "eligibility" };
}

const ofApplication =
  /申请|审|放款|下款|额度|批|借|贷|\b(?:appl\w+|approv\w*|disburs\w*|pay ?out|loans?|borrow\w*)\b/;

/** How far a payment is, where that is what moved last and no word speaks of a loan to come. */
const loanStatus = ({ text }: Reading, context: JourneyContext): JourneyEvent => ({
  type: "ask",
  topic: repaymentMovedLast(context) && !ofApplication.test(text) ? "payment-status" : "loan-status",
});

/** Another company's product may well be mentioned: compared, held against one, or to be paid off with a loan. */
function mentionsOthers(intent: Intent, text: string): boolean {
  if (intent === "apply_loan") return /还|pay|refinanc/.test(text);
  return ["compare_products", "check_eligibility", "credit_report", "human_agent"].includes(intent);
}

/** "要不取消吧" and "能不能取消" give up, or ask to. */
const notCancelled =
  /(?<![要能可会是还])(?:不|别|没有?|勿)(?:是|想|要|用|会|说|打算|准备|需要|再|去|给我|帮我| )*(?:取消|撤销|撤回|放弃|终止|中止|作废|停)|(?:don'?t|do not|not|never) (?:want to |going to |trying to |need to |asking to )?(?:cancel|stop|quit|abort)/;
const cancelled =
  /取消|撤|退|不(?:想|要|用|需要|打算|考虑)?(?:再)?(?:借|贷|办|弄|申请|了)|不想?要(?![给打发再老])|算了|放弃|终止|中止|停|作废|悔|改主意|改天|下次|以后再|删|cancel|stop|abort|quit|halt|forget|scrap|scratch|drop (?:it|this|that|the (?:loan|application|request)|my)|never ?mind|withdraw|back out|pull out|undo|changed my mind|no longer|anymore|not now|later|don't|do not/;

/** "Cancel it" is done. "Can I cancel?", and what merely sounds like it, is asked back; "don't cancel" goes on. */
function cancellation({ text, asks }: Reading): JourneyEvent | JourneyEvent[] {
  if (notCancelled.test(text)) return { type: "where" };
  return asks || !cancelled.test(text)
    ? [{ type: "cancel" }, { type: "person.request" }]
    : { type: "cancel" };
}

/** A number or hours are asked for, and nothing of anybody. */
const hotline =
  /电话|热线|号码|联系方式|(?:上班|服务|工作|在线).{0,2}时间|几点|\d{4,}.{0,8}客服|\b(?:numbers?|hotline|helpline|phone line|hours)\b/;

const declinesPerson =
  /(?<![要能可会])(?:不|别|没)(?:想|要|用|是|需要|必|再)*(?:转|找|叫|投诉|人工|真人)|(?:取消|撤销|撤回)投诉|\b(?:no|not|don't|do not|never|without)\b(?: \w+){0,6} (?:complain\w*|agents?|humans?|representatives?|operators?)\b/;
const refusesMachine = /机器|\b(?:bots?|chatbots?|robots?|machines?|computers?)\b/;

function humanAgent({ text, isElsewhere }: Reading): JourneyEvent {
  if (/投诉|complain/.test(text) && isElsewhere) return { type: "ask", topic: "elsewhere" };
  if (declinesPerson.test(text) && !refusesMachine.test(text)) return { type: "courtesy", of: "yes" };
  return hotline.test(text) ? { type: "ask", topic: "hotline" } : { type: "person.request" };
}

type Meaning = JourneyEvent | ((reading: Reading, context: JourneyContext) => JourneyEvent | JourneyEvent[]);

const meanings: Record<Exclude<Intent, "out_of_scope">, Meaning> = {
  find_entry: entry,
  compare_products: products,
  check_eligibility: eligibility,
  ask_limit: { type: "ask", topic: "limit" },
  ask_rate: ({ text }) => ({ type: "ask", topic: early.test(text) ? "early-payoff" : "rate" }),
  apply_loan: (reading, context) => {
    if (enquires.test(reading.text)) return { type: "help" };
    return mayBorrow.test(reading.text) ? eligibility(reading, context) : { type: "borrow" };
  },
  loan_status: loanStatus,
  ask_schedule: ({ text }) => ({ type: "ask", topic: movesDueDate.test(text) ? "due-date" : "schedule" }),
  repay: repayment,
  repay_method: { type: "ask", topic: "how-to-repay" },
  overdue: ({ text }) => ({ type: "ask", topic: asksMoreTime(text) ? "due-date" : "overdue" }),
  credit_report: { type: "ask", topic: "credit-report" },
  manage_reminders: { type: "reminder.choose" },
  security_privacy: { type: "ask", topic: "safety" },
  account_change: { type: "ask", topic: "account" },
  contract_proof: { type: "ask", topic: "contract" },
  cancel: cancellation,
  human_agent: humanAgent,
  greeting_help: greeting,
};

/** The events an intent may mean here: one when it is plain, several when it is to be asked back. */
export function eventsOfIntent(intent: Intent, reading: Reading, context: JourneyContext): JourneyEvent[] {
  if (reading.isElsewhere && !mentionsOthers(intent, reading.text))
    return [{ type: "ask", topic: "elsewhere" }];
  if (intent === "out_of_scope") return [];
  const meaning = meanings[intent];
  const events = typeof meaning === "function" ? meaning(reading, context) : meaning;
  return Array.isArray(events) ? events : [events];
}
