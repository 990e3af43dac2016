/** The due dates as a list: what is overdue first, then the months that are drawn, and what comes after them. */

import type { Messages } from "../../locales/messages.ts";
import type { CalendarContent, CalendarDue } from "../../messages.ts";
import { yuan } from "../../views/figures/figures.ts";
import { type SvgNode, svg } from "../svg-node.ts";
import { drawnMonths, monthOf, overdue, sumOf, unpaid, weekdayOf } from "./content.ts";
import { box, colours, innerWidth, margin, rightEdge, type Strip, text, tick, warning } from "./look.ts";

const headingHeight = 64;
const rowHeight = 52;
const gap = 10;

interface Group {
  heading: string;
  dues: CalendarDue[];
}

export function listStrips(content: CalendarContent, m: Messages): Strip[] {
  const several = new Set(unpaid(content.dues).map(({ loanId }) => loanId)).size > 1;
  const groups = groupsOf(content, m).map((group) => groupStrip(group, several, m));
  return [...groups, ...laterStrip(content, m)];
}

function groupsOf(content: CalendarContent, m: Messages): Group[] {
  const late = overdue(content.dues);
  const rest = content.dues.filter(({ status }) => status !== "overdue");
  const months = drawnMonths(content).map((month) => ({
    heading: m.scoring.month(month),
    dues: rest.filter(({ date }) => monthOf(date) === month),
  }));
  return [{ heading: m.calendar.overdueHeading, dues: late }, ...months].filter(
    ({ dues }) => dues.length > 0,
  );
}

const groupStrip = ({ heading, dues }: Group, several: boolean, m: Messages): Strip => ({
  height: headingHeight + dues.length * rowHeight + gap,
  draw: (top) => {
    const open = unpaid(dues);
    const y = top + 44;
    const rule = svg("rect", { x: margin, y: top, width: innerWidth, height: 2, fill: colours.line });
    return [
      rule,
      text(heading, { x: margin, y, size: 32, bold: true, within: innerWidth / 2 }),
      text(open.length > 0 ? yuan(sumOf(open).amount) : m.calendar.paid(sumOf(dues).amount), {
        ...{ x: rightEdge, y, size: 32, bold: true, anchor: "end", within: innerWidth / 2 },
      }),
      ...dues.flatMap((due, row) => drawRow(top + headingHeight + row * rowHeight, due, several, m)),
    ];
  },
});

const signs = { settled: tick, overdue: warning, due: box, upcoming: box };

function drawRow(top: number, due: CalendarDue, several: boolean, m: Messages): SvgNode[] {
  const y = top + 36;
  const { date, installment, of, loanNumber, status, amount } = due;
  const which = m.calendar.installment(installment, of);
  const paid = status === "settled";
  return [
    signs[status](margin + 16, top + 26, 13),
    text(m.calendar.day(date, weekdayOf(date)), { x: margin + 50, y, size: 30, within: 250 }),
    text(several ? `${which} · ${loanNumber}` : which, {
      ...{ x: margin + 318, y, size: 26, colour: "soft", within: 400 },
    }),
    text(yuan(amount), {
      ...{ x: rightEdge, y, size: 30, anchor: "end", within: 240, bold: status === "overdue" },
      colour: paid ? "soft" : status === "overdue" ? "alarm" : "ink",
    }),
  ];
}

function laterStrip(content: CalendarContent, m: Messages): Strip[] {
  const last = drawnMonths(content).at(-1) ?? "";
  const later = unpaid(content.dues).filter(({ date }) => monthOf(date) > last);
  const until = later.at(-1)?.date;
  if (until === undefined) return [];
  const said = m.calendar.later({ ...sumOf(later), until });
  const draw = (top: number): SvgNode[] => [text(said, { x: margin, y: top + 38, size: 28, colour: "soft" })];
  return [{ height: 60, draw }];
}
