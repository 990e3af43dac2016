import { messagesIn } from "./locales/messages-in.ts";

/** The one honest sentence when nothing can be stored, in both languages: there is no snapshot to know one from. */
export const unavailable = (): string =>
  `${messagesIn("zh-CN").system.unavailable}\n\n${messagesIn("en").system.unavailable}`;
