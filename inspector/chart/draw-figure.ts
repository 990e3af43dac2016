/** A placed figure as SVG; every drawn thing carries the ids of what it stands for. */
import type { Line } from "./figures.ts";
import type { PlacedFigure, PlacedNode, PlacedWay } from "./lay-out-figure.ts";
import { metrics } from "./metrics.ts";

/** The elements alone, to stand in an svg element that has \`chartStyle\` and the arrow's tip. */
export function drawFigure({ figure, width, height, nodes, ways }: PlacedFigure): string {
  return [
    `<g class="figure" data-state="${escaped(figure.id)}">`,
    `<rect class="panel" width="${width}" height="${height}" rx="12"/>`,
    `<text class="title" x="14" y="21">${escaped(figure.title)}</text>`,
    drawLines(figure.lines, 14, metrics.title + 11),
    ...nodes.map(drawNode),
    ...ways.map(drawWay),
    ...ways.map(drawLabel),
    "</g>",
  ].join("\n");
}

function drawNode({ node, x, y, width, height }: PlacedNode): string {
  const { id, kind, name, lines } = node;
  if (kind === "start") return `<circle class="start" cx="${x + 5}" cy="${y + 5}" r="5"/>`;
  const small = kind === "exit" || kind === "transient";
  const head = small ? metrics.small : metrics.leaf;
  const round = small ? head / 2 : 8;
  const text =
    kind === "parent"
      ? `<text class="name" x="${x + metrics.pad}" y="${y + 19}">${escaped(name)}</text>`
      : `<text class="name" x="${x + width / 2}" y="${y + head / 2 + 4.5}" text-anchor="middle">${escaped(kind === "exit" ? `→ ${name}` : name)}</text>`;
  return [
    `<g class="${kind}" data-state="${escaped(id)}">`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}"/>`,
    text,
    drawLines(lines, x + metrics.pad, y + head + 8),
    "</g>",
  ].join("");
}

const idsOf = (transitions: readonly string[]): string => escaped(transitions.join("|"));

function drawWay({ way, points }: PlacedWay): string {
  const line = points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${round(x)} ${round(y)}`).join("");
  return `<path class="way" data-transitions="${idsOf(way.transitions)}" d="${line}" marker-end="url(#tip)"/>`;
}

function drawLabel({ way, label }: PlacedWay): string {
  if (!label) return "";
  const { x, y, width, height } = label;
  return `<rect class="label-ground" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="3"/>${drawLines(way.lines, x + 3, y + 12)}`;
}

function drawLines(lines: readonly Line[], x: number, y: number): string {
  const rows = lines.map(
    ({ text, transitions }, index) =>
      `<tspan x="${round(x)}" y="${round(y + index * metrics.line)}" data-transitions="${idsOf(transitions)}">${escaped(text)}</tspan>`,
  );
  return rows.length > 0 ? `<text class="line">${rows.join("")}</text>` : "";
}

const round = (length: number): number => Math.round(length * 10) / 10;

export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
