/** Contents of calendars, made of loans by the domain's own functions. */

import { messagesIn } from "../../bot/locales/messages-in.ts";
import { pictureSize } from "../../bot/media/calendar/calendar-picture.ts";
import type { CalendarContent, Medium } from "../../bot/messages.ts";
import type { Locale } from "../../domain/language/languages.ts";
import { dueDates } from "../../domain/loan/loan-calendar.ts";
import type { Loan } from "../../domain/loan/loan-position.ts";
import { houseConventions } from "../../domain/product/conventions.ts";
import type { LoanTerms } from "../../domain/product/terms.ts";
import { buildSchedule } from "../../domain/schedule/schedule.ts";
import { paid } from "../support/fixtures/published-loan.ts";

/** DESIGN's published example unless told: 10,000 at 0.05 % a day from 10 February 2016: 2,145.00 first, 2,030.00 last. */
export function loanOf(id: string, terms: Partial<LoanTerms> = {}): Loan {
  const whole: LoanTerms = {
    ...{ productId: "weilidai", principal: "10000.00", method: "equal-principal", installments: 5 },
    ...{ dailyRate: "0.0005", disbursedOn: "2016-02-10" },
    ...terms,
  };
  return {
    ...whole,
    ...{ conventions: houseConventions, id, number: `JD2016021000${id}`, quoteId: id, quoteHash: "" },
    ...{ schedule: buildSchedule(whole), repayments: [] },
  };
}

export const published = loanOf("01");

export const contentOf = (loans: Loan[], on: string): CalendarContent => ({
  at: `${on}T02:00:00.000Z`,
  daysBefore: 3,
  hour: 9,
  sandbox: true,
  dues: dueDates({ loans, on }).map((due) => {
    const loan = loans.find(({ id }) => id === due.loanId);
    return { ...due, loanNumber: loan?.number ?? "", of: loan?.installments ?? 0 };
  }),
});

/** An overdue one, two on one day, one paid, and amounts of seven figures. */
export const crowded = contentOf(
  [
    published,
    loanOf("02", { principal: "9000000.00", installments: 20, disbursedOn: "2016-01-21" }),
    paid(loanOf("03", { principal: "1000.00", installments: 10 }), "2016-03-10 114.50 due"),
  ],
  "2016-04-02",
);

export const pictureMedium = (calendar: CalendarContent, locale: Locale): Medium => ({
  ...{ kind: "picture", name: "calendar.png", mimeType: "image/png", alt: "the calendar, in words" },
  ...pictureSize(calendar, messagesIn(locale)),
  calendar,
});

export const fileMedium = (calendar: CalendarContent): Medium => ({
  ...{ kind: "file", name: "calendar.ics", mimeType: "text/calendar", alt: "five due dates" },
  calendar,
});
