/** A card beside a text: facts as a list of definitions, then a table, which scrolls sideways where it is wider than the card. */
import type { Card } from "../../../../messages.ts";
import { element } from "../dom.ts";

let cards = 0;

export function cardElement(card: Card): HTMLElement {
  const titleId = `card-${++cards}`;
  const parts: Node[] = [element("h2", { id: titleId }, card.title)];
  const details: Node[] = [];
  if (card.facts.length > 0) details.push(factList(card.facts));
  if (card.rows.length > 0) details.push(table(card, titleId));
  if (card.footnote) details.push(element("p", { class: "footnote" }, card.footnote));
  // What was told in brief is folded away: the buttons that decide stay in sight on a phone.
  if (card.rowsInBrief === undefined) parts.push(...details);
  else
    parts.push(element("details", { class: "folded" }, element("summary", {}, card.rowsInBrief), ...details));
  return element("section", { class: "card", "aria-labelledby": titleId }, ...parts);
}

function factList(facts: Card["facts"]): HTMLElement {
  const pairs = facts.map(({ label, value }) =>
    element("div", {}, element("dt", {}, label), element("dd", {}, value)),
  );
  return element("dl", {}, ...pairs);
}

function table({ columns, rows }: Card, titleId: string): HTMLElement {
  const numeric = columns.map((_, column) => isFigureColumn(rows.map((row) => row[column] ?? "")));
  const cell = (tag: "td" | "th", text: string, column: number, scope?: "col" | "row") =>
    element(tag, { ...(numeric[column] && { class: "figure" }), ...(scope && { scope }) }, text);
  const head = element("tr", {}, ...columns.map((text, column) => cell("th", text, column, "col")));
  const body = rows.map((row) =>
    element(
      "tr",
      {},
      ...row.map((text, column) => (column === 0 ? cell("th", text, 0, "row") : cell("td", text, column))),
    ),
  );
  return element(
    "div",
    { class: "table", role: "group", tabindex: 0, "aria-labelledby": titleId },
    element("table", {}, element("thead", {}, head), element("tbody", {}, ...body)),
  );
}

/** Figures are set to the right; some of their cells may be empty. */
function isFigureColumn(cells: string[]): boolean {
  const filled = cells.filter((cell) => cell !== "");
  return filled.length > 0 && filled.every((cell) => /^[¥+\-−]?\s?[\d,]+(\.\d+)?\s?%?$/.test(cell));
}
