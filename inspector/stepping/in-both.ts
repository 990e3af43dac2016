import type { Outbound } from "../../bot/messages.ts";
import { renderJourney } from "../../bot/views/render-journey.ts";
import type { JourneyState } from "../../machines/journey.ts";

/** What the borrower is shown, in both languages. */
export function inBoth(
  { value, context }: JourneyState,
  seq: number,
  day?: string,
): { "zh-CN": Outbound; en: Outbound } {
  const render = (locale: "zh-CN" | "en") =>
    renderJourney({ value, context: { ...context, locale }, seq, day });
  return { "zh-CN": render("zh-CN"), en: render("en") };
}
