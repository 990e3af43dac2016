/** Answers as a person reads them and as a program does. */
import Table from "cli-table3";
import type { Terminal } from "./terminal.ts";
import { fittingWidths, terminalWidth, wrap } from "./wrap.ts";

/** Columns by heading; figures to the right. */
export interface Column<Row> {
  heading: string;
  /** Two facts in a cell are two lines of it. */
  cell: (row: Row) => string | number | null;
  figure?: boolean;
}

/** Never wider than a terminal; rules between the rows where a row takes several lines. */
export function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const cells = columns.map(({ cell, heading, figure }) => ({
    ...{ heading, figure },
    body: rows.map((row) => String(cell(row) ?? "–")),
  }));
  const widths = fittingWidths(cells, terminalWidth - 3 * columns.length - 1);
  const wrapped = cells.map(({ heading, body }, index) =>
    [heading, ...body].map((text) => wrap(text, widths[index] ?? text.length)),
  );
  const drawn = new Table({
    head: wrapped.map(([heading]) => heading ?? ""),
    colAligns: columns.map(({ figure }) => (figure ? "right" : "left")),
    style: { head: [], border: [], compact: !wrapped.some(([, ...body]) => body.join("").includes("\n")) },
  });
  drawn.push(...rows.map((_, row) => wrapped.map((column) => column[row + 1] ?? "")));
  return drawn.toString();
}

const shanghaiOffsetMs = 8 * 3_600_000;

/** The day and the minute as a clock in Shanghai shows them. */
export const inShanghai = (instant: string): string =>
  new Date(Date.parse(instant) + shanghaiOffsetMs).toISOString().slice(0, 16).replace("T", " ");

/** One JSON document with `--json`, else lines. */
export function show(
  terminal: Terminal,
  answer: { json: boolean | undefined; data: unknown; lines: () => readonly string[] },
): void {
  if (answer.json) terminal.print(JSON.stringify(answer.data));
  else for (const line of answer.lines()) terminal.print(line);
}
