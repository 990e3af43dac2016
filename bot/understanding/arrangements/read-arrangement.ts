/** Wishes about reminders, deductions and paying later, in words: each by a rule of its own, at any stage. */
import { addDays, shanghaiDate } from "../../../domain/calendar/dates.ts";
import { claimsOf, mayName } from "../../../machines/journey/arrangements.ts";
import type { JourneyEvent } from "../../../machines/journey-events.ts";
import type { Quantity } from "../../reading/quantities/quantity.ts";
import type { Reading } from "../../reading/reading.ts";
import { asksConsequences, namesExtension, withdrawsExtension } from "../questions/more-time.ts";
import type { Situation, Understanding } from "../situation.ts";
import { readClockTime } from "./clock-time.ts";
import { readSnoozeTime } from "./snooze-time.ts";

const stopZh =
  /^(?:请|麻烦|帮我|给我|我要|我想|我不|你们?|能不能|可以)*(?:把|将)?(?:(?:停止|停掉|停|关闭|关掉|关了|取消|退订|不要|不用|不想|别|勿)(?:了|再|老|总|一直|给我|收到|接收|发送?|所有|全部|这些|的|我)*(?:还款)?(?:提醒|通知|短信|催)(?:我|了|短信|消息|信息|通知|功能|啦|吧)*|(?:还款)?(?:提醒|通知|短信提醒)(?:都|全部?|给我)*(?:关|停|取消)(?:掉|了|闭|止|吧)*)$/;
