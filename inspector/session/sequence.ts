/** The way to a step as a sequence diagram: borrower, machine, partners and clock. */

import { type SvgNode, svg } from "../../bot/media/svg-node.ts";
import type { Outbound } from "../../bot/messages.ts";
import { fitText, metrics, textWidth } from "../chart/metrics.ts";
import { seenOf } from "../stepping/seen-of.ts";
import { pathOf } from "./path.ts";
import { type Session, type Step, wayTo } from "./session.ts";
import { type Actor, partnerFor, tellStep } from "./tell-step.ts";

interface Message {
  from: Actor | "machine";
  to: Actor | "machine";
  words: string;
  /** A reply or an answer. */
  back: boolean;
}

interface Row {
  message?: Message;
  /** Where the machine then stands. */
  stands?: string;
}

const lanes: readonly (Actor | "machine")[] = [
  "system",
  "clock",
  "borrower",
  "machine",
  "identity",
  "bureau",
  "payments",
];
type Place = (one: Actor | "machine") => number;

const lane = { width: 260, head: 46, row: 30, margin: 20 };

export function drawSequence(session: Session, id: number): SvgNode {
  const rows = wayTo(session, id).flatMap((step, index, way) => rowsOf(step, way[index - 1]));
  const used = lanes.filter((one) => one === "machine" || rows.some(({ message }) => touches(message, one)));
  const xOf: Place = (one) => lane.margin + lane.width * (used.indexOf(one) + 0.5);
  const width = 2 * lane.margin + lane.width * used.length;
  const height = lane.head + lane.row * (rows.length + 1) + lane.margin;
  return svg(
    "g",
    { class: "sequence", "data-width": width, "data-height": height },
    ...used.map((one) => drawLane(one === "machine" ? session.machine.id : one, xOf(one), height)),
    ...rows.flatMap((row, index) => drawRow(row, lane.head + lane.row * (index + 1), xOf)),
  );
}

const touches = (message: Message | undefined, one: string): boolean =>
  message?.from === one || message?.to === one;

function rowsOf(step: Step, before: Step | undefined): Row[] {
  const { actor, words } = tellStep(step, before);
  const own: Message = { from: actor, to: "machine", words, back: step.cause.kind === "answer" };
  const asked = step.effects.flatMap((effect): Message[] =>
    "command" in effect
      ? [{ from: "machine", to: partnerFor(effect.command), words: effect.command, back: false }]
      : [],
  );
  const said: Message[] = step.reply
    ? [{ from: "machine", to: "borrower", words: firstLine(step), back: true }]
    : [];
  const stands = pathOf(step.world.value);
  const moved = before === undefined || pathOf(before.world.value) !== stands;
  return [
    ...(step.cause.kind === "begin" ? [] : [{ message: own }]),
    ...(moved ? [{ stands }] : []),
    ...[...asked, ...said].map((message) => ({ message })),
  ];
}

function firstLine({ reply, world }: Step): string {
  const shown = seenOf(reply, world.context) as Outbound | undefined;
  return shown?.text.split("\n")[0] ?? "";
}

const drawLane = (name: string, x: number, height: number): SvgNode =>
  svg(
    "g",
    { class: "lane" },
    svg("line", { class: "life", x1: x, y1: lane.head, x2: x, y2: height - lane.margin }),
    svg("rect", { class: "lane-head", x: x - 62, y: 12, width: 124, height: 28, rx: 8 }),
    svg("text", { class: "name", x, y: 31, "text-anchor": "middle" }, name),
  );

function drawRow({ message, stands }: Row, y: number, xOf: Place): SvgNode[] {
  if (stands !== undefined) return drawStand(stands, xOf("machine"), y);
  if (!message) return [];
  const [from, to] = [xOf(message.from), xOf(message.to)];
  const short = fitText(message.words, metrics.lineFont, Math.abs(to - from) - 16);
  return [
    svg("line", {
      class: message.back ? "message back" : "message",
      ...{ x1: from, y1: y, x2: to + (to > from ? -1 : 1), y2: y, "marker-end": "url(#tip)" },
    }),
    svg(
      "text",
      { class: "line", x: (from + to) / 2, y: y - 5, "text-anchor": "middle" },
      svg("title", {}, message.words),
      short,
    ),
  ];
}

function drawStand(stands: string, x: number, y: number): SvgNode[] {
  const width = textWidth(stands, metrics.lineFont) + 20;
  return [
    svg("rect", { class: "stand", x: x - width / 2, y: y - 18, width, height: 22, rx: 11 }),
    svg("text", { class: "line stand-name", x, y: y - 3, "text-anchor": "middle" }, stands),
  ];
}
