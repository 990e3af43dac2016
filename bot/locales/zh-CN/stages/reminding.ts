import { yuan } from "../../../views/figures/figures.ts";
import { arrivesBy } from "../format.ts";

export const reminding = {
  choose: ({ daysBefore }: { daysBefore: number }): string =>
    `还款日前几天提醒你？现在是${daysBefore === 0 ? "只在还款日当天提醒" : `提前${daysBefore}天，还款日当天再提醒一次`}。`,
  nothing: "现在没有要还的借款。",
  settled: ({ count }: { count: number }): string => `已经结清${count}笔，记录都在。`,
  card: {
    title: "借款日历",
    loan: "借款",
    number: "期",
    dueDate: "还款日",
    amount: "应还",
    status: "状态",
    outstanding: "待还本金",
    payoff: "今天全部还清",
    monthTotal: (month: string): string => `${month}要还`,
    reminders: "提醒",
    remindedBefore: (days: number): string => (days === 0 ? "还款日当天" : `提前${days}天和当天`),
    remindersOff: "已关闭",
    onItsWay: "还款在路上",
    partlyOnItsWay: "一部分在路上",
    arriving: ({ amount, arrivesOn }: { amount: string; arrivesOn: string }): string =>
      `${yuan(amount)}，${arrivesBy(arrivesOn)}，不用再还`,
    statuses: { settled: "已还", upcoming: "待还", due: "今天到期", overdue: "已逾期" },
  },
  situation: {
    choosing: "正在选还款日前几天提醒",
    nothing: "现在没有要还的借款：可以借钱，也可以回主页",
    watching: "正在看借款日历：可以还款，也可以改提醒设置",
  },
};
