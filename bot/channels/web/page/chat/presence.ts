/**
 * How this tab learns of news: in sight, by a stream, or by reading every few seconds when other tabs hold the
 * streams there are; hidden, by reading once a minute and counting what is new.
 */
import type { HistoryItem } from "../../../../assistant.ts";
import type { PageTexts } from "../texts.ts";
import type { PageChat } from "./chat.ts";
import { takeStreamPlace } from "./stream-place.ts";

const hiddenReadingMs = 60_000;
const placelessReadingMs = 3_000;

export interface PagePresence {
  arrived(items: HistoryItem[]): void;
  showTitle(): void;
}

export function startPresence(chat: PageChat, texts: () => PageTexts): PagePresence {
  let unread = 0;
  let reading: ReturnType<typeof setInterval> | undefined;
  let givePlaceBack: (() => void) | undefined;

  function showTitle(): void {
    const { title } = texts().labels;
    document.title = unread > 0 ? `(${unread}) ${title}` : title;
  }

  function readEvery(ms: number): void {
    clearInterval(reading);
    reading = setInterval(turned, ms);
  }

  async function listen(): Promise<void> {
    givePlaceBack ??= await takeStreamPlace();
    if (document.hidden) rest();
    else if (givePlaceBack) {
      clearInterval(reading);
      chat.listen();
    } else readEvery(placelessReadingMs);
  }

  function rest(): void {
    chat.rest();
    givePlaceBack?.();
    givePlaceBack = undefined;
    readEvery(hiddenReadingMs);
  }

  function turned(): void {
    chat.refresh();
    if (document.hidden) {
      rest();
      return;
    }
    unread = 0;
    showTitle();
    void listen();
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
