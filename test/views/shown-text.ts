import { cardText } from "../../bot/channels/card-text.ts";
import type { Outbound } from "../../bot/messages.ts";

/** Everything that a borrower would read of one reply. */
export function shownText({ text, card, media = [], buttons }: Outbound): string {
  const labels = buttons.flat().map(({ label }) => label);
  return [text, card ? cardText(card) : "", ...media.map(({ alt }) => alt), ...labels].join("\n");
}

export const labelsOf = ({ buttons }: Outbound): string[] => buttons.flat().map(({ label }) => label);
