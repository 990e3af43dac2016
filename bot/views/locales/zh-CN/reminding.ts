import { yuan } from "../../figures.ts";
import { date } from "./format.ts";

export const reminding = {
  choose: ({ daysBefore }: { daysBefore: number }): string =>
    `还款日前几天提醒你？现在是${daysBefore === 0 ? "只在当天" : `提前${daysBefore}天`}，还款日当天也会再提醒一次。`,
  watching: ({ count, outstanding }: { count: number; outstanding: string }): string =>
    `你有${count}笔借款在还，待还本金共 ${yuan(outstanding)}。每一期的日子和金额都在下面。`,
  nothing: "现在没有要还的借款。",
  settled: ({ count }: { count: number }): string => `已经结清${count}笔，记录都在。`,
  next: ({ dueDate, amount }: { dueDate: string; amount: string }): string =>
    `下一期：${date(dueDate)}，应还 ${yuan(amount)}。`,
  overdue: ({ amount }: { amount: string }): string =>
    `有已到期没还的，今天要还 ${yuan(amount)}。早一天还，就少一天罚息。`,
  reminders: ({ daysBefore }: { daysBefore: number }): string =>
    daysBefore === 0 ? "我会在还款日当天提醒你。" : `我会提前${daysBefore}天提醒你，还款日当天再提醒一次。`,
  card: {
    title: "借款日历",
    loan: "借款",
    number: "期",
    dueDate: "还款日",
    amount: "应还",
    status: "状态",
    outstanding: "待还本金",
    payoff: "今天全部还清",
    statuses: { settled: "已还", upcoming: "待还", due: "今天到期", overdue: "已逾期" },
  },
  situation: {
    choosing: "正在选还款日前几天提醒",
    watching: "正在看借款日历：可以还款，也可以改提醒设置",
  },
};
