/** Colours, measures and lettering of the picture: 1080 pixels wide, to be read on a phone. */
import { type SvgNode, svg } from "../svg-node.ts";

export const pictureWidth = 1080;
export const margin = 48;
export const innerWidth = pictureWidth - 2 * margin;
export const rightEdge = pictureWidth - margin;

export const colours = {
  ground: "#fbfaf7",
  dayOff: "#f0ede4",
  ink: "#1b201e",
  soft: "#5b645f",
  line: "#dcd9d0",
  accent: "#0b6e63",
  accentSoft: "#dff0ec",
  gold: "#f5c463",
  alarm: "#b3261e",
  alarmSoft: "#fbe6e3",
  white: "#ffffff",
} as const;
export type Colour = keyof typeof colours;

/** A horizontal strip of the picture: its height is known before anything is drawn. */
export interface Strip {
  height: number;
  /** Drawn from its upper edge. */
  draw: (top: number) => SvgNode[];
}

interface Lettering {
  x: number;
  /** The base line. */
  y: number;
  size: number;
  colour?: Colour;
  bold?: boolean;
  anchor?: "start" | "middle" | "end";
  /** The letters are made smaller where they would be wider. */
  within?: number;
}

export function text(content: string, lettering: Lettering): SvgNode {
  const { x, y, size, colour = "ink", bold = false, anchor = "start", within = innerWidth } = lettering;
  const fitting = Math.min(size, (within / widthOf(content)) * 0.98);
  return svg(
    "text",
    {
      ...{ x, y, "font-size": Math.floor(fitting * 10) / 10, fill: colours[colour] },
      ...{ "text-anchor": anchor, "font-weight": bold ? 700 : 400 },
    },
    content,
  );
}

/** In parts of the letters' size; a little more than the font's own measure, bold digits included. */
function widthOf(content: string): number {
  let width = 0;
  for (const character of content) width += widthOfOne(character);
  return width;
}

function widthOfOne(character: string): number {
  if (/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(character)) return 1;
  if (/[.,:;!'| ]/.test(character)) return 0.3;
  return /[mwMW×]/.test(character) ? 0.88 : 0.6;
}

/** A tick in a disc: paid. `x` and `y` are its middle. */
export const tick = (x: number, y: number, radius: number): SvgNode =>
  svg(
    "g",
    {},
    svg("circle", { cx: x, cy: y, r: radius, fill: colours.accent }),
    svg("path", {
      d: `M${x - radius * 0.45} ${y + radius * 0.05}l${radius * 0.3} ${radius * 0.32}l${radius * 0.6} ${-radius * 0.68}`,
      ...{ fill: "none", stroke: colours.white, "stroke-width": radius * 0.24 },
      ...{ "stroke-linecap": "round", "stroke-linejoin": "round" },
    }),
  );

/** An exclamation mark in a disc: overdue. */
export const warning = (x: number, y: number, radius: number): SvgNode =>
  svg(
    "g",
    {},
    svg("circle", { cx: x, cy: y, r: radius, fill: colours.alarm }),
    svg("path", {
      d: `M${x} ${y - radius * 0.52}v${radius * 0.56}M${x} ${y + radius * 0.46}v0.1`,
      ...{ fill: "none", stroke: colours.white, "stroke-width": radius * 0.26, "stroke-linecap": "round" },
    }),
  );

/** An empty box, as a due day has it: to pay. */
export const box = (x: number, y: number, radius: number): SvgNode =>
  svg("rect", {
    ...{ x: x - radius, y: y - radius, width: radius * 2, height: radius * 2, rx: radius * 0.45 },
    ...{ fill: colours.accentSoft, stroke: colours.accent, "stroke-width": 3 },
  });

export const ring = (x: number, y: number, radius: number): SvgNode =>
  svg("circle", { cx: x, cy: y, r: radius, fill: "none", stroke: colours.accent, "stroke-width": 4 });
