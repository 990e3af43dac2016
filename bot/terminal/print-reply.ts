/** A reply as a terminal shows it, and as one line of JSON. */
import { cardText } from "../card-text.ts";
import type { Button, Outbound } from "../messages.ts";

const paragraph = ({ text, card }: Outbound): string => (card ? `${text}\n\n${cardText(card)}` : text);

const numbered = (buttons: readonly Button[]): string =>
  buttons.map(({ label }, index) => `[${index + 1}] ${label}`).join("  ");

export function printReply(outbound: Outbound): string {
  const speaker = outbound.locale === "en" ? "Jiedao" : "借道";
  const buttons = outbound.buttons.flat();
  return [`${speaker}: ${paragraph(outbound)}`, ...(buttons.length > 0 ? [numbered(buttons)] : []), ""].join(
    "\n",
  );
}

/** `media` is the card as data; `text` holds it already, as people read it. */
export function printReplyAsJson(outbound: Outbound): string {
  const { buttons, stage, card } = outbound;
  return JSON.stringify({
    text: paragraph(outbound),
    buttons: buttons.flat(),
    stage,
    ...(card && { media: [{ type: "card", ...card }] }),
  });
}
