/** "Did my payment arrive?" */
import type { DeductionSource } from "../../../../domain/repayment/deduction-sources.ts";
import { yuan } from "../../../views/figures/figures.ts";
import { date } from "../format.ts";
import { sources } from "../notices/arrangements.ts";

interface Booked {
  number: string;
  on: string;
  amount: string;
  rail: string;
  penalty: string;
  interest: string;
  principal: string;
  installments: readonly number[];
}

const parts = ({ penalty, interest, principal }: Booked): string =>
  [
    ["本金", principal],
    ["利息", interest],
    ["罚息", penalty],
  ]
    .filter(([, amount]) => Number(amount) > 0)
    .map(([name, amount]) => `${name} ${yuan(amount ?? "")}`)
    .join("，");

export const payments = {
  noLoan: "你在这里没有借款，没有要还的，也没有从你这里扣过钱。",
  booked: (one: Booked): string =>
    `收到了：你${date(one.on)}用${one.rail}还的 ${yuan(one.amount)} 已经入账，还的是借款 ${one.number} 第${one.installments.join("、")}期，其中${parts(one)}。`,
  before: ({ on, amount }: Booked): string => `上一次入账的是${date(on)}的 ${yuan(amount)}。`,
  refused: ({ on, reason }: { on: string; reason: "insufficient-funds" | "card-rejected" }): string =>
    `没有成功：${date(on)}的那次扣款，${reason === "insufficient-funds" ? "余额不足" : "银行卡拒绝了"}，没有还上，借款没有变化。${reason === "insufficient-funds" ? "存够钱再还，或者换一种方式。" : "换一种方式试试。"}`,
  nothing: "还没有：这一期我没有收到还款，也没有在路上的。在别处付的，我看不到。",
  settled: "借款已经全部还清，没有要还的了。",
  notDeducted: "你没有要自动扣的款，到期不会自己扣，要还就点“还款”。",
  deductedToday: ({ source, late }: { source: DeductionSource; late: boolean }): string =>
    `${late ? "自动扣款还没扣成，今天会再试一次" : "还没扣，今天之内会自动扣"}，从${sources[source]}扣，留够钱就行，不用自己再还。`,
  deductedOn: ({
    source,
    date: on,
    amount,
  }: {
    source: DeductionSource;
    date: string;
    amount: string;
  }): string => `还没到扣款的日子：${date(on)}从${sources[source]}自动扣 ${yuan(amount)}。`,
};
