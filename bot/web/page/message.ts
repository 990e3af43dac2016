/** One message as it stands in the log. */
import type { Outbound } from "../../messages.ts";
import { cardElement } from "./card.ts";
import { element, icon } from "./dom.ts";
import type { PendingMessage } from "./tab.ts";
import type { PageTexts } from "./texts.ts";

export function assistantMessage(outbound: Outbound, { webPage }: PageTexts): HTMLElement {
  const body = element("div", { class: "body" }, bubble(outbound.text));
  if (outbound.card) body.append(cardElement(outbound.card));
  const attributes = { class: "message from-assistant", lang: outbound.locale };
  return element("article", attributes, icon("mark"), speaker(webPage.assistant), body);
}

/** A command of the menu is kept as "/repay": shown as the menu names it. */
export function borrowerMessage(text: string, { webPage, commands }: PageTexts): HTMLElement {
  const name = /^\/(\w+)$/.exec(text)?.[1] ?? "";
  const shown = Object.hasOwn(commands, name) ? commands[name as keyof typeof commands] : text;
  return element("article", { class: "message from-borrower" }, speaker(webPage.you), bubble(shown));
}

export function pendingMessage({ shown }: PendingMessage, held: boolean, texts: PageTexts): HTMLElement {
  const state = held ? texts.webPage.waiting : texts.webPage.sending;
  const message = borrowerMessage(shown, texts);
  message.classList.add("pending");
  message.append(element("span", { class: "state" }, state));
  return message;
}

function bubble(text: string): HTMLElement {
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => element("p", {}, paragraph));
  return element("div", { class: "bubble" }, ...paragraphs);
}

function speaker(name: string): HTMLElement {
  return element("span", { class: "spoken" }, `${name}: `);
}
