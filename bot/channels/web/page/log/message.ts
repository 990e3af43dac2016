/** One message as it stands in the log. */
import type { Outbound } from "../../../../messages.ts";
import type { PendingMessage } from "../chat/tab.ts";
import { element, icon } from "../dom.ts";
import type { PageTexts } from "../texts.ts";
import { cardElement } from "./card.ts";
import { type LoadMedium, mediumElement } from "./medium.ts";

/** `load` fetches what stands at a place among the reply's media. */
export function assistantMessage(
  outbound: Outbound,
  { labels }: PageTexts,
  load: (place: number) => ReturnType<LoadMedium>,
): HTMLElement {
  const body = element("div", { class: "body" }, bubble(outbound.text));
  if (outbound.card) body.append(cardElement(outbound.card));
  outbound.media?.forEach((medium, place) => {
    body.append(mediumElement(medium, () => load(place), labels));
  });
  const attributes = { class: "message from-assistant", lang: outbound.locale };
  return element("article", attributes, icon("mark"), speaker(labels.assistant), body);
}

/** A command of the menu is kept as "/repay": shown as the menu names it. */
export function borrowerMessage(text: string, { labels, commands }: PageTexts): HTMLElement {
  const name = /^\/(\w+)$/.exec(text)?.[1] ?? "";
  const shown = Object.hasOwn(commands, name) ? commands[name as keyof typeof commands] : text;
  return element("article", { class: "message from-borrower" }, speaker(labels.you), bubble(shown));
}

export interface OnTheWay {
  /** Nothing can be sent for the moment. */
  held: boolean;
  sendAgain(messageId: string): void;
}

export function pendingMessage(pending: PendingMessage, way: OnTheWay, texts: PageTexts): HTMLElement {
  const { labels } = texts;
  const message = borrowerMessage(pending.shown, texts);
  message.classList.add("pending");
  if (pending.failed) message.append(notSent(pending, way, texts));
  else message.append(element("span", { class: "state" }, way.held ? labels.waiting : labels.sending));
  return message;
}

function notSent({ messageId }: PendingMessage, { sendAgain }: OnTheWay, { labels }: PageTexts): HTMLElement {
  const again = element("button", { type: "button", class: "reply" }, labels.sendAgain);
  again.addEventListener("click", () => sendAgain(messageId));
  return element("span", { class: "state is-failed", role: "alert" }, labels.notSent, again);
}

function bubble(text: string): HTMLElement {
  return element("div", { class: "bubble" }, ...blocksOf(text).map(block));
}

/** Lines that belong together: paragraphs are set apart by an empty line, and lists from what is around them. */
function blocksOf(text: string): string[][] {
  const blocks: string[][] = [[]];
  for (const line of text.split("\n")) {
    const first = blocks.at(-1)?.[0];
    if (line === "" || (first !== undefined && isListed(first) !== isListed(line))) blocks.push([]);
    if (line !== "") blocks.at(-1)?.push(line);
  }
  return blocks.filter(({ length }) => length > 0);
}

function block(lines: string[]): HTMLElement {
  if (!lines.every(isListed)) return element("p", {}, lines.join("\n"));
  return element("ul", {}, ...lines.map((line) => element("li", {}, line.slice(bullet.length))));
}

const bullet = "· ";
const isListed = (line: string): boolean => line.startsWith(bullet);

function speaker(name: string): HTMLElement {
  return element("span", { class: "spoken" }, `${name}: `);
}
