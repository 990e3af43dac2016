/** A reply as a terminal shows it, and as one line of JSON. */

import { messagesIn } from "../../locales/messages-in.ts";
import type { Button, Medium, Outbound } from "../../messages.ts";
import { cardText } from "../card-text.ts";

/** Where the reply's files were written, by their names; empty where nobody asked for them. */
export type Saved = ReadonlyMap<string, string>;

const paragraph = ({ text, card }: Outbound): string => (card ? `${text}\n\n${cardText(card)}` : text);

const numbered = (buttons: readonly Button[]): string =>
  buttons.map(({ label }, index) => `[${index + 1}] ${label}`).join("  ");

export function printReply(outbound: Outbound, saved: Saved = new Map()): string {
  const speaker = messagesIn(outbound.locale).system.speaker;
  const buttons = outbound.buttons.flat();
  const files = (outbound.media ?? []).map((medium) => fileLine(medium, outbound, saved));
  return [
    `${speaker}: ${paragraph(outbound)}`,
    ...files,
    ...(buttons.length > 0 ? [numbered(buttons)] : []),
    "",
  ].join("\n");
}

function fileLine({ kind, name, alt }: Medium, { locale }: Outbound, saved: Saved): string {
  const { media } = messagesIn(locale).system;
  return `[${media[kind]}] ${alt}\n${saved.get(name) ?? media.unsaved(name)}`;
}

/** `media` is the card as data, which `text` holds already as people read it; then pictures and files. */
export function printReplyAsJson(outbound: Outbound, saved: Saved = new Map()): string {
  const { buttons, stage, card, media = [] } = outbound;
  const files = media.map(({ kind, name, mimeType, alt }) => {
    const path = saved.get(name);
    return { type: kind, name, mimeType, alt, ...(path !== undefined && { path }) };
  });
  const shown = [...(card ? [{ type: "card", ...card }] : []), ...files];
  return JSON.stringify({
    text: paragraph(outbound),
    buttons: buttons.flat().map(({ label, id }) => ({ label, id })),
    stage,
    ...(shown.length > 0 && { media: shown }),
  });
}
