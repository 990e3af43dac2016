/** A whole machine as one SVG: the map of its stages on top, a figure for each below, in rows. */

import { type SvgNode, svg, svgText } from "../../bot/media/svg-node.ts";
import { drawFigure, tipOf } from "./draw-figure.ts";
import {
  type Detail,
  type Figure,
  figuresOf,
  linesFromAnywhere,
  mapOf,
  wordsFromAnywhere,
} from "./figures.ts";
import { layOutFigure, type PlacedFigure } from "./lay-out-figure.ts";
import type { Chart } from "./read-chart.ts";

const margin = 20;
const gap = 18;

const font = "ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const chartStyle = `
  .ground { fill: #ffffff } .panel { fill: #f6f8fa; stroke: #d1d9e0 }
  .title { font: 600 15px ${font}; fill: #0f766e } .name { font: 600 13px ${font}; fill: #1f2328 }
  .line { font: 12px ${font}; fill: #3d444d } .label-ground { fill: #f6f8fa; fill-opacity: .9 }
  .state rect { fill: #ffffff; stroke: #59636e } .parent rect { fill: none; stroke: #59636e }
  .transient rect { fill: none; stroke: #818b98; stroke-dasharray: 3 3 } .transient .name { font-weight: 400; fill: #59636e }
  .exit rect { fill: #ddf4f0; stroke: none } .exit .name { font-weight: 500; fill: #0b5a54 }
  .start { fill: #59636e } .way { fill: none; stroke: #818b98; stroke-width: 1.2 } .tip { fill: #818b98 }
  .lane-head { fill: #ddf4f0 } .life { stroke: #d1d9e0; stroke-dasharray: 4 4 } .message { stroke: #59636e; stroke-width: 1.2 }
  .back { stroke-dasharray: 5 3 } .stand { fill: #fff8c5; stroke: #d4a72c }
  @media (prefers-color-scheme: dark) {
    .lane-head { fill: #123b37 } .life { stroke: #3d444d } .message { stroke: #9198a1 } .stand { fill: #3a2f14; stroke: #9e6a03 }
    .ground { fill: #0d1117 } .panel { fill: #151b23; stroke: #3d444d } .title { fill: #5eead4 } .name { fill: #f0f6fc }
    .line { fill: #c9d1d9 } .label-ground { fill: #151b23 } .state rect { fill: #0d1117; stroke: #9198a1 }
    .parent rect { stroke: #9198a1 } .transient rect { stroke: #656c76 } .transient .name { fill: #9198a1 }
    .exit rect { fill: #123b37 } .exit .name { fill: #99f6e4 } .start { fill: #9198a1 } .way { stroke: #656c76 } .tip { fill: #656c76 }
  }`;

export interface ChartPicture {
  svg: string;
  width: number;
  height: number;
}

export interface DrawChartOptions {
  /** What a screen reader says of it. */
  title: string;
  detail: Detail;
  /** The widest row, in pixels; one figure alone may be wider. */
  maxWidth: number;
  /** The stage to which everything returns: the map leaves its incoming ways out. */
  home?: string;
}

export async function drawChart(chart: Chart, options: DrawChartOptions): Promise<ChartPicture> {
  const { title, maxWidth } = options;
  const { spots, width, height } = bestPacking(await placedFigures(chart, options), maxWidth);
  const figures = spots.map(({ x, y, placed }) =>
    svg("g", { transform: `translate(${x} ${y})` }, drawFigure(placed)),
  );
  return { svg: fileOf({ title, width, height }, ...figures), width, height };
}

/** A drawing as a file that stands alone, in light and in dark. */
export function fileOf(
  { title, width, height }: { title: string; width: number; height: number },
  ...drawn: SvgNode[]
): string {
  const size = { viewBox: `0 0 ${width} ${height}`, width, height };
  const picture = svg(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", ...size, role: "img" },
    svg("title", {}, title),
    svg("style", {}, chartStyle),
    tipOf(),
    svg("rect", { class: "ground", width, height }),
    ...drawn,
  );
  return svgText(picture);
}

/** The map of the stages, a figure for each, and what is answered anywhere. */
export async function placedFigures(
  chart: Chart,
  { detail, home }: Pick<DrawChartOptions, "detail" | "home">,
): Promise<PlacedFigure[]> {
  const figures = figuresOf(chart, detail);
  const map = figures.length > 1 ? [layOutFigure(mapOf(chart, home), { "elk.direction": "RIGHT" })] : [];
  const anywhere = anywhereFigure(chart, detail);
  const last = anywhere.lines.length > 0 ? [layOutFigure(anywhere)] : [];
  return await Promise.all([...map, ...figures.map((figure) => layOutFigure(figure)), ...last]);
}

const anywhereFigure = (chart: Chart, detail: Detail): Figure => ({
  id: `${chart.root.id} anywhere`,
  title: "from any stage",
  lines: detail === "names" ? wordsFromAnywhere(chart) : linesFromAnywhere(chart),
  nodes: [],
  ways: [],
});

interface Spot {
  x: number;
  y: number;
  placed: PlacedFigure;
}

interface Packing {
  spots: Spot[];
  width: number;
  height: number;
}

/** Of several widths up to the widest, the one that leaves the least room unused. */
function bestPacking(figures: readonly PlacedFigure[], maxWidth: number): Packing {
  const widths = Array.from({ length: 9 }, (_, step) => Math.round(maxWidth * (1 - step / 24)));
  const packings = widths.map((width) => measured(pack(figures, width)));
  return packings.reduce((best, one) => (one.width * one.height < best.width * best.height ? one : best));
}

const measured = (spots: Spot[]): Packing => ({
  spots,
  width: Math.ceil(Math.max(...spots.map(({ x, placed }) => x + placed.width)) + margin),
  height: Math.ceil(Math.max(...spots.map(({ y, placed }) => y + placed.height)) + margin),
});

/** Each in turn where it fits highest, then leftmost: close together, and still in reading order. */
function pack(figures: readonly PlacedFigure[], maxWidth: number): Spot[] {
  const spots: Spot[] = [];
  for (const placed of figures) {
    const starts = [margin, ...spots.map((spot) => spot.x + spot.placed.width + gap)];
    const fitting = starts.filter((x) => x === margin || x + placed.width + margin <= maxWidth);
    const free = fitting.map((x) => ({ x, y: lowestFree(spots, x, placed.width), placed }));
    spots.push(
      free.reduce((best, spot) => (spot.y < best.y || (spot.y === best.y && spot.x < best.x) ? spot : best)),
    );
  }
  return spots;
}

function lowestFree(spots: readonly Spot[], x: number, width: number): number {
  const above = spots.filter((spot) => spot.x < x + width + gap && x < spot.x + spot.placed.width + gap);
  return Math.max(margin, ...above.map(({ y, placed }) => y + placed.height + gap));
}
