/** What is owed over all open loans on the borrower's day. */
import { amountDue } from "../../../domain/loan/loan.ts";
import { addYuan, exact, sum } from "../../../domain/money/money.ts";
import { lines, type Scope } from "../stage-view.ts";
import { openOnes } from "./standings.ts";

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

export function debtsOf({ standings }: Pick<Scope, "standings">): Debts {
  const positions = openOnes(standings()).map(({ position }) => position);
  const coming = positions.flatMap(({ nextDue }) => (nextDue ? [nextDue] : []));
  const [dueDate] = coming.map((one) => one.dueDate).sort();
  const sameDay = coming.filter((one) => one.dueDate === dueDate);
  const dues = positions.map(amountDue).filter(({ early }) => !early);
  return {
    count: positions.length,
    outstanding: addYuan(positions.map(({ outstandingPrincipal }) => outstandingPrincipal)),
    dueNow: addYuan(dues.map(({ amount }) => amount)),
    daysPastDue: Math.max(0, ...positions.map(({ daysPastDue }) => daysPastDue)),
    next: dueDate ? { dueDate, amount: addYuan(sameDay.map(({ amount }) => amount)) } : undefined,
  };
}

/** In a line or two; empty when nothing is owed. A repayment on its way is told instead of what is due. */
export function debtsText(scope: Scope): string {
  const { context, m } = scope;
  const debts = debtsOf(scope);
  if (debts.count === 0) return "";
  if (context.notices.some(({ kind }) => kind === "repayment-processing")) return m.debts.open(debts);
  const onTheWay = context.processing.map((one) => m.debts.processing(one));
  return lines(m.debts.open(debts), ...(onTheWay.length > 0 ? onTheWay : [pressing(debts, m)]));
}

/** What is on its way, that it need not be paid again, and what it leaves unpaid of what is due by now. */
export function onTheWayText({ context, m, standings }: Pick<Scope, "context" | "m" | "standings">): string {
  if (context.processing.length === 0) return "";
  const left = leftDue({ context, standings });
  return lines(
    ...context.processing.map((one) => m.debts.sent(one)),
    Number(left) > 0 ? m.debts.leftDue(left) : undefined,
  );
}

/** Of what is due by now: what no payment on its way covers, yuan. */
export function leftDue({ context, standings }: Pick<Scope, "context" | "standings">): string {
  const rests = openOnes(standings()).map(({ loan, position }) => {
    const due = amountDue(position);
    const coming = context.processing.filter(({ loanId }) => loanId === loan.id).map(({ amount }) => amount);
    const rest = exact(due.early ? "0.00" : due.amount).minus(sum(coming));
    return rest.gt(0) ? rest.toFixed(2) : "0.00";
  });
  return addYuan(rests);
}

function pressing({ dueNow, daysPastDue, next }: Debts, m: Scope["m"]): string | undefined {
  if (daysPastDue > 0) return m.debts.overdue({ amount: dueNow, days: daysPastDue });
  if (Number(dueNow) > 0) return m.debts.dueToday({ amount: dueNow });
  return next && m.debts.next(next);
}

/** Something is owed and no repayment is on its way. */
export const canRepay = ({ context, standings }: Scope): boolean =>
  context.processing.length === 0 && openOnes(standings()).length > 0;
