import { element } from "../../../bot/channels/web/page/dom.ts";
import { cardElement } from "../../../bot/channels/web/page/log/card.ts";
import type { Outbound } from "../../../bot/messages.ts";

/** What a borrower is shown; its buttons are only to be seen. */
export function replyElement({ text, card, media = [], buttons, locale }: Outbound): HTMLElement {
  const paragraphs = text.split("\n\n").map((paragraph) => element("p", {}, paragraph));
  const labels = buttons.flat().map(({ label }) => element("span", { class: "label" }, label));
  return element(
    "article",
    { lang: locale, class: "said" },
    ...paragraphs,
    ...(card ? [cardElement(card)] : []),
    ...media.map(({ name, alt }) => element("p", { class: "file" }, `${name}: ${alt}`)),
    element("div", { class: "quick" }, ...labels),
  );
}
