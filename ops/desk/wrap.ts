/** Cells made to fit a terminal: Chinese characters count as two columns. */
import stringWidth from "string-width";

export const terminalWidth = 80;

interface Cells {
  heading: string;
  /** May hold several lines. */
  body: readonly string[];
  /** Figures are never cut. */
  figure?: boolean | undefined;
}

/**
 * How wide each column may be for all of them to fit. First headings wrap, then texts at their spaces and hyphens,
 * and only then in the middle of a word.
 */
export function fittingWidths(columns: readonly Cells[], available: number): number[] {
  const least = columns.map(({ heading, body, figure }) => {
    const headings = widest(wordsOf(heading));
    const whole = Math.max(headings, widest(body.flatMap((text) => text.split("\n"))));
    const words = figure ? whole : Math.max(headings, widest(body.flatMap(wordsOf)));
    return [whole, words, figure ? whole : headings];
  });
  const widths = columns.map(({ heading }, index) => Math.max(stringWidth(heading), least[index]?.[0] ?? 0));
  for (const step of [0, 1, 2]) {
    let over = widths.reduce((sum, width) => sum + width, 0) - available;
    while (over > 0) {
      const spare = widths.map((width, index) => (width > (least[index]?.[step] ?? 0) ? width : 0));
      const most = spare.indexOf(Math.max(...spare));
      if (!spare[most]) break;
      widths[most] = spare[most] - 1;
      over -= 1;
    }
  }
  return widths;
}

/** Lines of at most so many columns, joined by "\n". */
export function wrap(text: string, width: number): string {
  const lines = text.split("\n").flatMap((line) => {
    const wrapped = [""];
    for (const piece of piecesOf(line).flatMap((word) => cut(word, width))) {
      const longer = `${wrapped.at(-1)}${piece}`;
      if (stringWidth(longer.trimEnd()) <= width) wrapped[wrapped.length - 1] = longer;
      else wrapped.push(piece);
    }
    return wrapped.map((one) => one.trimEnd());
  });
  return lines.join("\n");
}

/** With the space or the hyphen that ends each; what has digits, a date or an id, is not parted at its hyphens. */
const piecesOf = (line: string): string[] =>
  line
    .split(/(?<=\s)(?=\S)/u)
    .flatMap((word) => (/\d/.test(word) ? [word] : word.split(/(?<=\p{L}-)(?=\p{L})/u)));

const wordsOf = (text: string): string[] =>
  text.split("\n").flatMap((line) => piecesOf(line).map((word) => word.trimEnd()));

function cut(word: string, width: number): string[] {
  if (stringWidth(word.trimEnd()) <= width) return [word];
  const parts = [""];
  for (const character of word) {
    const longer = `${parts.at(-1)}${character}`;
    if (stringWidth(longer.trimEnd()) <= width || parts.at(-1) === "") parts[parts.length - 1] = longer;
    else parts.push(character);
  }
  return parts;
}

const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => stringWidth(text)));
