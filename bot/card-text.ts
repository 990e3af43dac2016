/** A card as plain text in a fixed-width font: facts, then the table with aligned columns. */
import stringWidth from "string-width";
import type { Card } from "./messages.ts";

const gap = "  ";

/**
 * Lines joined by "\n", without a trailing one. Chinese characters count as two columns, as terminals and
 * messengers show them; columns that hold only figures are set flush right.
 */
export function cardText(card: Card): string {
  const facts = alignFacts(card.facts);
  const table = alignTable(card.columns, card.rows);
  const footnote = card.footnote ? [card.footnote] : [];
  return [[card.title], facts, table, footnote]
    .filter((block) => block.length > 0)
    .map((block) => block.join("\n"))
    .join("\n\n");
}

function alignFacts(facts: Card["facts"]): string[] {
  const labelWidth = widest(facts.map(({ label }) => label));
  return facts.map(({ label, value }) => `${padEnd(label, labelWidth)}${gap}${value}`);
}

function alignTable(columns: string[], rows: string[][]): string[] {
  if (rows.length === 0) return [];
  const shape = columns.map((heading, index) => {
    const cells = rows.map((row) => row[index] ?? "");
    return { width: widest([heading, ...cells]), right: cells.every(isFigure) };
  });
  const line = (cells: string[]): string =>
    shape
      .map(({ width, right }, index) => (right ? padStart : padEnd)(cells[index] ?? "", width))
      .join(gap)
      .trimEnd();
  const rule = shape.map(({ width }) => "-".repeat(width)).join(gap);
  return [line(columns), rule, ...rows.map(line)];
}

const isFigure = (cell: string): boolean => /^[¥+-]?[\d,]*(\.\d+)?%?$/.test(cell);

const widest = (texts: string[]): number => Math.max(0, ...texts.map((text) => stringWidth(text)));

const padEnd = (text: string, width: number): string => text + " ".repeat(width - stringWidth(text));

const padStart = (text: string, width: number): string => " ".repeat(width - stringWidth(text)) + text;
