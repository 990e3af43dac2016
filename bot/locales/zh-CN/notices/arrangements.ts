/** Reminders as the borrower wants them, automatic deduction, and what is arranged when the money is not there. */

import type { PromiseStatus } from "../../../../domain/overdue/promise-status.ts";
import type { DeductionSource } from "../../../../domain/repayment/deduction-sources.ts";
import { yuan } from "../../../views/figures/figures.ts";
import { arrivesBy, date, moment } from "../format.ts";

/** Follows "from". */
export const sources: Record<DeductionSource, string> = {
  balance: "零钱",
  "bank-card": "银行卡",
  "balance-then-card": "零钱，不够再从银行卡",
};

const promiseStatuses: Record<PromiseStatus, string> = { open: "还没到", kept: "已做到", broken: "没做到" };
const decisions = { waiting: "等答复", approved: "已批准", declined: "未批准" };

interface Claimed {
  amount: string;
  penalty: string;
}

/** Of one installment. */
interface Extended extends Claimed {
  on: string;
  installment: number;
}

const inAll = ({ amount, penalty }: Claimed): string =>
  Number(penalty) > 0 ? `${yuan(amount)}（其中罚息 ${yuan(penalty)}）` : yuan(amount);

const between = ({ from, to }: { from: string; to: string }): string => `${date(from)}到${date(to)}`;

