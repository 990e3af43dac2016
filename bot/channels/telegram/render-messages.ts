/** An Outbound as Telegram's HTML: the text escaped, the card in a fixed-width block. */

import type { Outbound } from "../../messages.ts";
import { cardText } from "../card-text.ts";
import { capabilities } from "./capabilities.ts";

const { textLength: longestMessage } = capabilities;

/** Columns that a phone shows in a row before it wraps them. */
const phoneWidth = 36;

interface Block {
  text: string;
  fixedWidth: boolean;
}

/**
 * One message where all fits into 4096 characters; else text and card apart; else broken between lines, so
 * that a row of a table stays whole. A single line longer than that is broken between characters.
 */
export function renderMessages({ text, card }: Pick<Outbound, "text" | "card">): string[] {
  const blocks: Block[] = [{ text, fixedWidth: false }];
  if (card) blocks.push({ text: cardText(card, phoneWidth), fixedWidth: true });
  return pack(blocks.flatMap(breakUp)).map(toHtml);
}

function breakUp(block: Block): Block[] {
  const pieces: string[] = [];
  for (const line of block.text.split("\n").flatMap(breakLine)) {
    const last = pieces.at(-1);
    if (last === undefined || last.length + 1 + line.length > longestMessage) pieces.push(line);
    else pieces[pieces.length - 1] = `${last}\n${line}`;
  }
  return pieces
    .filter((piece) => piece.trim() !== "")
    .map((piece) => ({ text: piece, fixedWidth: block.fixedWidth }));
}

function breakLine(line: string): string[] {
  if (line.length <= longestMessage) return [line];
  const pieces = [""];
  for (const character of line) {
    const last = pieces.at(-1) ?? "";
    if (last.length + character.length > longestMessage) pieces.push(character);
    else pieces[pieces.length - 1] = last + character;
  }
  return pieces;
}

function pack(blocks: Block[]): Block[][] {
  const messages: Block[][] = [];
  for (const block of blocks) {
    const last = messages.at(-1);
    if (last && lengthOf([...last, block]) <= longestMessage) last.push(block);
    else messages.push([block]);
  }
  return messages;
}

const separator = "\n\n";

const lengthOf = (blocks: Block[]): number => blocks.map(({ text }) => text).join(separator).length;

const toHtml = (blocks: Block[]): string =>
  blocks
    .map(({ text, fixedWidth }) => (fixedWidth ? `<pre>${escapeHtml(text)}</pre>` : escapeHtml(text)))
    .join(separator);

const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
