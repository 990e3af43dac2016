/** What is owed, in a line or two: on the menu and above the calendar. */
import { yuan } from "../../../views/figures/figures.ts";
import { arrivesBy, date } from "../format.ts";

export const amountsDue = {
  /** Kept in sight, in half a line. */
  pinned: {
    now: ({ amount, days }: { amount: string; days: number }): string =>
      days > 0 ? `已逾期${days}天，今天要还 ${yuan(amount)}` : `今天到期，要还 ${yuan(amount)}`,
    next: ({ dueDate, amount }: { dueDate: string; amount: string }): string =>
      `${date(dueDate)}要还 ${yuan(amount)}`,
  },
  open: ({ count, outstanding }: { count: number; outstanding: string }): string =>
    `你有${count}笔借款在还，待还本金共 ${yuan(outstanding)}。`,
  next: ({ dueDate, amount }: { dueDate: string; amount: string }): string =>
    `下一期${date(dueDate)}到期，应还 ${yuan(amount)}。`,
  dueToday: ({ amount }: { amount: string }): string => `今天到期，应还 ${yuan(amount)}。今天还就不算逾期。`,
  overdue: ({ amount, days }: { amount: string; days: number }): string =>
    `已经逾期${days}天，今天补齐欠款要 ${yuan(amount)}。早一天还，就少一天罚息。`,
  processing: ({ amount, arrivesOn }: { amount: string; arrivesOn: string }): string =>
    `还款 ${yuan(amount)} 正在路上，${arrivesBy(arrivesOn)}，这笔不用再还。`,
  sent: ({
    amount,
    arrivesOn,
    sentOn,
  }: {
    amount: string;
    arrivesOn: string;
    sentOn?: string | undefined;
  }): string =>
    `还没到账，正在路上：${sentOn ? `你${date(sentOn)}还的` : "你还的"} ${yuan(amount)}，${arrivesBy(arrivesOn)}，到账后我告诉你。这笔现在不用再还，也别重复还。`,
  leftDue: (amount: string): string => `这笔到账后，已到期的还差 ${yuan(amount)}，到账后尽快补上。`,
};
