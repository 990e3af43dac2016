/** The page: puts the chat, the log and the controls together. */

import type { Locale } from "../../../../domain/language/languages.ts";
import { nextLanguage } from "../../../../domain/language/languages.ts";
import type { HistoryItem } from "../../../assistant.ts";
import type { Outbound } from "../../../messages.ts";
import { createApiClient } from "./chat/api-client.ts";
import { type Connection, PageChat } from "./chat/chat.ts";
import { startPresence } from "./chat/presence.ts";
import { keep, recall } from "./chat/tab.ts";
import { startComposer } from "./controls/composer.ts";
import { startMenu } from "./controls/menu.ts";
import { startNewChatDialog } from "./controls/new-chat.ts";
import { showStage } from "./controls/stages.ts";
import { showToast } from "./controls/toast.ts";
import { byId, element } from "./dom.ts";
import { LogView } from "./log/log-view.ts";
import { onNearlyAtTheTop } from "./log/scrolling.ts";
import { fillTexts, preferredLocale, textsIn } from "./texts.ts";

let locale: Locale = recall("locale") ?? preferredLocale(navigator.languages);
let latest: Outbound | undefined;
let connection: Connection = { state: "online" };
const texts = () => textsIn(locale);

const log = new LogView(texts, {
  press({ id, label }, byKeyboard) {
    chat.say({ kind: "button", buttonId: id }, label);
    if (!byKeyboard) composer.focus();
  },
  load: (item, place) => chat.medium(item, place),
  sendAgain: (messageId) => chat.sendAgain(messageId),
});
const chat = new PageChat(
  createApiClient(() => locale),
  {
    show(items, pending, restored) {
      log.show({ items, pending, restored, held: connection.state !== "online" });
      byId("welcome").hidden = !log.isEmpty;
      follow(items);
      presence.arrived(items);
    },
    showEarlier: (items) => log.showEarlier(items),
    connection: showConnection,
    notice: showToast,
  },
);
const presence = startPresence(chat, texts);
const composer = startComposer(texts, (text) => chat.say({ kind: "text", text }, text));

onNearlyAtTheTop(byId("log"), () => void chat.readEarlier());
startMenu(texts, (name, label) => chat.say({ kind: "command", name }, label));
startNewChatDialog(chat);
byId("language").addEventListener("click", () => {
  const { code, name } = nextLanguage(locale);
  if (chat.begun) chat.say({ kind: "text", text: name }, name);
  else speak(code);
});
document.addEventListener("keydown", (event) => {
  const position = /^Digit([1-9])$/.exec(event.code)?.[1];
  if (!position || event.ctrlKey || event.metaKey) return;
  if (!event.altKey && event.target instanceof HTMLTextAreaElement) return;
  if (log.focusReply(Number(position))) event.preventDefault();
});

speak(locale);
byId("welcome").hidden = chat.begun;
composer.focus();

/** The page speaks the language of the latest answer, and shows its stage. */
function follow(items: HistoryItem[]): void {
  const last = items.findLast(({ message }) => message.from === "assistant");
  if (last?.message.from !== "assistant") return;
  latest = last.message.outbound;
  showDue(latest.due);
  speak(latest.locale);
}

/** What is to be paid next stays in sight. */
function showDue(due: Outbound["due"]): void {
  const line = byId("due");
  line.hidden = due === undefined;
  line.textContent = due?.text ?? "";
  line.classList.toggle("is-pressing", due?.pressing === true);
}

function speak(language: Locale): void {
  locale = language;
  keep("locale", locale);
  const { labels, suggestions } = texts();
  document.documentElement.lang = locale;
  fillTexts(labels);
  presence.showTitle();
  const toggle = byId("language");
  const other = nextLanguage(locale);
  toggle.textContent = other.name;
  toggle.lang = other.code;
  byId("suggestions").replaceChildren(...suggestions.map(suggestion));
  showStage(latest?.stage, texts());
}

function suggestion(text: string): HTMLElement {
  const button = element("button", { type: "button", class: "reply" }, text);
  button.addEventListener("click", () => chat.say({ kind: "text", text }, text));
  return button;
}

function showConnection(next: Connection): void {
  connection = next;
  const banner = byId("banner");
  banner.dataset["state"] = next.state;
  const sentences = { online: "", lost: texts().labels.reconnecting, unavailable: "" };
  banner.textContent = next.state === "unavailable" ? next.sentence : sentences[next.state];
}
