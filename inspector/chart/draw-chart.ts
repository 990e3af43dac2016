/** A whole machine as one SVG: the map of its stages on top, a figure for each below, in rows. */
import { drawFigure, escaped } from "./draw-figure.ts";
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
  @media (prefers-color-scheme: dark) {
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
  const { title, detail, maxWidth, home } = options;
  const figures = await Promise.all(figuresOf(chart, detail).map((figure) => layOutFigure(figure)));
  const map =
    figures.length > 1 ? [await layOutFigure(mapOf(chart, home), { "elk.direction": "RIGHT" })] : [];
  const anywhere = await layOutFigure(anywhereFigure(chart, detail));
  const spots = pack([...map, ...figures, ...(anywhere.figure.lines.length > 0 ? [anywhere] : [])], maxWidth);
  const width = Math.ceil(Math.max(...spots.map(({ x, placed }) => x + placed.width)) + margin);
  const height = Math.ceil(Math.max(...spots.map(({ y, placed }) => y + placed.height)) + margin);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escaped(title)}</title><style>${chartStyle}</style>`,
    `<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="tip" d="M0 0 8 4 0 8z"/></marker></defs>`,
    `<rect class="ground" width="${width}" height="${height}"/>`,
    ...spots.map(({ x, y, placed }) => `<g transform="translate(${x} ${y})">${drawFigure(placed)}</g>`),
    "</svg>",
  ].join("\n");
  return { svg, width, height };
}

const anywhereFigure = (chart: Chart, detail: Detail): Figure => ({
  id: chart.root.id,
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
