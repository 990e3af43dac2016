import { yuan } from "../../figures.ts";
import { date } from "./format.ts";

export const idle = {
  menu: "想做什么？点下面的按钮，或者直接说，比如“借20000分10期”。",
  menuWithLoans: "需要什么，直接说，或者点下面的按钮。",
  loansOpen: ({ count, outstanding }: { count: number; outstanding: string }): string =>
    `你有${count}笔借款在还，待还本金共 ${yuan(outstanding)}。`,
  nextDue: ({ dueDate, amount }: { dueDate: string; amount: string }): string =>
    `下一期：${date(dueDate)}，应还 ${yuan(amount)}。`,
  overdue: ({ amount }: { amount: string }): string =>
    `其中有已到期没还的，今天要还 ${yuan(amount)}。早一天还，就少一天罚息。`,
  situation: "在主页：可以借钱、找入口、看借款、还款，或者问问题",
};
