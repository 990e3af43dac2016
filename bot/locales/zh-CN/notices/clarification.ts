import { yuan } from "../../../views/figures/figures.ts";
import { date } from "../format.ts";
import { words } from "../words.ts";

/** Asking back, declining, and offering a person. */
export const clarification = {
  which: "我没太把握，你是想：",
  also: "你还提到了另一件事，点一下接着说：",
  instead: "想问的不是这个？点下面的：",
  howMuch: "你说的大概是这个数，点一下就行：",
  outOfScope: "这件事我帮不上：我只管借款和还款。",
  person: "要是我总没听明白，可以找人工。",
  human: "找人工",
  help: "看看能做什么",
  where: "看看办到哪一步",
  mydata: "我的资料",
  borrow: ({
    amount,
    installments,
  }: {
    amount?: string | undefined;
    installments?: number | undefined;
  }): string => {
    const sum = amount === undefined ? "借钱" : `借 ${yuan(amount)}`;
    return installments === undefined ? sum : `${sum}，${words.months(installments)}`;
  },
  repayAmount: (amount: string): string => `还 ${yuan(amount)}`,
  promise: ({ on, amount }: { on: string; amount?: string | undefined }): string =>
    `约${date(on)}还${amount === undefined ? "" : ` ${yuan(amount)}`}`,
  reminderHour: (hour: number): string => `提醒时间改到 ${hour}:00`,
  repay: { due: "还本期", partial: "还一部分", payoff: "全部还清" },
};
