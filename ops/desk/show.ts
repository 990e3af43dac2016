/** Answers as a person reads them and as a program does. */
import Table from "cli-table3";
import type { Terminal } from "./terminal.ts";

/** Columns by heading; figures to the right. */
export interface Column<Row> {
  heading: string;
  cell: (row: Row) => string | number | null;
  figure?: boolean;
}

export function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const drawn = new Table({
    head: columns.map(({ heading }) => heading),
    colAligns: columns.map(({ figure }) => (figure ? "right" : "left")),
    style: { head: [], border: [], compact: true },
  });
  drawn.push(...rows.map((row) => columns.map(({ cell }) => String(cell(row) ?? "–"))));
  return drawn.toString();
}

/** One JSON document with `--json`, else lines. */
export function show(
  terminal: Terminal,
  answer: { json: boolean | undefined; data: unknown; lines: () => readonly string[] },
): void {
  if (answer.json) terminal.print(JSON.stringify(answer.data));
  else for (const line of answer.lines()) terminal.print(line);
}
