/** Questions about the borrower's own case: what is known of it, what can be done here, and what cannot. */
import { yuan } from "../../../views/figures/figures.ts";
import { date, either } from "../format.ts";
import { words } from "../words.ts";

interface Reckoned {
  product: string;
  lender: string;
}

interface AgeRange {
  minimum: number;
  maximum: number;
}

interface Quoted {
  dueDate: string;
  payment: string;
  months: number;
  totalPayable: string;
  totalInterest: string;
}

export const knowledge = {
  eligibility: {
    refused: ({ product }: Reckoned): string => `${product}这次没有通过，原因和办法是：`,
    approved: ({ product, limit, free }: Reckoned & { limit: string; free: string }): string =>
      `能借：${product}的评估已经通过，额度 ${yuan(limit)}，现在还能借 ${yuan(free)}。`,
    notYet: ({ product, rule, age }: Reckoned & { rule: string | undefined; age: AgeRange }): string =>
      [
        `评估过才知道。${product}${rule ? `（${rule}）` : ""}要${age.minimum}到${age.maximum}周岁、实名、绑本人的银行卡、授权查征信，`,
        `再按${Object.values(words.dimensions).join("、")}四项打分。没通过的话，每条原因、怎么改善、哪天再试，我都会告诉你。`,
      ].join(""),
  },
  schedule: {
    quoted: ({ dueDate, payment, months, totalPayable, totalInterest }: Quoted): string =>
      `按现在的报价分${months}期，首期${date(dueDate)}到期，应还 ${yuan(payment)}，往后每月一期；一共还 ${yuan(totalPayable)}，其中利息 ${yuan(totalInterest)}。`,
    terms: ({ product, terms }: { product: string; terms: readonly number[] }): string =>
      `${product}可以分${either(terms)}期，放款后每月还一期，具体日子和金额写在报价里。`,
  },
  loanStatus: {
    none: "你现在没有在办的申请，也没有借款。",
    started: ({ product }: Reckoned): string => `${product}的申请正在看资格，还没有结果，也没有放款。`,
    refused: ({ product }: Reckoned): string => `${product}的评估没有通过，没有放款。`,
    approved: ({ product }: Reckoned): string => `${product}的评估已经通过，还没有签合同，所以还没有放款。`,
    unsigned: ({ amount }: { amount: string }): string =>
      `这笔 ${yuan(amount)} 的报价还没有签，所以还没有放款；签完才放，通常马上到账。`,
    paidOut: ({ number, principal, on }: { number: string; principal: string; on: string }): string =>
      `借款 ${number} 已于${date(on)}放款 ${yuan(principal)}。没看到钱，先查收款账户的明细，再找人工核对。`,
  },
  account: ({ lender, card }: { lender: string; card: string | undefined }): string =>
    [
      card ? `你现在用的是${card}。` : "",
      "换手机号、换银行卡、改实名，我这里改不了，要在微信里改：银行卡在“我 → 服务 → 钱包 → 银行卡”。",
      `关闭额度、注销账户要找${lender}的客服，我没有这个权限；我能给你看我存了哪些资料。`,
    ].join(""),
  contract: {
    kept: ({ number }: { number: string }): string =>
      `借款 ${number} 的金额、利率、还款计划和每次还款，我这里都存着，在“我的借款”里看。`,
    settled: ({ number }: { number: string }): string => `借款 ${number} 已经结清，我这里有记录。`,
    none: "你在这里还没有签过合同；签之前，要点会全部列给你看。",
    file: ({ lender }: { lender: string }): string =>
      `合同原件、结清证明和流水的文件，我出不了，要找${lender}的客服开，有借款的话报上编号就行。`,
  },
};
