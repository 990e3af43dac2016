/** A label of an earlier step, typed again: what it agreed to is done or over, and nothing is begun by it. */
import { locales } from "../../domain/language/languages.ts";
import type { JourneyContext } from "../../machines/journey-context.ts";
import type { JourneyEvent } from "../../machines/journey-events.ts";
import type { Messages } from "../locales/messages.ts";
import { hintsOf, messagesIn } from "../locales/messages-in.ts";
import { folded } from "../reading/folded.ts";

/** Without the signs of money. */
const loosely = (text: string): string => folded(text).replace(/[¥元块,]|\.00(?!\d)/g, "");

/** The event that answers it; undefined for a text that is no such label. Labels on screen are pressed before this. */
export function readPastLabel(text: string, context: JourneyContext): JourneyEvent | undefined {
  const typed = folded(text);
  const is = (labels: (m: Messages) => string[]) =>
    locales.some((locale) => labels(messagesIn(locale)).map(folded).includes(typed));
  const { loans, quote } = context;
  const signs = ({ buttons }: Messages) =>
    loans.map(({ principal, installments }) => buttons.sign(principal, installments));
  const signedLoosely = locales
    .filter((locale) => hintsOf(locale).labelsStandAlone)
    .some((locale) => signs(messagesIn(locale)).map(loosely).includes(loosely(text)));
  if (is(signs) || signedLoosely) return { type: "ask", topic: "application-status" };
  if (is(({ buttons }) => [buttons.acceptQuote, buttons.acceptContract]))
    return loans.length > 0 && !quote && Object.keys(context.request).length === 0
      ? { type: "ask", topic: "application-status" }
      : { type: "button.stale" };
  const repayments = loans.flatMap((loan) => loan.repayments);
  const repaid = is(({ buttons }) =>
    repayments.flatMap(({ amount, fee }) => [
      buttons.confirmRepayment(amount),
      buttons.confirmRepayment(amount, fee),
    ]),
  );
  return repaid ? { type: "paid.claim" } : undefined;
}
