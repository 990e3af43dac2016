/** Every template as borrowers would read it, and whether it may go out: figures filled, its own language, length. */

import { longestEverywhere } from "../../../bot/channels/registered.ts";
import { messagesIn } from "../../../bot/locales/messages-in.ts";
import { readingOf } from "../../../bot/reading/reading.ts";
import { yuan } from "../../../bot/views/figures/figures.ts";
import type { ReminderStage } from "../../../domain/contact/reminder-stages.ts";
import { type Locale, locales } from "../../../domain/language/languages.ts";
import { DEFAULT_PRODUCT_ID, quotableProduct } from "../../../domain/product/catalogue.ts";
import { type ReminderTexts, wordReminder } from "./reminder-texts.ts";

/** The largest that any of them can be: what fits with these fits with all. */
const figures = {
  loanNumber: "JD10987654",
  installment: 19,
  of: 20,
  dueDate: "2026-12-28",
  amount: "198765.43",
  days: 31,
};

/** What every messenger takes, and the limit of docs/partners.md. */
const longest = { chat: longestEverywhere, sms: 500 } as const;

export interface Preview {
  stage: ReminderStage;
  locale: Locale;
  channel: "chat" | "sms";
  text: string;
  length: number;
  /** What is wrong with it; nothing when it may go out. */
  faults: string[];
}

const stages: readonly ReminderStage[] = ["before", "due", "overdue-1", "overdue-2", "overdue-3"];

export function madeUpReminder(of: {
  stage: ReminderStage;
  locale: Locale;
  sandbox: boolean;
}): ReminderTexts {
  return wordReminder({
    ...of,
    figures,
    penalty: quotableProduct(DEFAULT_PRODUCT_ID).conventions.repayment.penalty,
  });
}

export function previewReminders(sandbox: boolean): Preview[] {
  return stages.flatMap((stage) =>
    locales.flatMap((locale) => {
      const { chat, sms } = madeUpReminder({ stage, locale, sandbox });
      return [
        previewOf({ stage, locale, channel: "chat" }, chat.text),
        previewOf({ stage, locale, channel: "sms" }, sms),
      ];
    }),
  );
}

type Place = Pick<Preview, "stage" | "locale" | "channel">;

const previewOf = (place: Place, text: string): Preview => ({
  ...place,
  text,
  length: text.length,
  faults: faultsOf(place, text),
});

/** Exported for its test: a template that says too little, or more than fits, must be caught. */
export function faultsOf({ stage, locale, channel }: Place, text: string): string[] {
  const { loanNumber, installment, amount, dueDate, days } = figures;
  const always = { loanNumber, installment: String(installment), amount: yuan(amount) };
  const early = { dueDate: messagesIn(locale).date(dueDate), days: String(days) };
  const late = { days: String(days) };
  const needed = { ...always, ...(stage === "before" && early), ...(stage.startsWith("overdue") && late) };
  const missing = Object.entries(needed).flatMap(([name, value]) =>
    text.includes(value) ? [] : [`no ${name}`],
  );
  const unfilled = /undefined|null|NaN|\$\{|\{\{|\[object/.test(text) ? ["a placeholder is not filled"] : [];
  const language = readingOf(text).language === locale ? [] : ["not in its language"];
  const long = text.length > longest[channel] ? [`longer than ${longest[channel]}`] : [];
  return [...missing, ...unfilled, ...language, ...long];
}
