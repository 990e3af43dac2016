/** What an intent means as an event: what the journey does, or which question it answers in place. */
import type { JourneyContext } from "../../machines/journey-context.ts";
import type { JourneyEvent } from "../../machines/journey-events.ts";
import type { Intent } from "./intents/intents.ts";

interface Meant {
  /** Normalised. */
  text: string;
  context: JourneyContext;
}

const asking =
  /[?？]|吗|么$|呢$|怎么|如何|怎样|能不能|可不可以|可以.{0,12}(?:吗|不)|是不是|会不会|有没有|多少|多久|几|\b(?:how|what|when|where|why|which|can i|could i|may i|is it|is there|do i|does|will i|am i)\b/;
const early =
  /提前|提早|一次性|全部还|全额|early|in full|pay(?:ing)? (?:it |this |everything )?off|settle|ahead of/;
const settling = /结清|还清|全部|一次性|全额|early|in full|off\b|settle|everything/;
const callingOff =
  /取消|撤|算了|作罢|放弃|终止|停|退|不[借贷要想办申做用需搞弄]|别[借贷办弄]|拉倒|cancel|withdraw|stop|abort|quit|never ?mind|forget|call (?:it|this|that) off|changed my mind|back out|don't|do not|no longer|not (?:want|need|interested)|drop (?:it|this|that|the)|leave it|scrap/;
const helpless = /帮|怎么用|不会用|能做|会做|什么|功能|菜单|咨询|问|help|what|how|assist|question/;

function greeting({ text }: Meant): JourneyEvent {
  if (/谢|thank|thx/.test(text)) return { type: "courtesy", of: "thanks" };
  if (/再见|拜拜|\bbye\b/.test(text)) return { type: "courtesy", of: "farewell" };
  return { type: helpless.test(text) ? "help" : "greet" };
}

export function isQuestion(text: string): boolean {
  return asking.test(text);
}

function repayment({ text }: Meant): JourneyEvent {
  if (!early.test(text) && !settling.test(text)) return { type: "repay" };
  return isQuestion(text) ? { type: "ask", topic: "early-payoff" } : { type: "repay.kind", kind: "payoff" };
}

const unseen =
  /没有|没了|没(?=微|借|这)|找不到|看不到|不显示|不见|消失|can't (?:see|find)|cannot (?:see|find)|gone|missing|disappear|vanish|why/;
const sideBySide = /区别|不同|差别|哪个|哪款|比较|对比|划算|difference|compare|better|best|cheaper/;
const otherProduct =
  /借呗|花呗|金条|白条|放心借|网商贷|jiebei|huabei|jintiao|baitiao|(?<![a-z])(?:jb|hb)(?![a-z])/;
const otherPlatform = /支付宝|京东|抖音|alipay/;
const ourOwn =
  /微[信粒]|[微威薇][粒利力丽立]|小鹅|we ?2000|你们|你这|这里|这儿|这边|在这|wechat|weilidai|\bhere\b|\byou\b/;
const howJudged = /怎么评|如何评|怎么审|标准|依据|评分|打分|how .*(?:assess|decide|score|evaluat|judge)/;

function entry({ text }: Meant): JourneyEvent {
  return unseen.test(text) ? { type: "ask", topic: "visibility" } : { type: "locate" };
}

function products({ text }: Meant): JourneyEvent {
  if (!sideBySide.test(text)) return { type: "ask", topic: "products" };
  return {
    type: "ask",
    topic: otherProduct.test(text) || otherPlatform.test(text) ? "platforms" : "comparison",
  };
}

/** How the score came about, once there is one; else why not, and what it takes. */
function eligibility({ text, context }: Meant): JourneyEvent {
  const scored = howJudged.test(text) && context.assessment !== null;
  return { type: "ask", topic: scored ? "score" : "eligibility" };
}

/** Whether it speaks of another company's product alone, such as "hb" or 白条: nothing here can be done about it. */
export function isElsewhere(text: string): boolean {
  return otherProduct.test(text) && !ourOwn.test(text);
}

/** Another company's product may well be mentioned: compared, held against one, or to be paid off with a loan. */
function mentionsOthers(intent: Intent, text: string): boolean {
  if (intent === "apply_loan") return /还|pay|refinanc/.test(text);
  return ["compare_products", "check_eligibility", "credit_report", "human_agent"].includes(intent);
}

type Meaning = JourneyEvent | ((meant: Meant) => JourneyEvent | JourneyEvent[]);

const meanings: Record<Exclude<Intent, "out_of_scope">, Meaning> = {
  find_entry: entry,
  compare_products: products,
  check_eligibility: eligibility,
  ask_limit: { type: "ask", topic: "limit" },
  ask_rate: ({ text }) => ({ type: "ask", topic: early.test(text) ? "early-payoff" : "rate" }),
  apply_loan: { type: "borrow" },
  loan_status: { type: "ask", topic: "loan-status" },
  ask_schedule: { type: "ask", topic: "schedule" },
  repay: repayment,
  repay_method: { type: "ask", topic: "how-to-repay" },
  overdue: { type: "ask", topic: "overdue" },
  credit_report: { type: "ask", topic: "credit-report" },
  manage_reminders: { type: "reminder.choose" },
  security_privacy: { type: "ask", topic: "safety" },
  account_change: { type: "ask", topic: "account" },
  contract_proof: { type: "ask", topic: "contract" },
  /** "Cancel it" is done; "can I cancel?", and what only resembles it, is asked back: nobody's place is lost by a guess. */
  cancel: ({ text }) =>
    isQuestion(text) || !callingOff.test(text) ? [{ type: "cancel" }, { type: "human" }] : { type: "cancel" },
  human_agent: { type: "human" },
  greeting_help: greeting,
};

/** The events an intent may mean here: one when it is plain, several when it is to be asked back. */
export function eventsOfIntent(intent: Intent, meant: Meant): JourneyEvent[] {
  if (isElsewhere(meant.text) && !mentionsOthers(intent, meant.text))
    return [{ type: "ask", topic: "elsewhere" }];
  if (intent === "out_of_scope") return [];
  const meaning = meanings[intent];
  const events = typeof meaning === "function" ? meaning(meant) : meaning;
  return Array.isArray(events) ? events : [events];
}
