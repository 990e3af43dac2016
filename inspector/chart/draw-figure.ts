/** A placed figure as SVG; everything drawn carries the ids of what it stands for. */

import { type SvgNode, svg } from "../../bot/media/svg-node.ts";
import type { ChartLine } from "./figures.ts";
import type { PlacedFigure, PlacedNode, PlacedWay } from "./lay-out-figure.ts";
import { metrics } from "./metrics.ts";

/** The group alone, to stand in an svg element that has the arrow's tip (`tipOf`) and a style. */
export function drawFigure({ figure, width, height, nodes, ways }: PlacedFigure, tip = "tip"): SvgNode {
  return svg(
    "g",
    { class: "figure", "data-state": figure.id },
    svg("rect", { class: "panel", width, height, rx: 12 }),
    svg("text", { class: "title", x: 14, y: 21 }, figure.title),
    ...drawLines(figure.lines, 14, metrics.title + 13),
    ...nodes.map(drawNode),
    ...ways.map((way) => drawWay(way, tip)),
    ...ways.flatMap(drawLabel),
  );
}

/** Of one size, however thick the arrow is. */
const markerSize = { orient: "auto", markerUnits: "userSpaceOnUse" };

/** The tip of every arrow; ids are a page's own, so each drawing on a page takes another. */
export const tipOf = (id = "tip"): SvgNode =>
  svg(
    "defs",
    {},
    svg(
      "marker",
      { id, viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 8, markerHeight: 8, ...markerSize },
      svg("path", { class: "tip", d: "M0 0 8 4 0 8z" }),
    ),
  );

function drawNode({ node, x, y, width, height }: PlacedNode): SvgNode {
  const { id, kind, name, description, lines } = node;
  if (kind === "start") return svg("circle", { class: "start", cx: round(x + 5), cy: round(y + 5), r: 5 });
  const small = kind === "exit" || kind === "transient";
  const head = small ? metrics.small : metrics.leaf;
  const [textX, textY, anchor] =
    kind === "parent" ? [x + metrics.pad, y + 19, "start"] : [x + width / 2, y + head / 2 + 4.5, "middle"];
  return svg(
    "g",
    { class: `node ${kind}`, "data-state": node.stands ?? id },
    ...(description === undefined ? [] : [svg("title", {}, description)]),
    svg("rect", { x: round(x), y: round(y), width: round(width), height: round(height), rx: small ? 12 : 8 }),
    svg(
      "text",
      { class: "name", x: round(textX), y: round(textY), "text-anchor": anchor },
      kind === "exit" ? `→ ${name}` : name,
    ),
    ...drawLines(lines, x + metrics.pad, y + head + 8),
  );
}

const idsOf = (transitions: readonly string[]): string => transitions.join("|");

function drawWay({ way, points }: PlacedWay, tip: string): SvgNode {
  const d = points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${round(x)} ${round(y)}`).join("");
  const ids = { "data-transitions": idsOf(way.transitions) };
  return svg("path", { class: "way", ...ids, d, "marker-end": `url(#${tip})` });
}

function drawLabel({ way, label }: PlacedWay): SvgNode[] {
  if (!label) return [];
  const { x, y, width, height } = label;
  const ground = { x: round(x), y: round(y), width: round(width), height: round(height), rx: 3 };
  return [svg("rect", { class: "label-ground", ...ground }), ...drawLines(way.lines, x + 3, y + 12)];
}

const drawLines = (lines: readonly ChartLine[], x: number, y: number): SvgNode[] =>
  lines.map(({ text, transitions }, index) =>
    svg(
      "text",
      {
        class: "line",
        x: round(x),
        y: round(y + index * metrics.line),
        "data-transitions": idsOf(transitions),
      },
      text,
    ),
  );

const round = (length: number): number => Math.round(length * 10) / 10;
