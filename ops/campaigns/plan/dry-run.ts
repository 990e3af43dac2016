/** What a campaign would come to: counts, cost, and examples in every language. Nothing is written or sent. */

import type { Audience } from "../../../db/campaigns/audience.ts";
import { type AudienceCount, countAudience, sampleAudience } from "../../../db/campaigns/audience-counts.ts";
import { plannedBy } from "../../../db/campaigns/campaigns.ts";
import { readSetting } from "../../../db/desk/settings.ts";
import { loadLoans } from "../../../db/lending/loan-facts.ts";
import { shanghaiDate } from "../../../domain/calendar/dates.ts";
import { type Locale, locales } from "../../../domain/language/languages.ts";
import { exact } from "../../../domain/money/money.ts";
import type { Desk } from "../../desk/desk.ts";
import { type Column, show, table } from "../../desk/show.ts";
import { madeUpReminder } from "../texts/preview-reminders.ts";
import { reminderTexts } from "../texts/reminder-texts.ts";

interface Example {
  locale: Locale;
  /** Undefined: made up, for want of a borrower with this language. */
  loan: string | undefined;
  chat: string;
  sms: string;
}

const columns: Column<AudienceCount>[] = [
  { heading: "stage", cell: ({ stage }) => stage },
  { heading: "language", cell: ({ locale }) => locale },
  { heading: "by", cell: ({ channel }) => channel },
  { heading: "standing", cell: ({ standing }) => standing },
  { heading: "reminders", cell: ({ count }) => count, figure: true },
];

const each = 3;

export async function dryRun(desk: Desk, audience: Audience, json: boolean | undefined): Promise<void> {
  const { database, config, now } = desk;
  const on = shanghaiDate(now);
  const counts = await countAudience(database.orm, audience, on);
  const examples = await examplesFor(desk, audience, on);
  const toSend = sumOf(counts.filter(({ standing }) => standing === "to-send"));
  const textMessages = sumOf(
    counts.filter(({ standing, channel }) => standing === "to-send" && channel === "sms"),
  );
  const cost = costOf(textMessages, config.SMS_PRICE);
  const mostCost = costOf(toSend, config.SMS_PRICE);
  const approvalAbove = await readSetting(database.orm, "campaign-approval-above");
  const before = await plannedBy(database.orm, { operator: desk.operator.name, on });
  const needsApproval = before + toSend > approvalAbove;
  show(desk.terminal, {
    json,
    data: { on, counts, toSend, textMessages, cost, mostCost, needsApproval, examples },
    lines: () => [
      table(counts, columns),
      `${toSend} to send on ${on}; nothing was sent.`,
      `Cost: ${textMessages} text messages, ${cost} yuan; ${mostCost} yuan if no chat could be reached.`,
      ...(needsApproval
        ? [
            `A second operator has to approve it: with ${before} planned by ${desk.operator.name} today it is more than ${approvalAbove}.`,
          ]
        : []),
      ...examples.flatMap(linesOf),
    ],
  });
}

async function examplesFor(desk: Desk, audience: Audience, on: string): Promise<Example[]> {
  const samples = await sampleAudience(desk.database.orm, { audience, on, each });
  const loans = await loadLoans(
    desk.database.orm,
    samples.map(({ loanId }) => loanId),
  );
  const sandbox = desk.jobs.partners.pretended;
  const real = samples.flatMap(({ loanId, installment, stage, locale, deduction }): Example[] => {
    const loan = loans.find(({ id }) => id === loanId);
    const texts = loan && reminderTexts({ loan, installment, stage, on, locale, deduction, sandbox });
    return texts ? [{ locale, loan: loan.number, chat: texts.chat.text, sms: texts.sms }] : [];
  });
  return locales.flatMap((locale) => {
    const own = real.filter((example) => example.locale === locale);
    const madeUp = (["before", "due", "overdue-1"] as const).slice(own.length).map((stage): Example => {
      const { chat, sms } = madeUpReminder({ stage, locale, sandbox });
      return { locale, loan: undefined, chat: chat.text, sms };
    });
    return [...own, ...madeUp];
  });
}

const sumOf = (counts: readonly AudienceCount[]): number => counts.reduce((sum, { count }) => sum + count, 0);

const costOf = (messages: number, price: string): string => exact(price).times(messages).toFixed(2);

const linesOf = ({ locale, loan, chat, sms }: Example): string[] => [
  "",
  `-- ${locale}, ${loan ?? "made up"}`,
  chat,
  `(text message) ${sms}`,
];
