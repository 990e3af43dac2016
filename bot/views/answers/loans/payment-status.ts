/** "Did my payment arrive?": what is on its way, what failed, what was booked, or that nothing came in. */

import { shanghaiDate } from "../../../../domain/calendar/dates.ts";
import { amountDue, type Loan, type Repayment } from "../../../../domain/loan/loan-position.ts";
import { addYuan } from "../../../../domain/money/money.ts";
import { lastDeductionDay, nextDeduction } from "../../../../domain/repayment/automatic-deduction.ts";
import type { deductionRails } from "../../../../domain/repayment/deduction-sources.ts";
import { loanRestsUntil } from "../../../../machines/journey/arrangements.ts";
import { lastPaymentDay } from "../../../../machines/journey/last-moved.ts";
import { openLoans } from "../../../../machines/journey/loans.ts";
import { amountsDueOf, amountsDueText, onTheWayText } from "../../figures/amounts-due.ts";
import { openOnes } from "../../figures/open-ones.ts";
import { lines, type Scope } from "../../stage-view.ts";
import type { Answer } from "../answer.ts";

export function paymentStatus(scope: Scope): Answer {
  const { context, m } = scope;
  const { payments } = m;
  if (context.loans.length === 0) return { text: payments.noLoan };
  if (context.processing.length > 0) return { text: onTheWayText(scope) };
  const { refusedPayment: refused } = context;
  if (refused && refused.on === lastPaymentDay(context))
    return { text: lines(payments.refused(refused), owedText(scope)) };
  const last = lastRepayment(context.loans);
  const booked = last && payments.booked(bookedFigures(last, m));
  const missing = last && coversWhatIsDue(scope, last.repayment) ? undefined : payments.nothing;
  return {
    text: missing
      ? lines(missing, owedText(scope), booked && payments.before(bookedFigures(last, m)))
      : lines(booked, owedText(scope)),
  };
}

interface Booked {
  loan: Loan;
  repayment: Repayment;
}

function lastRepayment(loans: readonly Loan[]): Booked | undefined {
  return loans
    .flatMap((loan) => loan.repayments.map((repayment) => ({ loan, repayment })))
    .toSorted((a, b) => a.repayment.valueDate.localeCompare(b.repayment.valueDate))
    .at(-1);
}

function bookedFigures({ loan, repayment }: Booked, m: Scope["m"]) {
  const { allocations, amount, rail, valueDate: on } = repayment;
  const total = (of: "penalty" | "interest" | "principal"): string =>
    addYuan(allocations.map((allocation) => allocation[of]));
  return {
    ...{ number: loan.number, on, amount, rail: m.words.rails[rail] },
    ...{ penalty: total("penalty"), interest: total("interest"), principal: total("principal") },
    installments: [...new Set(allocations.map(({ installment }) => installment))],
  };
}

/** Nothing is due, or the last payment came after it fell due: then that is the one that is asked after. */
function coversWhatIsDue(scope: Scope, { valueDate }: Repayment): boolean {
  const due = openOnes(scope.loanPositions())
    .map(({ position }) => amountDue(position))
    .filter(({ early, amount }) => !early && Number(amount) > 0);
  return due.every(({ dueDate }) => dueDate !== undefined && valueDate >= dueDate);
}

/** What is due now or next, and whether it is deducted. */
function owedText(scope: Scope): string {
  const { context, m } = scope;
  const { deduction } = context.arrangements;
  if (amountsDueOf(scope).count === 0) return m.payments.settled;
  return lines(amountsDueText(scope), deduction ? deductionText(scope, deduction) : m.payments.notDeducted);
}

/** The day that is still to be closed is tried then; after it the next one. */
function deductionText(scope: Scope, source: keyof typeof deductionRails): string {
  const { context, m, loanPositions } = scope;
  const today = shanghaiDate(context.at);
  const rests = context.loans.flatMap(({ id }) => loanRestsUntil(context, id) ?? []);
  const restsUntil = rests.toSorted().at(-1);
  const { daysPastDue, dueNow } = amountsDueOf({ loanPositions });
  if (restsUntil === undefined && Number(dueNow) > 0 && daysPastDue <= lastDeductionDay(openLoans(context)))
    return m.payments.deductedToday({ source, late: daysPastDue > 0 });
  const next = nextDeduction({ loans: context.loans, today, restsUntil });
  return next ? m.payments.deductedOn({ source, ...next }) : m.payments.notDeducted;
}
