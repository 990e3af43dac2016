import type { LanguageHints } from "./hints.ts";
import type { messages } from "./zh-CN/index.ts";

/** Every text of a language. Chinese is the product's first: its shape is what every other one must fill. */
export type Messages = typeof messages;

/** What a language's folder exports from its `index.ts`. */
export interface LanguageFolder {
  messages: Messages;
  hints: LanguageHints;
}
