/** An Outbound as what is sent one after the other: texts, and files with their captions. */
import type { Medium, Outbound } from "../../messages.ts";
import { renderMessages } from "./render-messages.ts";

/** Telegram counts after the markup is taken away. */
const longestCaption = 1024;

export interface MessagePart {
  /** The message's text, or the file's caption. */
  html: string;
  medium?: Medium;
}

/**
 * The first file carries the reply's text as its caption where it fits: one call, which is made or not made as a whole.
 * Else the text comes first, and each file says what it is.
 */
export function renderParts({ media = [], ...outbound }: Outbound): MessagePart[] {
  const texts = renderMessages(outbound).map((html) => ({ html }));
  const [first, ...others] = media;
  const [only, ...more] = texts;
  if (first && only && more.length === 0 && shownLength(only.html) <= longestCaption)
    return [{ ...only, medium: first }, ...others.map(captioned)];
  return [...texts, ...media.map(captioned)];
}

function captioned(medium: Medium): MessagePart {
  const { alt } = medium;
  const text = alt.length > longestCaption ? `${alt.slice(0, longestCaption - 1)}…` : alt;
  return { html: renderMessages({ text }).join(""), medium };
}

const shownLength = (html: string): number => html.replace(/<[^>]*>/g, "").replace(/&\w+;/g, "&").length;
