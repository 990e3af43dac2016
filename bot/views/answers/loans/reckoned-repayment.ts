/** A repayment, line by line: each stretch of interest and penalty that it covers, then principal. */
import { type Accrued, interestLines, penaltyLines } from "../../../../domain/loan/accrual-lines.ts";
import type { InstallmentAllocation, Loan } from "../../../../domain/loan/loan-position.ts";
import { exact } from "../../../../domain/money/money.ts";
import type { RepaymentOffered } from "../../../../domain/repayment/repayment.ts";
import type { Messages } from "../../../locales/messages.ts";
import type { Card } from "../../../messages.ts";
import { yuan } from "../../figures/figures.ts";
import { unrounded } from "../products/reckoned-quote.ts";

export function reckonedRepayment(loan: Loan, offer: RepaymentOffered, m: Messages): Card {
  const { card } = m.reckoning;
  return {
    title: card.repayment,
    facts: [],
    columns: [card.item, card.reckoning, card.amount],
    rows: [
      ...offer.allocations.flatMap((one) => installmentRows(loan, one, offer, m)),
      [card.total, "", yuan(offer.amount)],
    ],
    footnote: card.rounded,
  };
}

function installmentRows(
  loan: Loan,
  one: InstallmentAllocation,
  { kind, valueDate }: RepaymentOffered,
  m: Messages,
): string[][] {
  const { card } = m.reckoning;
  const { installment } = one;
  // An installment paid ahead of its day, on its own, is paid with the interest of its whole period.
  const until = kind === "due" ? (loan.schedule[installment - 1]?.dueDate ?? valueDate) : valueDate;
  return [
    ...accruedRows(card.penaltyOf(installment), one.penalty, penaltyLines(loan, installment, valueDate), m),
    ...accruedRows(card.interestOf(installment), one.interest, interestLines(loan, installment, until), m),
    ...(isNothing(one.principal) ? [] : [[card.principalOf(installment), card.unpaid, yuan(one.principal)]]),
  ];
}

/** The stretches, and what was paid of them before where they come to more than is asked for now. */
function accruedRows(item: string, asked: string, { lines, rounded }: Accrued, m: Messages): string[][] {
  if (isNothing(asked)) return [];
  const { reckoning } = m;
  const told = lines.map((line) => reckoning.line({ ...line, amount: unrounded(line.amount) }));
  const before = exact(asked).minus(rounded);
  if (told.length === 1 && before.isZero()) return [[item, told[0] ?? "", yuan(asked)]];
  return [
    ...told.map((line, index) => [index === 0 ? item : "", line, ""]),
    ...(before.isZero() ? [] : [["", reckoning.card.paidBefore, `-${yuan(before.negated().toFixed(2))}`]]),
    ["", "", yuan(asked)],
  ];
}

const isNothing = (amount: string): boolean => exact(amount).isZero();
