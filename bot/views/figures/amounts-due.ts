/** What is owed over all open loans on the borrower's day. */
import { amountDue } from "../../../domain/loan/loan-position.ts";
import { addYuan, exact, sum } from "../../../domain/money/money.ts";
import { lines, type Scope } from "../stage-view.ts";
import { openOnes } from "./open-ones.ts";

/** Amounts in yuan, two decimals. */
export interface AmountsDue {
  count: number;
  outstanding: string;
  /** Past its due date or due today, penalty included. */
  dueNow: string;
  /** Of the oldest overdue installment; 0 when nothing is. */
  daysPastDue: number;
  /** The next due date to come, and all that falls on it. */
  next?: { dueDate: string; amount: string } | undefined;
}

export function amountsDueOf({ loanPositions }: Pick<Scope, "loanPositions">): AmountsDue {
  const positions = openOnes(loanPositions()).map(({ position }) => position);
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
export function amountsDueText(scope: Scope): string {
  const { context, m } = scope;
  const amountsDue = amountsDueOf(scope);
  if (amountsDue.count === 0) return "";
  if (context.notices.some(({ kind }) => kind === "repayment-processing"))
    return m.amountsDue.open(amountsDue);
  const onTheWay = context.processing.map((one) => m.amountsDue.processing(one));
  return lines(
    m.amountsDue.open(amountsDue),
    ...(onTheWay.length > 0 ? onTheWay : [pressing(amountsDue, m)]),
  );
}

/** What is on its way, that it need not be paid again, and what it leaves unpaid of what is due by now. */
export function onTheWayText({
  context,
  m,
  loanPositions,
}: Pick<Scope, "context" | "m" | "loanPositions">): string {
  if (context.processing.length === 0) return "";
  const left = leftDue({ context, loanPositions });
  return lines(
    ...context.processing.map((one) => m.amountsDue.sent(one)),
    Number(left) > 0 ? m.amountsDue.leftDue(left) : undefined,
  );
}

/** Of what is due by now: what no payment on its way covers, yuan. */
export function leftDue({ context, loanPositions }: Pick<Scope, "context" | "loanPositions">): string {
  const rests = openOnes(loanPositions()).map(({ loan, position }) => {
    const due = amountDue(position);
    const coming = context.processing.filter(({ loanId }) => loanId === loan.id).map(({ amount }) => amount);
    const rest = exact(due.early ? "0.00" : due.amount).minus(sum(coming));
    return rest.gt(0) ? rest.toFixed(2) : "0.00";
  });
  return addYuan(rests);
}

function pressing({ dueNow, daysPastDue, next }: AmountsDue, m: Scope["m"]): string | undefined {
  if (daysPastDue > 0) return m.amountsDue.overdue({ amount: dueNow, days: daysPastDue });
  if (Number(dueNow) > 0) return m.amountsDue.dueToday({ amount: dueNow });
  return next && m.amountsDue.next(next);
}

/** Something is owed and no repayment is on its way. */
export const canRepay = ({ context, loanPositions }: Scope): boolean =>
  context.processing.length === 0 && openOnes(loanPositions()).length > 0;
