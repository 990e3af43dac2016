import type { Quote } from "../../../../domain/pricing/quote.ts";
import { percent, yuan } from "../../../views/figures/figures.ts";
import { date, either, moment } from "../format.ts";
import { words } from "../words.ts";

export const quoting = {
  askAmount: ({ minimum, maximum }: { minimum: string; maximum: string }): string =>
    `想借多少？${yuan(minimum)} 到 ${yuan(maximum)} 都可以，点一个，或者直接输入。`,
  askAmountAgain: ({ now, minimum, maximum }: { now: string; minimum: string; maximum: string }): string =>
    `现在是 ${yuan(now)}，想改成多少？${yuan(minimum)} 到 ${yuan(maximum)} 都可以。`,
  askTerm: ({ amount, terms }: { amount?: string | undefined; terms: readonly number[] }): string =>
    `${amount ? `借 ${yuan(amount)}，` : ""}分几期还？一期一个月，可选${either(terms)}期。`,
  askMethod: [
    "怎么还？",
    "· 等额本金：每月还的本金一样多，利息逐月减少，总利息少一些，前几期压力大一点。\n· 等额本息：每月还的总数差不多，好安排，总利息多一点。",
  ].join("\n\n"),
  askPurpose: "这笔钱打算用来做什么？不能用于投资、炒股和买房。",
  review: (quote: Quote, product: string): string => {
    const first = quote.schedule[0];
    return [
      `报价好了：${product}，借 ${yuan(quote.principal)}，分${quote.installments}期，${words.methods[quote.method]}。`,
      `利息共 ${yuan(quote.totalInterest)}，连本带息还 ${yuan(quote.totalPayable)}。${first ? `首期${date(first.dueDate)}到期，还 ${yuan(first.payment)}。` : ""}`,
      `${words.dailyRate(quote.dailyRate)}，折合年化利率${percent(quote.apr.simple)}（单利）、${percent(quote.apr.compounded)}（复利）。按时还款，除利息外没有别的费用。`,
      `报价有效到${moment(quote.expiresAt)}，每一期的明细见下表。`,
    ].join("\n");
  },
  expired: "报价已过期，没有产生任何借款。可以按原来的条件重新报价，金额和日期以新的为准。",
  card: {
    title: "还款计划",
    principal: "借款金额",
    term: "期数",
    method: "还款方式",
    dailyRate: "日利率",
    aprSimple: "年化利率（单利）",
    aprCompounded: "年化利率（复利）",
    totalInterest: "总利息",
    totalPayable: "还款总额",
    disbursedOn: "起息日",
    columns: {
      number: "期",
      dueDate: "还款日",
      principalPart: "本金",
      interest: "利息",
      payment: "应还",
      balance: "剩余本金",
    },
    inBrief: ({
      installments,
      totalPayable,
      first,
    }: Pick<Quote, "installments" | "totalPayable"> & {
      first: Quote["schedule"][number] | undefined;
    }): string =>
      `${installments}期共还 ${yuan(totalPayable)}${first ? `，首期 ${yuan(first.payment)}` : ""}`,
    footnote: "年化利率按实际现金流的内部收益率计算。",
  },
  situation: {
    askingAmount: ({ minimum, maximum }: { minimum: string; maximum: string }): string =>
      `正在选借多少：${yuan(minimum)} 到 ${yuan(maximum)}，直接输入数字就行`,
    askingTerm: ({ terms }: { terms: readonly number[] }): string => `正在选分几期：可选${either(terms)}期`,
    askingMethod: "正在选还款方式：等额本金或等额本息",
    askingPurpose: "正在选用途：日常消费、装修、教育、医疗或旅行",
    reviewing: "正在看报价：可以同意，也可以改金额、改期数",
    expired: "的报价过期了：可以重新报价，或者取消",
  },
};
