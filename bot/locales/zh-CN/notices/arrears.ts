/** No new loan while something is overdue: why, what to pay to be free again, and what else helps. */
import type { LoanArrears } from "../../../../domain/overdue/arrears.ts";
import { yuan } from "../../../views/figures/figures.ts";
import { arrivesBy } from "../format.ts";

export const arrears = {
  refused: "你有逾期没还清，现在不能借新的。",
  loan: ({ number, installments, daysPastDue, amount }: LoanArrears): string =>
    `· 借款 ${number} 第${installments.join("、")}期，最早的已逾期${daysPastDue}天，今天还上要 ${yuan(amount)}。`,
  total: ({ amount }: { amount: string }): string =>
    `今天一共还 ${yuan(amount)}（含罚息），到账后就没有逾期了，可以重新申请。`,
  onTheWay: ({ amount, arrivesOn }: { amount: string; arrivesOn: string }): string =>
    `你有一笔 ${yuan(amount)} 的还款正在路上，${arrivesBy(arrivesOn)}，不用重复还。到账前它还可能被银行退回，所以先不算；到账后够数，就没有逾期了。`,
  help: "一时还不上，点“还不上”：可以约个日子、申请延期，或者请人联系你。",
};