const stopEn =
  /^(?:please |pls |can you |could you |just )*(?:stop|quit|turn off|disable|switch off|cancel|no more|end|don't send|do not send|stop sending)(?: (?:sending|texting|messaging|reminding|giving|me|any|all|the|my|these|those|more|payment|your|of))*(?: (?:reminders?|notifications?|notices|alerts?|messages|texts?))?(?: (?:please|now|to me|off))*$/;
const aboutReminders = /remind|notif|alert|messag|text/;
const unsubscribe =
  /^(?:td|t|回?t退订|退订|取消订阅|unsubscribe(?: me)?(?: from (?:this|these|reminders|messages))?)$/;
const resume =
  /^(?:请|帮我|我要|我想)*(?:恢复|重新开启|重新打开|重新开通|打开|开启)(?:还款)?(?:提醒|通知)(?:吧|功能)*$|^(?:please )?(?:resume|restart|turn on|switch on|enable)(?: (?:sending|the|my|payment|me))*(?: (?:reminders?|reminding(?: me)?|notifications?|alerts?))(?: again)?$|^(?:please )?turn (?:the |my )?(?:reminders|notifications) (?:back )?on$/;

function reminders({ text }: Reading): JourneyEvent | undefined {
  if (unsubscribe.test(text) || stopZh.test(text) || (stopEn.test(text) && aboutReminders.test(text)))
    return { type: "reminders.stop" };
  return resume.test(text) ? { type: "reminders.resume" } : undefined;
}

const automatic =
  /自动(?:扣款|还款|扣钱|划扣|扣)|代扣|auto(?:matic(?:ally)?)?[ -]?(?:pay|debit|deduct|repay)|direct debit/;
const deductionOnly =
  /^(?:请|帮我|给我|我要|我想|怎么|如何|把|将)*(?:开通|打开|开启|设置|办理|修改|更改|换|用|要)?(?:自动(?:扣款|还款)|代扣)(?:设置|功能|怎么(?:开通?|设置|办)|(?:给我|帮我)?(?:打开|开通|开启|开一下|开))?(?:吧|一下)?$|^(?:please )?(?:set up|turn on|enable|start|switch on|change|i want)?(?: (?:the|my|an?))? ?auto(?:matic)?[ -]?(?:pay(?:ments?)?|debits?|deductions?|repay(?:ments?)?)(?: settings?)?$/;
const ending = /取消|关闭|关掉|关了|停止|停掉|解除|不要|别|stop|cancel|turn off|switch off|disable|\bend\b/;

function deduction({ text, asks }: Reading): JourneyEvent | undefined {
  if (!automatic.test(text)) return undefined;
  if (ending.test(text) && !/失败|没|fail/.test(text))
    return { type: asks ? "deduction.choose" : "deduction.stop" };
  return deductionOnly.test(text) ? { type: "deduction.choose" } : undefined;
}

const asksToRemind = /提醒|再说|叫我|再来找我|\bremind|\bnudge me|\bping me|\bask me (?:again|later)/;
const always =
  /以后|每次|每天|每月|都在|时间|改[成到为]|设[成到为置]|换[成到]|调[成到]|\balways\b|every (?:time|month)|from now on|\b(?:set|change|move|make)\b/;
const ahead =
  /提前 ?(?<zh>\d{1,3}|[零一二两三四五六七八九十]+|一周|两周) ?(?:天|日|周)?|(?<en>\d{1,3}|one|two|three|five|seven) days? (?:before|ahead|early|in advance)/;

function remindWhen(reading: Reading, now: string): Understanding | undefined {
  const { text } = reading;
  if (!asksToRemind.test(text)) return undefined;
  const days = ahead.test(text) ? daysAhead(reading) : undefined;
  if (days !== undefined && !/[吗?？]/.test(text)) return remindAhead(text, days);
  if (always.test(text)) return understood(hourOf(text));
  if (reading.asks) return undefined;
  const until = readSnoozeTime(reading, now);
  return until === undefined ? undefined : { event: { type: "snooze", until } };
}

/** The days are set; an hour named besides is offered. */
function remindAhead(text: string, daysBefore: number): Understanding {
  const hour = hourOf(text);
  return { event: { type: "reminder.set", daysBefore }, ...(hour && { alternatives: [hour] }) };
}

function daysAhead({ text, quantities }: Reading): number | undefined {
  const found = quantities.find((one) => one.kind === "days");
  if (found?.kind === "days") return found.days;
  return /一周|一个?星期/.test(text) ? 7 : undefined;
}

/** Of two readings the one that may be chosen; half hours are for the machine to refuse. */
function hourOf(text: string): JourneyEvent | undefined {
  const times = readClockTime(text)?.candidates ?? [];
  const hours = times.map((time) => Number(time.slice(0, 2)) + Number(time.slice(3)) / 60);
  const hour = hours.find((one) => one >= 8 && one < 22) ?? hours[0];
  return hour === undefined ? undefined : { type: "reminder.hour", hour };
}

const paid =
  /^(?:可|但)?(?:我|钱|这期|本期|这个月|上个月|款|的)*(?:已经|已|刚才|刚|昨天|今天|前天|上周|上午|早上|[\d一二两三四五六七]+天前|早就|早|都|就)*(?:还|付|交|转)(?:过|完|清|好|上)?(?:款|钱|账)?(?:过|了|啦)+(?:啊|呀|的|吧)?$|^我?(?:已经|已)(?:还|付)(?:款|钱|清)?$|(?:已经|明明|早就)(?:把钱)?(?:还|付)(?:过|清|完|了|款)+(?:[，,。！! ]|$|怎么|为什么|还)|^(?:but |hey )?(?:i|i've|i have|we)(?:'ve| have)? (?:already |just )*(?:paid|repaid)\b(?! off)|^(?:already paid|paid already|it'?s (?:already )?paid)/;
const proof = /证明|凭证|合同|proof|receipt|certificate/;

const cannot =
  /还不[上起了]|^(?:我|现在|真的?|实在|暂时|手里|手上|身上|是|也)*没有?钱(?:了|啊|呀)*$|没发工资|工资(?:还)?没发|[没冇]钱还|(?:没有|莫得|没得|木得|木有)钱还|没能力还|拿不出钱|手头紧|周转不[开过]|(?:晚|迟|缓|推迟|延迟|延后|宽限|过)(?:几|两|一|三|\d)?(?:天|周|个?星期|个?月|点|些|一下)?(?:再|才)?还(?!款日)|宽限(?:几天|一下|我)|协商还款|can(?:'t|not| not) (?:pay|repay|afford)|(?:unable|not able) to (?:re)?pay|\bpay (?:it |you )?(?:a (?:bit|little|few days) )?later\b|no money (?:to pay|right now|now|left)|^i (?:have no|don't have (?:any|the)) money(?: (?:right )?now)?$|\b(?:salary|paycheck|wages) (?:comes?|arrives?|is paid|are paid)\b|short of money|lost my job|more time to (?:re)?pay/;
const withdrawsPromise =
  /^(?:请|麻烦|帮我|我要|我想|把)*(?:(?:取消|撤回|收回|撤销|撤掉|不要)(?:掉|了)?(?:我?的?|那个|这个)(?:还款)?(?:约定|承诺)|(?:我?的?|那个)(?:还款)?(?:约定|承诺)(?:取消|撤回|撤销))(?:掉|吧|了)*$|(?:cancel|withdraw|take back|drop|undo|retract|revoke|call off|take) (?:back )?(?:my|the|this|that) promise|(?:my|the|that) promise back$/;
/** Only of whoever owes something: others ask in general, and are answered so. */
function hardship({ text }: Reading, { context }: Situation): JourneyEvent | undefined {
  if (context.loans.length > 0 && paid.test(text) && !proof.test(text)) return { type: "paid.claim" };
  if (claimsOf(context).length === 0 || asksConsequences.test(text)) return undefined;
  if (withdrawsPromise.test(text)) return { type: "promise.withdraw" };
  if (withdrawsExtension.test(text)) return { type: "extension.withdraw" };
  if (namesExtension.test(text)) return { type: "extension.choose" };
  return cannot.test(text) ? { type: "hardship" } : undefined;
}

const paying = /还|付|交(?!易)|\b(?:re)?pay\b/;
const otherThanPaying =
  /每|还款日|还[了过完清的]|没还|已|逾期|扣|提醒|截止|到期|到账|分期|借|remind|every|each|due|deduct|borrow|loan/;

/** "周五还行吗": a day is named, and leave is asked. */
const asksLeave =
  /还(?:款|上|清|钱)?(?:行|可以|好|成|来得及)?(?:吗|么|不|行不行|可不可以)[?？]?$|^(?:can|may|could) i (?:re)?pay\b|\bok(?:ay)? if i (?:re)?pay\b/;

/** "15号还500": paid on a day to come, by whoever is to pay now: a promise, or today after all. */
function onADay(reading: Reading, { path, context }: Situation): Understanding | undefined {
  const { text } = reading;
  const today = shanghaiDate(context.at);
  const owesNow = claimsOf(context).some(({ dueDate }) => dueDate <= today);
  if (!owesNow || !/^(?:idle|reminding)/.test(path)) return undefined;
  if (!paying.test(text) || otherThanPaying.test(text) || reading.isElsewhere) return undefined;
  if (reading.asks && !asksLeave.test(text)) return undefined;
  const promise = promiseOf(reading, today);
  if (promise === undefined || promise.on <= today) return undefined;
  const { amount } = promise;
  const now: JourneyEvent = { type: "repay", ...(amount !== undefined && { amount }) };
  if (!mayName(context, "promise", promise.on)) return { event: promise, alternatives: [now] };
  return { event: { type: "unclear" }, alternatives: [promise, now] };
}

function promiseOf(
  { quantities }: Reading,
  today: string,
): Extract<JourneyEvent, { type: "promise.make" }> | undefined {
  const on = quantities.map((one) => dayOf(one, today)).find((day) => day !== undefined);
  if (on === undefined) return undefined;
  const sum = quantities.find((one) => one.kind === "amount" || (one.kind === "number" && !one.weak));
  return { type: "promise.make", on, ...(sum && "value" in sum && { amount: String(sum.value) }) };
}

/** What a form of this stage is answered with. */
function answer(reading: Reading, { path, context }: Situation): JourneyEvent | undefined {
  const { text } = reading;
  const today = shanghaiDate(context.at);
  if (path === "reminding.choosingHour") return hourOf(/^\d{1,2}$/.test(text) ? `${text}:00` : text);
  if (path !== "reminding.promising" && path !== "reminding.extending") return undefined;
  const promise = promiseOf(reading, today);
  if (promise === undefined || reading.asks) return undefined;
  return path === "reminding.extending" ? { type: "extension.request", on: promise.on } : promise;
}

/** A hundred years: whatever is farther away is out of the question all the same. */
const farthest = 36_500;

function dayOf(quantity: Quantity, today: string): string | undefined {
  if (quantity.kind === "date") return quantity.on;
  if (quantity.kind !== "days") return undefined;
  return addDays(today, Math.round(Math.max(-farthest, Math.min(quantity.days, farthest))));
}

const understood = (event: JourneyEvent | undefined): Understanding | undefined => event && { event };

/** A wish that it is, without the marks at its end. The context's time is the present one. */
export function readArrangement(reading: Reading, situation: Situation): Understanding | undefined {
  const plain = reading.part(reading.text.replace(/[。.!！~,，\s]+$/u, ""));
  return (
    understood(answer(plain, situation) ?? reminders(plain) ?? deduction(plain)) ??
    remindWhen(plain, situation.context.at) ??
    understood(hardship(plain, situation)) ??
    onADay(plain, situation)
  );
}
