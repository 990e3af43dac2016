/** A reminder in the borrower's language: as a chat shows it, and as a text message. */

import type { Messages } from "../../../bot/locales/messages.ts";
import { messagesIn } from "../../../bot/locales/messages-in.ts";
import type { Outbound } from "../../../bot/messages.ts";
import { deductionAhead } from "../../../bot/views/notices/arrangement-texts.ts";
import { lines } from "../../../bot/views/stage-view.ts";
import { daysBetween } from "../../../domain/calendar/dates.ts";
import type { ReminderStage } from "../../../domain/contact/reminder-stages.ts";
import type { Locale } from "../../../domain/language/languages.ts";
import { type Loan, loanPosition } from "../../../domain/loan/loan-position.ts";
import type { PenaltyRule } from "../../../domain/product/conventions.ts";
import type { DeductionSource } from "../../../domain/repayment/deduction-sources.ts";

export interface ReminderTexts {
  chat: Outbound;
  sms: string;
}

export interface ReminderOf {
  loan: Loan;
  installment: number;
  /** As planned; what is told is the stage of the day on which it is read. */
  stage: ReminderStage;
  /** Asia/Shanghai date. */
  on: string;
  locale: Locale;
  /** Where it is deducted from; null: it is not, or not before a day to come. */
  deduction: DeductionSource | null;
  /** True where no real money moves. */
  sandbox: boolean;
}

/** Its figures are those of the day's end; undefined when nothing of the installment is left to pay. */
export function reminderTexts(reminder: ReminderOf): ReminderTexts | undefined {
  const { loan, on, sandbox, locale } = reminder;
  const one = loanPosition(loan, on).installments.find(({ number }) => number === reminder.installment);
  if (!one || one.status === "settled") return undefined;
  const figures = {
    loanNumber: loan.number,
    installment: one.number,
    of: loan.installments,
    dueDate: one.dueDate,
    amount: one.outstanding,
    days: Math.abs(daysBetween(on, one.dueDate)),
  };
  const deducted = deductionAhead({ m: messagesIn(locale) }, reminder.deduction, one, loan);
  const { penalty } = loan.conventions.repayment;
  const stage = stageOn(reminder.stage, one.status);
  return wordReminder({ stage, figures, penalty, locale, sandbox, deducted });
}

export interface ReminderWording {
  stage: ReminderStage;
  figures: Parameters<Messages["reminderMessages"]["sms"]["due"]>[0];
  /** The loan's own. */
  penalty: PenaltyRule;
  locale: Locale;
  sandbox: boolean;
  /** That it is deducted, in a sentence. */
  deducted?: string | undefined;
}

export function wordReminder({
  stage,
  figures,
  penalty,
  locale,
  sandbox,
  deducted,
}: ReminderWording): ReminderTexts {
  const { notices, system, reminderMessages } = messagesIn(locale);
  const notice = lines(notices.reminder(stage, { ...figures, penalty }), deducted);
  const text = reminderMessages.chat({ notice, loanNumber: figures.loanNumber });
  const said = sandbox ? `${text}\n\n${system.playMoney}` : text;
  return {
    chat: { text: said, buttons: [], stage: "reminding", locale, menu: false },
    sms: reminderMessages.sms[stage](figures),
  };
}

function stageOn(planned: ReminderStage, status: "upcoming" | "due" | "overdue"): ReminderStage {
  if (status === "upcoming") return "before";
  if (status === "due") return "due";
  return planned === "before" || planned === "due" ? "overdue-1" : planned;
}
