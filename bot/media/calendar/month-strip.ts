/** A month as a grid of weeks from Monday: due days with their amounts, days off on a shaded ground. */
import { formatYuan } from "../../../domain/money/money.ts";
import { isWorkingDay } from "../../../partners/working-days.ts";
import type { Messages } from "../../locales/messages.ts";
import type { CalendarContent } from "../../messages.ts";
import { type SvgNode, svg } from "../svg-node.ts";
import { type DayMark, dayOf, markOf, monthOf, sumOf, unpaid, weeksOf } from "./content.ts";
import { colours, innerWidth, margin, rightEdge, ring, type Strip, text, tick, warning } from "./look.ts";

const headingHeight = 76;
const weekdaysHeight = 44;
const plainWeekHeight = 62;
const dueWeekHeight = 106;
const gap = 18;
const cellWidth = innerWidth / 7;

interface Week {
  height: number;
  days: (string | undefined)[];
}

export function monthStrip(month: string, content: CalendarContent, m: Messages): Strip {
  const weeks = weeksOf(month).map((days): Week => {
    const isDue = days.some((day) => day !== undefined && markOf(content.dues, day));
    return { days, height: isDue ? dueWeekHeight : plainWeekHeight };
  });
  const height = weeks.reduce((sum, week) => sum + week.height, headingHeight + weekdaysHeight + gap);
  return { height, draw: (top) => drawMonth(top, month, weeks, content, m) };
}

function drawMonth(
  top: number,
  month: string,
  weeks: Week[],
  content: CalendarContent,
  m: Messages,
): SvgNode[] {
  const nodes = [...heading(top, month, content, m), ...weekdays(top + headingHeight, m)];
  let y = top + headingHeight + weekdaysHeight;
  for (const { days, height } of weeks) {
    days.forEach((day, column) => {
      if (day === undefined) return;
      const cell = { day, x: margin + column * cellWidth, y, height };
      nodes.push(...drawDay(cell, content, m));
    });
    y += height;
  }
  return nodes;
}

function heading(top: number, month: string, { dues }: CalendarContent, m: Messages): SvgNode[] {
  const inMonth = dues.filter(({ date }) => monthOf(date) === month);
  const open = unpaid(inMonth);
  const paid = inMonth.length > 0 ? m.calendar.allPaid : m.calendar.nothingToPay;
  const said = open.length > 0 ? m.calendar.toPay(sumOf(open).amount) : paid;
  const y = top + 52;
  return [
    text(m.scoring.month(month), { x: margin, y, size: 38, bold: true, within: innerWidth / 2 }),
    text(said, {
      ...{ x: rightEdge, y, size: 32, anchor: "end", within: innerWidth / 2 },
      ...{ bold: open.length > 0, colour: open.length > 0 ? "ink" : "soft" },
    }),
  ];
}

const weekdays = (top: number, m: Messages): SvgNode[] =>
  m.calendar.weekdays.map((name, column) =>
    text(name, {
      ...{ x: margin + (column + 0.5) * cellWidth, y: top + 30, size: 26 },
      ...{ anchor: "middle", colour: "soft" },
    }),
  );

interface Cell {
  day: string;
  x: number;
  y: number;
  height: number;
}

function drawDay(cell: Cell, content: CalendarContent, m: Messages): SvgNode[] {
  const { day, x, y } = cell;
  const mark = markOf(content.dues, day);
  const today = day === dayOf(content);
  const off = !isWorkingDay(day);
  const middle = x + cellWidth / 2;
  return [
    ...(off || mark ? [ground(cell, mark)] : []),
    ...(today ? [ring(middle, y + 31, 27)] : []),
    text(String(Number(day.slice(8))), {
      ...{ x: middle, y: y + 42, size: 32, anchor: "middle", bold: today || mark !== undefined },
      colour: off && !mark && !today ? "soft" : "ink",
    }),
    ...(mark ? drawMark(cell, mark, m) : []),
  ];
}

/** Told apart by the edge, not by the colour alone: to pay is a line, overdue a thick dashed one, paid none. */
function ground({ x, y, height }: Cell, mark: DayMark | undefined): SvgNode {
  const place = { x: x + 3, y: y + 2, width: cellWidth - 6, height: height - 4, rx: 14 };
  if (!mark) return svg("rect", { ...place, fill: colours.dayOff });
  if (mark.status === "settled") return svg("rect", { ...place, fill: colours.accentSoft });
  if (mark.status === "overdue") {
    const edge = { stroke: colours.alarm, "stroke-width": 4, "stroke-dasharray": "10 6" };
    return svg("rect", { ...place, fill: colours.alarmSoft, ...edge });
  }
  return svg("rect", { ...place, fill: colours.accentSoft, stroke: colours.accent, "stroke-width": 3 });
}

function drawMark({ x, y }: Cell, { status, amount, count }: DayMark, m: Messages): SvgNode[] {
  const corner = [x + cellWidth - 21, y + 21, 13] as const;
  const late = status === "overdue";
  const badge = status === "settled" ? [tick(...corner)] : late ? [warning(...corner)] : [];
  const several = text(m.calendar.several(count), { x: x + 11, y: y + 28, size: 20, colour: "soft" });
  return [
    ...badge,
    ...(count > 1 ? [several] : []),
    text(formatYuan(amount), {
      ...{ x: x + cellWidth / 2, y: y + 86, size: 29, anchor: "middle", within: cellWidth - 18 },
      ...{ bold: status !== "settled", colour: status === "settled" ? "soft" : late ? "alarm" : "accent" },
    }),
  ];
}