export const arrangements = {
  sources,
  /** What is set, line by line. */
  settings: {
    hour: (hour: number): string => `· 提醒时间：${hour}:00。`,
    stopped: "· 提醒已关闭，只发按规定必须告知的两种通知。",
    snooze: (until: string): string => `· ${moment(until)}再提醒一次。`,
    deduction: (source: DeductionSource | null): string =>
      source ? `· 自动扣款：从${sources[source]}扣。` : "· 自动扣款：没有开通。",
    promise: ({
      promisedOn,
      amount,
      status,
    }: {
      promisedOn: string;
      amount: string;
      status: PromiseStatus;
    }): string => `· 约定：${date(promisedOn)}还 ${yuan(amount)}（${promiseStatuses[status]}）。`,
    extension: ({ until, decision }: { until: string; decision: keyof typeof decisions }): string =>
      `· 延期到${date(until)}：${decisions[decision]}。`,
  },
  chooseHour: ({ hour }: { hour: number }): string =>
    `几点提醒你？现在是 ${hour}:00。8点到21点的整点都行，22点到8点不打扰。`,
  hourSaved: ({ hour }: { hour: number }): string => `记下了：以后 ${hour}:00 提醒你。`,
  hourRefused: {
    quiet: "22点到8点是休息时间，按规矩不发提醒。请选8点到21点的整点。",
    "not-whole": "提醒时间只能是整点，请选8点到21点的整点。",
  },
  daysRefused: ({ most }: { most: number }): string => `最多提前${most}天提醒，请填0到${most}之间的整数。`,
  stopped:
    "好，不再提醒了。只有两种通知按规定还会发：逾期第1天的（从那天起有罚息、会上报征信），和寄法律函告之前的。想恢复，发“恢复提醒”。",
  resumed: ({ daysBefore, hour }: { daysBefore: number; hour: number }): string =>
    `提醒恢复了：${daysBefore === 0 ? "还款日当天" : `提前${daysBefore}天和当天`}，${hour}:00。`,
  snoozed: ({ until, moved }: { until: string; moved: boolean }): string =>
    `${moved ? "22点到8点不打扰你，" : "好，"}${moment(until)}再提醒你。之前还上了，就不提醒。`,
  snoozeRefused: {
    past: "这个时间已经过了，换一个以后的。",
    "too-far": "最多推到31天后，换个近一点的时间。",
  },
  nothingOwed: "你现在没有要还的借款。",

  paid: {
    found: "我查到的还款：",
    booked: ({ on, amount, rail }: { on: string; amount: string; rail: string }): string =>
      `· ${date(on)}，${rail}，${yuan(amount)}，已入账。`,
    onTheWay: ({ amount, arrivesOn }: { amount: string; arrivesOn: string }): string =>
      `· ${yuan(amount)} 正在路上，${arrivesBy(arrivesOn)}，到账前不会催你。`,
    nothing:
      "最近30天，我没有查到你的还款，也没有在路上的。在这里用银行卡还，要1到2个工作日到账；在别处付的，我看不到。可以过会儿再查，也可以请人核对。",
    settled: "没有要还的了。",
    again: "再查一次",
  },

  hardship: {
    opening: "没关系，还不上可以商量，早点说就好。",
    due: (claimed: Claimed): string => `今天该还的是 ${inAll(claimed)}。`,
    coming: ({ dueDate, amount }: { dueDate: string; amount: string }): string =>
      `下一期${date(dueDate)}到期，${yuan(amount)}，现在还没逾期。`,
    ways: "· 约个日子还：自己定，到那天前不催。\n· 申请延期：放款机构的同事来定。\n· 请人联系：把情况说清楚，一起想办法。\n· 先还一部分：还多少，罚息就少算多少。",
  },
  promise: {
    choose: (days: { from: string; to: string }): string =>
      `哪天能还？${between(days)}之间选一天，也可以直接说，比如“15号还500”。不说金额，就按当天该还的算。`,
    made: ({ promisedOn, amount }: { promisedOn: string; amount: string }): string =>
      `记下了：${date(promisedOn)}还 ${yuan(amount)}。到那天之前，普通提醒和自动扣款都先停，那天我再提醒你。按规定必须告知的通知还会发。`,
    penalty: ({ on, ...claimed }: Claimed & { on: string }): string =>
      Number(claimed.penalty) > 0
        ? `约定不减免罚息：到${date(on)}，该还的一共是 ${inAll(claimed)}。早一天还，就少一天罚息。`
        : `到${date(on)}还清该还的 ${yuan(claimed.amount)}，没有罚息。`,
    withdrawn: "好，约定取消了，提醒照常。",
    refused: (days: { from: string; to: string }): string => `这天约不了，可以约${between(days)}之间的一天。`,
    dayHasCome: ({ amount }: { amount: string }): string =>
      `今天是你约好还款的日子，约的是 ${yuan(amount)}。`,
  },
  extension: {
    choose: (days: { from: string; to: string }): string =>
      `想延到哪天？${between(days)}之间选一天，或直接输入日期。由放款机构的同事决定，不一定批。`,
    meaning: ({ on, installment, ...claimed }: Extended): string =>
      `延的是第${installment}期，其他期照常提醒。批了，是到那天之前不催这一期，这笔借款也不自动扣款；还款日不变，罚息照算，到${date(on)}第${installment}期是 ${inAll(claimed)}。`,
    asked: ({ until }: { until: string }): string =>
      `延期申请交上去了：想延到${date(until)}。结果在这里告诉你；批准之前一切照常。`,
    pending: ({ until }: { until: string }): string =>
      `延到${date(until)}的申请还在处理，有结果马上告诉你。在这里撤不回；想撤回，可以请人联系。`,
    refused: (days: { from: string; to: string }): string => `这天不行，可以选${between(days)}之间的一天。`,
    approved: ({ until }: { until: string }): string => `延期批准了：可以到${date(until)}再还。`,
    approvedPlain: "延期批准了。",
    declined: "延期申请没有批准。可以约个日子还，或先还一部分。",
    dayHasCome: "延期到今天为止。",
  },
  person: {
    asked: {
      contact: "登记好了：放款机构的同事会看到你写的话，回复发到这里。",
      complaint: "你的投诉登记好了：放款机构的同事会看到你写的话，处理结果发到这里。",
      lawyer: "登记好了：放款机构的同事会看到，你要求由律师来谈，怎么联系由他们答复，发到这里。",
      bereavement:
        "听到这个消息很难过，请节哀。已经登记：放款机构的同事会看到你写的话，后面怎么办由他们答复，发到这里。",
      "stop-contact": "你要求不再催收，已经登记：放款机构的同事会看到你写的话，答复发到这里。",
    },
    again: {
      contact: "已经登记过了，还在等放款机构的同事处理，不用再发；回复发到这里。",
      complaint: "你的投诉已经登记过了，还在等放款机构的同事处理；结果发到这里。",
      lawyer: "由律师来谈的要求已经登记过了，还在等放款机构的同事答复，发到这里。",
      bereavement: "已经登记过了，请节哀。还在等放款机构的同事答复，发到这里。",
      "stop-contact": "不再催收的要求已经登记过了，还在等放款机构的同事答复，发到这里。",
    },
    when: "他们在服务时间内处理，不是马上就有人，具体几点我说不准。",
    /** Until staff answer; `button` turns them off. */
    remindersGoOn: (button: string): string =>
      `在他们答复之前，自动提醒还会照常发；不想收，点“${button}”，就只剩按规定必须告知的两种。`,
    answered: "放款机构的同事回复你：",
    reply: (text: string): string => `“${text}”`,
  },
  today: (claimed: Claimed): string => `今天该还的一共是 ${inAll(claimed)}。`,

  deduction: {
    choose: ({ source, days }: { source: DeductionSource | null; days: number }): string =>
      `${source ? `自动扣款已开通，从${sources[source]}扣。` : "自动扣款还没开通。"}开通后，还款日当天扣该还的；没扣成，逾期${days}天内每天再试，不收手续费。从哪里扣？`,
    saved: ({ source, days }: { source: DeductionSource; days: number }): string =>
      `自动扣款开通了：还款日当天从${sources[source]}扣该还的；没扣成，逾期${days}天内每天再试。随时发“取消自动扣款”关掉。`,
    next: ({ date: on, amount }: { date: string; amount: string }): string =>
      `下一次：${date(on)}，${yuan(amount)}。`,
    noneToCome: "现在没有要自动扣的。",
    /** Under a reminder. */
    ahead: {
      upcoming: (source: DeductionSource): string =>
        `到期那天会自动从${sources[source]}扣，留够钱就行，不用自己操作。`,
      due: (source: DeductionSource): string =>
        `今天会自动从${sources[source]}扣，留够钱就行，不用自己操作。`,
      overdue: (source: DeductionSource): string =>
        `自动扣款还没扣成，今天会再从${sources[source]}扣；想快点，现在自己还也行。`,
    },
    stopped: "自动扣款关掉了。以后到期请自己还：发“还款”，用零钱或银行卡都行。",
    none: "自动扣款本来就没有开通，不会扣你的钱。",
  },
  buttons: {
    hour: (hour: number): string => `${hour}:00`,
    changeHour: "换个时间",
    stop: "关闭提醒",
    resume: "恢复提醒",
    snooze: (until: string, isToday: boolean): string =>
      `${isToday ? "今天" : "明天"}${until.slice(11)}再提醒`,
    paid: "我已经还了",
    hardship: "还不上",
    promise: "约个日子还",
    extension: "申请延期",
    person: "请人联系我",
    part: "先还一部分",
    day: (on: string, amount?: string): string =>
      amount ? `${date(on)}还 ${yuan(amount)}` : `延到${date(on)}`,
    withdraw: "取消约定",
    deduction: "自动扣款",
    source: (source: DeductionSource): string =>
      source === "balance-then-card" ? "先扣零钱，不够扣银行卡" : `同意从${sources[source]}扣`,
    stopDeduction: "取消自动扣款",
  },
  situation: {
    choosingHour: "正在选几点提醒：8点到21点的整点",
    deducting: "正在选自动扣款从哪里扣",
    hardship: "正在看还不上怎么办：可以约个日子、申请延期，或请人联系",
    promising: "正在选哪天还：点一个日子，或直接说日期",
    extending: "正在选想延到哪天：点一个日子，或直接说日期",
  },
};
