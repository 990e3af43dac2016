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
const helpless = /帮|怎么用|不会用|能做|会做|什么|功能|菜单|咨询|问|help|what|how|assist|question/;

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
const otherPlatform =
  /借呗|花呗|金条|白条|放心借|支付宝|京东|抖音|jiebei|huabei|jintiao|alipay|\bjb\b|\bhb\b/;
const howJudged = /怎么评|如何评|怎么审|标准|依据|评分|打分|how .*(?:assess|decide|score|evaluat|judge)/;

function entry({ text }: Meant): JourneyEvent {
  return unseen.test(text) ? { type: "ask", topic: "visibility" } : { type: "locate" };
}

function products({ text }: Meant): JourneyEvent {
  if (!sideBySide.test(text)) return { type: "ask", topic: "products" };
  return { type: "ask", topic: otherPlatform.test(text) ? "platforms" : "comparison" };
}

/** Why not, and whether at all: told by the assessment when there is one, found out by making it otherwise. */
function eligibility({ text, context }: Meant): JourneyEvent[] {
  if (howJudged.test(text)) return [{ type: "ask", topic: "score" }];
  return context.assessment === null
    ? [{ type: "borrow" }, { type: "ask", topic: "products" }]
    : [{ type: "where" }];
}

type Meaning = JourneyEvent | ((meant: Meant) => JourneyEvent | JourneyEvent[]);

const meanings: Record<Exclude<Intent, "out_of_scope">, Meaning> = {
  find_entry: entry,
  compare_products: products,
  check_eligibility: eligibility,
  ask_limit: { type: "ask", topic: "limit" },
  ask_rate: ({ text }) => ({ type: "ask", topic: early.test(text) ? "early-payoff" : "rate" }),
  apply_loan: { type: "borrow" },
  loan_status: { type: "where" },
  ask_schedule: { type: "loans.show" },
  repay: repayment,
  repay_method: { type: "ask", topic: "how-to-repay" },
  overdue: { type: "ask", topic: "overdue" },
  credit_report: { type: "ask", topic: "credit-report" },
  manage_reminders: { type: "reminder.choose" },
  security_privacy: { type: "ask", topic: "safety" },
  account_change: { type: "human" },
  contract_proof: { type: "human" },
  /** "Can I cancel?" is asked back; "cancel it" is done. */
  cancel: ({ text }) => (isQuestion(text) ? [{ type: "cancel" }, { type: "human" }] : { type: "cancel" }),
  human_agent: { type: "human" },
  greeting_help: ({ text }) => ({ type: helpless.test(text) ? "help" : "greet" }),
};

/** The events an intent may mean here: one when it is plain, several when it is to be asked back. */
export function eventsOfIntent(intent: Intent, meant: Meant): JourneyEvent[] {
  if (intent === "out_of_scope") return [];
  const meaning = meanings[intent];
  const events = typeof meaning === "function" ? meaning(meant) : meaning;
  return Array.isArray(events) ? events : [events];
}
