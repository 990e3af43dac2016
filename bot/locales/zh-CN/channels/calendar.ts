/** The loan calendar as a picture and as a file for the phone's own calendar. */
import { yuan } from "../../../views/figures/figures.ts";
import { date } from "../format.ts";
import { words } from "../words.ts";

interface Sum {
  count: number;
  amount: string;
}

interface Due {
  date: string;
  amount: string;
  status: "upcoming" | "due" | "overdue" | "settled";
}

interface Installment {
  installment: number;
  of: number;
  loan: string | undefined;
  on: string;
}

const weekdays = ["一", "二", "三", "四", "五", "六", "日"];
const monthAndDay = (iso: string): string => `${Number(iso.slice(5, 7))}月${Number(iso.slice(8))}日`;
const statuses = { upcoming: "待还", due: "今天到期", overdue: "已逾期", settled: "已还" };

export const calendar = {
  sent: {
    picture: "你的借款日历画好了，可以存到相册。金额按今天算，还款之后再要一张就是新的。",
    file: ({ daysBefore, hour }: { daysBefore: number; hour: number }): string =>
      `用手机打开这个文件，还款日就进日历了，${daysBefore === 0 ? "当天" : `提前${daysBefore}天和当天`}${hour}:00会响。\n还款之后可以再导入一次：同一期会更新，不会多出一条；已经还掉的，会从日历里取消。`,
    allOver: "已经没有要还的了。用手机打开这个文件，之前导入的还款日会从日历里取消。",
  },
  alt: ({ on, dues, total }: { on: string; dues: readonly Due[]; total: Sum }): string =>
    [
      `借款日历，截至${date(on)}`,
      ...dues.map((due) => `${date(due.date)} ${yuan(due.amount)} ${statuses[due.status]}`),
      `待还共${total.count}期，${yuan(total.amount)}`,
    ].join("；"),
  altFile: ({ count }: { count: number }): string => `日历文件：${count}个还款日`,
  title: "借款日历",
  /** From Monday. */
  weekdays,
  asOf: (on: string): string => `截至${date(on)}`,
  outstanding: "待还合计",
  overdue: ({ count, amount }: Sum): string => `已逾期${count}期，共 ${yuan(amount)}，早一天还少一天罚息`,
  toPay: (amount: string): string => `要还 ${yuan(amount)}`,
  nothingToPay: "没有要还的",
  allPaid: "已还清",
  paid: (amount: string): string => `已还 ${yuan(amount)}`,
  /** In a day's corner, where several fall together. */
  several: (count: number): string => `${count}笔`,
  /** `weekday` from 0, Monday. */
  day: (iso: string, weekday: number): string => `${monthAndDay(iso)} 周${weekdays[weekday]}`,
  installment: (number: number, of: number): string => `第${number}/${of}期`,
  overdueHeading: "已逾期",
  later: ({ count, amount, until }: Sum & { until: string }): string =>
    `之后还有${count}期，到${date(until)}还完，共 ${yuan(amount)}`,
  legend: { upcoming: "待还", overdue: "已逾期", settled: "已还", today: "今天", dayOff: "休息日" },
  footnote: (on: string): string => `金额按${date(on)}算，以还款当天为准。`,
  file: {
    title: "借道还款日",
    summary: (amount: string): string => `借道还款 ${yuan(amount)}`,
    /** Of which loan, where there are several. */
    description: ({ installment, of, loan, on }: Installment): string =>
      `${words.installment(installment, of)}${loan ? `（借款 ${loan}）` : ""}。\n金额按${date(on)}算，以还款当天为准；提前还过的话，以借道里显示的为准。`,
    over: "借道：这一期不用再还",
    alarm: "今天记得还款",
  },
};
