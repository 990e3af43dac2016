/** What is owed over all open loans on the borrower's day. */
import { shanghaiDate } from "../../domain/dates.ts";
import { amountDue, loanPosition } from "../../domain/loan.ts";
import { addYuan } from "../../domain/money.ts";
import { openLoans } from "../../machines/journey/offers.ts";
import type { JourneyContext } from "../../machines/journey-context.ts";
import { lines, type Scope } from "./stage-view.ts";

/** Amounts in yuan, two decimals. */
export interface Debts {
  count: number;
  outstanding: string;
  /** Past its due date or due today, penalty included. */
  dueNow: string;
  /** Of the oldest overdue installment; 0 when nothing is. */
  daysPastDue: number;
  /** The next due date to come, and all that falls on it. */
  next?: { dueDate: string; amount: string } | undefined;
}

export function debtsOf(context: JourneyContext): Debts {
  const on = shanghaiDate(context.at);
  const positions = openLoans(context).map((loan) => loanPosition(loan, on));
  const coming = positions.flatMap(({ nextDue }) => (nextDue ? [nextDue] : []));
  const [dueDate] = coming.map((one) => one.dueDate).sort();
  const sameDay = coming.filter((one) => one.dueDate === dueDate);
  return {
    count: positions.length,
    outstanding: addYuan(positions.map(({ outstandingPrincipal }) => outstandingPrincipal)),
    dueNow: addYuan(positions.filter((one) => !amountDue(one).early).map((one) => amountDue(one).amount)),
    daysPastDue: Math.max(0, ...positions.map(({ daysPastDue }) => daysPastDue)),
    next: dueDate ? { dueDate, amount: addYuan(sameDay.map(({ amount }) => amount)) } : undefined,
  };
}

/** In a line or two; empty when nothing is owed. A repayment on its way is told instead of what is due. */
export function debtsText({ context, m }: Scope): string {
  const debts = debtsOf(context);
  if (debts.count === 0) return "";
  if (context.notices.some(({ kind }) => kind === "repayment-processing")) return m.debts.open(debts);
  const onTheWay = context.processing.map((one) => m.debts.processing(one));
  return lines(m.debts.open(debts), ...(onTheWay.length > 0 ? onTheWay : [pressing(debts, m)]));
}

function pressing({ dueNow, daysPastDue, next }: Debts, m: Scope["m"]): string | undefined {
  if (daysPastDue > 0) return m.debts.overdue({ amount: dueNow, days: daysPastDue });
  if (Number(dueNow) > 0) return m.debts.dueToday({ amount: dueNow });
  return next && m.debts.next(next);
}

/** Something is owed and no repayment is on its way. */
export const canRepay = (context: JourneyContext): boolean =>
  context.processing.length === 0 && openLoans(context).length > 0;
