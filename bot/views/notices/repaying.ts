/** What is told of loans that are owed: reminders and repayments. */
import { daysBetween } from "../../../domain/calendar/dates.ts";
import type { ReminderStage } from "../../../domain/contact/reminder-stages.ts";
import { type Allocation, amountDue, type InstallmentPosition } from "../../../domain/loan/loan-position.ts";
import { addYuan } from "../../../domain/money/money.ts";
import { loanRestsUntil } from "../../../machines/journey/arrangements.ts";
import type { repayingNotices as definitions } from "../../../machines/notices/repaying.ts";
import type { NoticeOf } from "../../../machines/notices/table.ts";
import { calendarText } from "../cards/calendar-media.ts";
import type { LoanWithPosition } from "../figures/open-ones.ts";
import type { JourneyPath } from "../journey-path.ts";
import { lines, type Scope } from "../stage-view.ts";
import { deductionAhead } from "./arrangement-texts.ts";
import type { NoticeViews } from "./notice-view.ts";
import { reminderChoices } from "./pay-choices.ts";

export const repayingNotices: NoticeViews<keyof typeof definitions> = {
  calendar: { text: ({ form }, scope) => calendarText(form, scope) },
  reminder: {
    text: reminder,
    choices: (_, scope) => reminderChoices(scope),
    asksToPay: true,
  },
  "nothing-due": { text: (_, { m }) => m.notices.nothingDue },
  repaid: { text: repaid },
  "repayment-processing": { text: (notice, { m }) => m.notices.repaymentProcessing(notice) },
  "repayment-refused": { text: ({ reason }, { m }) => m.notices.repaymentRefused[reason] },
};

const loanWithPositionOf = ({ loanPositions }: Scope, loanId: string): LoanWithPosition | undefined =>
  loanPositions().find(({ loan }) => loan.id === loanId);

function reminder(notice: NoticeOf<"reminder">, scope: Scope): string {
  const known = loanWithPositionOf(scope, notice.loanId);
  const one = known?.position.installments.find(({ number }) => number === notice.installment);
  if (!known || !one) return "";
  const { context } = scope;
  const rests = loanRestsUntil(context, notice.loanId) !== undefined;
  return lines(
    scope.m.notices.reminder(stageToday(notice.stage, one), {
      installment: one.number,
      of: known.loan.installments,
      dueDate: one.dueDate,
      amount: one.outstanding,
      days: Math.abs(daysBetween(known.position.on, one.dueDate)),
      penalty: known.loan.conventions.repayment.penalty,
    }),
    deductionAhead(scope, rests ? null : context.arrangements.deduction, one, known.loan),
  );
}

/** A reminder that comes later than planned speaks of the day on which it is read. */
function stageToday(planned: ReminderStage, { status }: InstallmentPosition): ReminderStage {
  if (status === "due") return "due";
  const early = planned === "before" || planned === "due";
  return status === "overdue" && early ? "overdue-1" : planned;
}

/** Stages whose own prompt tells what is owed next. */
const tellsDebts: ReadonlySet<JourneyPath> = new Set(["idle", "reminding.watching"]);

function repaid({ loanId, repaymentId, settled }: NoticeOf<"repaid">, scope: Scope): string {
  const { m, path } = scope;
  const known = loanWithPositionOf(scope, loanId);
  const repayment = known?.loan.repayments.find(({ id }) => id === repaymentId);
  if (!known || !repayment) return m.notices.repaidPlain;
  const { dueDate, amount } = amountDue(known.position);
  return lines(
    m.notices.repaid({ amount: repayment.amount, ...coveredBy(repayment.allocations) }),
    Number(repayment.fee) > 0 ? m.notices.repaidFee(repayment.fee) : undefined,
    settled ? m.notices.settled : undefined,
    !settled && dueDate && !tellsDebts.has(path) ? m.notices.remaining({ dueDate, amount }) : undefined,
  );
}

const coveredBy = (allocations: readonly Allocation[]): Allocation => ({
  penalty: addYuan(allocations.map(({ penalty }) => penalty)),
  interest: addYuan(allocations.map(({ interest }) => interest)),
  principal: addYuan(allocations.map(({ principal }) => principal)),
});
