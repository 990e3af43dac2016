/** Answers and help as text for a terminal. */
import { fittingWidths, terminalWidth, wrap } from "../desk/wrap.ts";
import { kebab, type Option } from "./options.ts";
import type { CalcAnswer, CalcVerb } from "./verb.ts";

export function renderAnswer({ facts, table }: CalcAnswer): string {
  const width = Math.max(0, ...facts.map(([label]) => label.length));
  const lines = facts.map(([label, value]) => `${label.padEnd(width)}  ${value}`);
  const grid = table ? renderTable(table.columns, table.rows) : [];
  return [...grid, ...(grid.length > 0 && lines.length > 0 ? [""] : []), ...lines].join("\n");
}

/** Figures only: where they are too wide for a terminal, headings take several lines and columns stand closer. */
function renderTable(columns: string[], rows: string[][]): string[] {
  const cells = columns.map((heading, index) => ({
    ...{ heading, figure: true },
    body: rows.map((row) => row[index] ?? ""),
  }));
  const widths = fittingWidths(cells, terminalWidth - 2 * (columns.length - 1));
  const isClose = widths.reduce((sum, width) => sum + width + 2, -2) > terminalWidth;
  const line = (texts: string[]): string =>
    texts
      .map((text, index) => text.padStart(widths[index] ?? 0))
      .join(isClose ? " " : "  ")
      .trimEnd();
  const headings = columns.map((heading, index) => wrap(heading, widths[index] ?? 0).split("\n"));
  const height = Math.max(...headings.map((lines) => lines.length));
  const heads = Array.from({ length: height }, (_, at) =>
    line(headings.map((lines) => lines[at - height + lines.length] ?? "")),
  );
  return [...heads, line(widths.map((width) => "-".repeat(width))), ...rows.map(line)];
}

export function renderOverview(verbs: CalcVerb[]): string {
  const width = Math.max(...verbs.map(({ name }) => name.length));
  const all = new Map(
    verbs
      .flatMap(({ options }) => options)
      .toReversed()
      .map((option) => [kebab(option.key), option] as const),
  );
  return [
    "calc <what> [options]: reckons, for people who check figures.",
    "",
    ...verbs.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    "",
    "  --json   the answer as JSON",
    "  --jsonl  one JSON request a line on stdin, one JSON answer a line out; an error is an answer too.",
    '           {"calc": "irr", "flows": [-99000, "8833.30x12"]}; calc may be left out when it is named above.',
    "  --help   calc <what> --help lists its own options with their other names, and an example that works",
    "",
    "All options, each with an example; [what holds where it is not given]:",
    "",
    ...renderOptions([...all.values()].toReversed().map((option) => ({ ...option, also: [] }))),
  ].join("\n");
}

function renderOptions(options: readonly Option[]): string[] {
  const width = Math.max(...options.map(({ key }) => kebab(key).length));
  return options.flatMap(({ key, help, example, fallback, also = [] }) => {
    const assumed = fallback === undefined ? "" : ` [${fallback}]`;
    const line = `  --${kebab(key).padEnd(width)}  ${help}${assumed}; ${`--${kebab(key)} ${example}`.trim()}`;
    return also.length > 0 ? [line, `${"".padEnd(width + 6)}(also ${also.map(kebab).join(", ")})`] : [line];
  });
}

export function renderHelp(verb: CalcVerb): string {
  return [
    `calc ${verb.name}: ${verb.summary}`,
    "",
    ...renderOptions(verb.options),
    "",
    "[What holds where an option is not given.]",
    ...(verb.notes ?? []),
    'In JSON the names are written as dailyRate or daily-rate; figures are numbers or strings, rates also "12%".',
    "",
    `Example: calc ${verb.name} ${verb.example.flags}`,
    `  ${verb.example.gives}`,
  ].join("\n");
}
