import type { Outbound } from "../../bot/messages.ts";
import { renderJourney } from "../../bot/views/render-journey.ts";
import { type Locale, locales } from "../../domain/language/languages.ts";
import type { JourneyState } from "../../machines/journey.ts";

/** What the borrower is shown, in every language. */
export function inEveryLanguage(
  { value, context }: JourneyState,
  seq: number,
  day?: string,
): Record<Locale, Outbound> {
  const shown = locales.map((locale) => [
    locale,
    renderJourney({ value, context: { ...context, locale }, seq, day }),
  ]);
  return Object.fromEntries(shown);
}
