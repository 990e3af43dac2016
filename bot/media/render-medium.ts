/** What goes with a reply, made from the data that was kept of it. */

import type { Locale } from "../../domain/language/languages.ts";
import { messagesIn } from "../locales/messages-in.ts";
import type { Medium } from "../messages.ts";

/**
 * The file's bytes, the same for the same medium and language. Renderer and font are loaded when they are first needed.
 * Rejects only where they cannot be loaded, and with DrawingsQueueFull.
 */
export async function renderMedium(medium: Medium, locale: Locale): Promise<Uint8Array<ArrayBuffer>> {
  const m = messagesIn(locale);
  if (medium.kind === "file") {
    const { calendarFile } = await import("./calendar/calendar-file.ts");
    return new TextEncoder().encode(calendarFile(medium.calendar, m));
  }
  const [{ drawPng, fontFamily }, { calendarPicture }] = await Promise.all([
    import("./draw-png.ts"),
    import("./calendar/calendar-picture.ts"),
  ]);
  return await drawPng(calendarPicture(medium.calendar, m, fontFamily));
}
