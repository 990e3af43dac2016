/** "Why is it this amount?", told from the computation itself. */
import { dailyPercent, yuan } from "../../../views/figures/figures.ts";
import { date } from "../format.ts";

interface Reckoned {
  principal: string;
  rate: string;
  days: number;
  amount: string;
}

export const reckoning = {
  /** ¥10,000.00 × 29天 × 0.05% = ¥145.00 */
  line: ({ principal, rate, days, amount }: Reckoned): string =>
    `${yuan(principal)} × ${days}天 × ${dailyPercent(rate)} = ¥${amount}`,
  stretch: ({ from, to }: { from: string; to: string }): string => `${date(from)}到${date(to)}`,
  quote: ({ line, interest, principal, payment }: Quoted): string =>
    `利息按天算：剩余本金 × 天数 × 日利率，算到分（四舍五入）。拿第1期说，${line}，利息 ${yuan(interest)}；加上本金 ${yuan(principal)}，一共 ${yuan(payment)}。`,
  method: {
    "equal-principal": ({ principal, installments }: Split): string =>
      `等额本金：${yuan(principal)} 平分成${installments}份，每期还一份；除不尽的几分钱放在最后一期，所以最后一期的本金可能差几分。`,
    "level-payment": ({ installments }: Split): string =>
      `等额本息：先算出每期还一样多、${installments}期正好还清的数；每期先付当期利息，剩下的冲本金。最后一期收尾，会差几分钱。`,
  },
  closing: "本金越还越少，利息也跟着少；天数多的月份会略高一点。每一期的算法见表。",
  repayment: {
    partial: "这笔还款是这样加出来的，每一行都按实际天数算到今天：",
    due: "这笔还款是这样加出来的，利息算到还款日，罚息算到今天：",
    early: "这笔还款是这样加出来的。提前还本期，利息还是算到还款日：",
    payoff: "今天全部还清，利息只算到今天，以后各期的利息不收。加出来是这样：",
  },
  due: "现在要还的，是这样加出来的：",
  upcoming: "下一期是这样加出来的：",
  loan: (number: string): string => `借款 ${number}。`,
  nothing: "现在没有报价，也没有欠款，没有金额要解释。借款或还款的时候，随时问我“为什么是这个数”。",
  card: {
    quote: "每一期怎么算出来的",
    repayment: "这个金额怎么算出来的",
    number: "期",
    days: "天数",
    principalLeft: "剩余本金",
    exact: "利息（未取整）",
    interest: "利息",
    principal: "本金",
    payment: "应还",
    item: "项目",
    reckoning: "算法",
    amount: "金额",
    interestOf: (installment: number): string => `第${installment}期利息`,
    penaltyOf: (installment: number): string => `第${installment}期罚息`,
    principalOf: (installment: number): string => `第${installment}期本金`,
    unpaid: "还没还的部分",
    paidBefore: "已经付过的",
    total: "合计",
    rounded: "各段相加，四舍五入到分。",
    dailyRate: "日利率",
  },
};

interface Quoted {
  line: string;
  interest: string;
  principal: string;
  payment: string;
}

interface Split {
  principal: string;
  installments: number;
}
