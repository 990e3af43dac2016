/**
 * The loan calendar as a picture: how much is owed, up to three months as grids, the due dates as a list. Pure: the
 * same content and language give the same drawing.
 */

import type { Messages } from "../../locales/messages.ts";
import type { CalendarContent } from "../../messages.ts";
import { yuan } from "../../views/figures/figures.ts";
import { type SvgNode, svg } from "../svg-node.ts";
import { dayOf, drawnMonths, overdue, sumOf, unpaid } from "./content.ts";
import { listStrips } from "./list-strip.ts";
import {
  box,
  colours,
  innerWidth,
  margin,
  pictureWidth,
  rightEdge,
  ring,
  type Strip,
  text,
  tick,
  warning,
} from "./look.ts";
import { monthStrip } from "./month-strip.ts";

/** Pixels. */
export function pictureSize(content: CalendarContent, m: Messages): { width: number; height: number } {
  return { width: pictureWidth, height: heightOf(stripsOf(content, m)) };
}

/** `fontFamily` is the renderer's. */
export function calendarPicture(content: CalendarContent, m: Messages, fontFamily: string): SvgNode {
  const strips = stripsOf(content, m);
  const size = { width: pictureWidth, height: heightOf(strips) };
  const nodes: SvgNode[] = [];
  let top = 0;
  for (const strip of strips) {
    nodes.push(...strip.draw(top));
    top += strip.height;
  }
  const ground = svg("rect", { ...size, fill: colours.ground });
  const attributes = { xmlns: "http://www.w3.org/2000/svg", ...size, "font-family": fontFamily };
  return svg("svg", attributes, ground, ...nodes);
}

const heightOf = (strips: readonly Strip[]): number => strips.reduce((sum, { height }) => sum + height, 0);

function stripsOf(content: CalendarContent, m: Messages): Strip[] {
  return [
    headStrip(content, m),
    ...overdueStrip(content, m),
    ...drawnMonths(content).map((month) => monthStrip(month, content, m)),
    legendStrip(m),
    ...listStrips(content, m),
    footStrip(content, m),
  ];
}

function headStrip(content: CalendarContent, m: Messages): Strip {
  const { title, asOf, outstanding } = m.calendar;
  const x = margin + 92;
  const total = yuan(sumOf(unpaid(content.dues)).amount);
  return {
    height: 148,
    draw: () => [
      mark(),
      text(title, { x, y: 84, size: 46, bold: true, within: 420 }),
      text(asOf(dayOf(content)), { x, y: 126, size: 28, colour: "soft", within: 420 }),
      text(outstanding, { x: rightEdge, y: 70, size: 28, colour: "soft", anchor: "end", within: 420 }),
      text(total, { x: rightEdge, y: 124, size: 46, bold: true, anchor: "end", within: 420 }),
    ],
  };
}

/** Jiedao's own sign, as on the page: a borrowed way. */
const mark = (): SvgNode =>
  svg(
    "g",
    { transform: `translate(${margin} 48) scale(1.54)`, fill: "none", "stroke-linecap": "round" },
    svg("rect", { width: 48, height: 48, rx: 12, fill: colours.accent }),
    svg("path", {
      d: "M16 8v6M16 22v3M32 26v3M32 36v4",
      ...{ stroke: colours.white, "stroke-opacity": 0.45, "stroke-width": 3.5 },
    }),
    svg("path", {
      d: "M16 40v-5c0-9 16-11 16-20v-5",
      ...{ stroke: colours.white, "stroke-width": 4.5, "stroke-linejoin": "round" },
    }),
    svg("path", {
      d: "M26.5 14.5 32 9l5.5 5.5",
      ...{ stroke: colours.gold, "stroke-width": 4.5, "stroke-linejoin": "round" },
    }),
  );

function overdueStrip({ dues }: CalendarContent, m: Messages): Strip[] {
  const late = overdue(dues);
  if (late.length === 0) return [];
  const draw = (top: number): SvgNode[] => [
    svg("rect", { x: margin, y: top + 8, width: innerWidth, height: 72, rx: 16, fill: colours.alarmSoft }),
    warning(margin + 38, top + 44, 18),
    text(m.calendar.overdue(sumOf(late)), {
      ...{ x: margin + 72, y: top + 55, size: 31, bold: true, colour: "alarm", within: innerWidth - 96 },
    }),
  ];
  return [{ height: 88, draw }];
}

function legendStrip(m: Messages): Strip {
  const { legend } = m.calendar;
  const shade = (x: number, y: number, radius: number): SvgNode =>
    svg("rect", {
      ...{ x: x - radius, y: y - radius, width: radius * 2, height: radius * 2, rx: radius * 0.45 },
      ...{ fill: colours.dayOff, stroke: colours.line, "stroke-width": 2 },
    });
  const signs = [
    [box, legend.upcoming],
    [warning, legend.overdue],
    [tick, legend.settled],
    [ring, legend.today],
    [shade, legend.dayOff],
  ] as const;
  const step = innerWidth / signs.length;
  const draw = (top: number): SvgNode[] =>
    signs.flatMap(([sign, label], index) => [
      sign(margin + index * step + 16, top + 30, 13),
      text(label, {
        x: margin + index * step + 42,
        y: top + 39,
        size: 26,
        colour: "soft",
        within: step - 50,
      }),
    ]);
  return { height: 70, draw };
}

function footStrip(content: CalendarContent, m: Messages): Strip {
  const said = [m.calendar.footnote(dayOf(content)), ...(content.sandbox ? [m.system.playMoney] : [])];
  return {
    height: 34 + said.length * 38,
    draw: (top) =>
      said.map((line, index) =>
        text(line, { x: margin, y: top + 40 + index * 38, size: 25, colour: "soft" }),
      ),
  };
}
