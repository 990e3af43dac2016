/**
 * Whether anybody looks at this tab. A browser opens about six connections to one server for all its tabs
 * together: only the tabs in sight hold a stream; a hidden one reads once a minute and counts what is new.
 */
import type { HistoryItem } from "../../assistant.ts";
import type { Chat } from "./chat.ts";
import type { PageTexts } from "./texts.ts";

const hiddenReadingMs = 60_000;

export interface Presence {
  arrived(items: HistoryItem[]): void;
  showTitle(): void;
}

export function startPresence(chat: Chat, texts: () => PageTexts): Presence {
  let unread = 0;
  let reading: ReturnType<typeof setInterval> | undefined;

  function showTitle(): void {
    const { title } = texts().webPage;
    document.title = unread > 0 ? `(${unread}) ${title}` : title;
  }

  function turned(): void {
    clearInterval(reading);
    if (document.hidden) {
      chat.rest();
      reading = setInterval(() => chat.refresh(), hiddenReadingMs);
      return;
    }
    unread = 0;
    showTitle();
    chat.listen();
    chat.refresh();
  }

  document.addEventListener("visibilitychange", turned);
  turned();
  return {
    showTitle,
    arrived(items) {
      if (!document.hidden) return;
      unread += items.filter(({ message }) => message.from === "assistant").length;
      showTitle();
    },
  };
}
