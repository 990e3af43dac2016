/** A card as plain text in a fixed-width font: facts, then the table with aligned columns. */
import stringWidth from "string-width";
import type { Card } from "../messages.ts";

const gap = "  ";

/**
 * Lines joined by "\n", without a trailing one. Chinese characters count as two columns, as terminals and
 * messengers show them; columns that hold only figures are set flush right. A table wider than `width`
 * columns, which would be wrapped, has its rows one below the other instead, each cell with its heading.
 */
export function cardText(card: Card, width = Number.POSITIVE_INFINITY): string {
  const facts = alignFacts(card.facts);
  const aligned = alignTable(card.columns, card.rows);
  const isTooWide = card.columns.length > 2 && widest(aligned) > width;
  const table = isTooWide ? stackRows(card, width) : aligned;
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

/** "1  2026年3月10日", and below it what else the row says. */
function stackRows({ columns, rows }: Card, width: number): string[] {
  return rows.flatMap((row) => {
    const named = row.slice(2).map((cell, index) => `${columns[index + 2] ?? ""} ${cell}`);
    const below: string[] = [];
    for (const cell of named) {
      const line = `${below.at(-1) ?? gap}${gap}${cell}`;
      if (below.length > 0 && stringWidth(line) <= width) below[below.length - 1] = line;
      else below.push(`${gap}${cell}`);
    }
    return [row.slice(0, 2).join(gap), ...below];
  });
}

const isFigure = (cell: string): boolean => /^[¥+-]?[\d,]*(\.\d+)?%?$/.test(cell);

const widest = (texts: string[]): number => Math.max(0, ...texts.map((text) => stringWidth(text)));

const padEnd = (text: string, width: number): string => text + " ".repeat(width - stringWidth(text));

const padStart = (text: string, width: number): string => " ".repeat(width - stringWidth(text)) + text;
