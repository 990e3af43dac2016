import type { RepaymentKind } from "../../../../domain/loan/loan-position.ts";
import type { Rail } from "../../../../domain/repayment/rails.ts";
import { yuan } from "../../../views/figures/figures.ts";
import { date } from "../format.ts";
import { words } from "../words.ts";

export const repaying = {
  chooseLoan: "要还哪一笔？",
  chooseKind: ({ number, outstanding }: { number: string; outstanding: string }): string =>
    `借款 ${number}，待还本金 ${yuan(outstanding)}。想怎么还？`,
  dueLine: ({ dueDate, amount, early }: { dueDate: string; amount: string; early: boolean }): string =>
    early
      ? `· 还本期：下一期${date(dueDate)}到期，${yuan(amount)}，提前还这一期，利息不变。`
      : `· 还本期：已到期该还的，一共 ${yuan(amount)}。`,
  kindHelp:
    "· 还一部分：先还已到期的和到今天的利息，剩下的冲本金，后面每期会少还。\n· 全部还清：利息只算到今天。",
  askAmount: ({ maximum }: { maximum: string }): string =>
    `想还多少？最少 ¥0.01，最多 ${yuan(maximum)}（今天全部还清的金额），直接输入数字。`,
  chooseRail: ({ amount }: { amount: string }): string => `还 ${yuan(amount)}，用哪种方式？`,
  railLine: (rail: Rail, fee: { minimum: string; maximum: string }): string =>
    `· ${words.rails[rail.id]}：${words.arrival(rail)}，${words.fee(rail)}${Number(fee.maximum) > 0 ? `，这笔是 ${yuan(fee.minimum)} 到 ${yuan(fee.maximum)}` : ""}。`,
  railAboveCap: (rail: Rail): string =>
    `· ${words.rails[rail.id]}：加上手续费，这笔借款的年化会超过24%的上限，所以不能用。`,
  review: ({ amount, rail, kind }: { amount: string; rail: string; kind: RepaymentKind }): string =>
    `请核对：${words.kinds[kind]}，${yuan(amount)}，用${rail}。点“确认还款”才会扣款。`,
  dueEarly: "提前还本期，利息仍按整期算；还一部分或全部还清，才只算到今天。",
  leavesDue: (rest: string): string => `这样还，已到期的还差 ${yuan(rest)}，今天没补齐的部分按逾期算罚息。`,
  reviewFee: ({ minimum, maximum }: { minimum: string; maximum: string }): string =>
    `代还要另收手续费，${yuan(minimum)} 到 ${yuan(maximum)}，以实际收取为准；你同意的是最多 ${yuan(maximum)}，超过就不扣。`,
  collecting: ({ amount }: { amount: string }): string => `正在扣款 ${yuan(amount)}，请稍等，不用重复操作。`,
  collectingUnknown: "正在扣款，请稍等，不用重复操作。",
  refused: "这次没有扣成，借款没有变化。可以换一种方式，或者过一会儿再试。",
  nothing: "现在没有需要还的借款。",
  nothingWhileProcessing: "还款到账之前，不用再还。",
  restWhileProcessing: (rest: string): string =>
    `到账之前先不能再还下一笔。这笔到账后，已到期的还差 ${yuan(rest)}，逾期的部分每天还会加罚息，到账后尽快补上。`,
  card: {
    title: "还款明细",
    loan: "借款",
    kind: "还款类型",
    rail: "扣款方式",
    penalty: "罚息",
    interest: "利息",
    principal: "本金",
    fee: "手续费",
    total: "合计",
    atMost: (amount: string): string => `最多 ${yuan(amount)}`,
    arrival: "时效",
    countsFor: "算作还款日",
    installment: "期",
  },
  situation: {
    choosingLoan: "正在选还哪一笔借款",
    choosingKind: "正在选怎么还：还本期、还一部分，或全部还清",
    askingAmount: ({ maximum }: { maximum: string }): string =>
      `正在填还款金额：¥0.01 到 ${yuan(maximum)}，直接输入数字就行`,
    choosingRail: "正在选还款方式：零钱、银行卡或信用卡代还",
    reviewing: "正在核对还款：点“确认还款”才会扣款",
    collecting: "正在等扣款结果，请稍等",
    refused: "的扣款没有成功：可以再试一次，或者换一种方式",
    nothing: "没有需要还的借款",
    waiting: "有一笔还款在路上，正在等它到账",
  },
};
