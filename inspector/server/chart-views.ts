import { z } from "zod";
import { drawChart, fileOf, placedFigures } from "../chart/draw-chart.ts";
import { drawFigure } from "../chart/draw-figure.ts";
import type { Detail } from "../chart/figures.ts";
import { readChart, statesWithin } from "../chart/read-chart.ts";
import { checkMachine } from "../checks.ts";
import { coverageOf, readCoverage } from "../coverage/coverage.ts";
import type { InspectedMachine } from "../registry/inspected-machine.ts";
import { drawSequence } from "../session/sequence.ts";
import type { Session } from "../session/session.ts";
import type { ChartView, FieldSchema, MachineSummary, PictureView } from "./protocol.ts";

const fieldsOf = (schema: z.ZodType): FieldSchema =>
  z.toJSONSchema(schema, { unrepresentable: "any", io: "input" }) as FieldSchema;

export const summariseMachine = ({ id, speaks, start, events }: InspectedMachine): MachineSummary => ({
  ...{ id, speaks, start: fieldsOf(start) },
  events: events.map(({ type, origin, schema }) => ({ type, origin, schema: fieldsOf(schema) })),
});

/** Where everything returns to: the map of the stages leaves the ways there out. */
const homes: Record<string, string> = { journey: "idle" };

const detailed = (id: string, detail: Detail) => ({ detail, ...(homes[id] && { home: homes[id] }) });

export async function viewChart(room: InspectedMachine, detail: Detail): Promise<ChartView> {
  const chart = readChart(room.machine);
  const placed = await placedFigures(chart, detailed(room.id, detail));
  const taken = await readCoverage(room.id);
  return {
    figures: placed.map((one, index) => ({
      ...{ id: one.figure.id, title: one.figure.title, width: one.width, height: one.height },
      drawing: drawFigure(one, `tip-${index}`),
    })),
    transitions: chart.transitions,
    states: statesWithin(chart.root).map(({ id, name, description, tags, meta }) => ({
      ...{ id, name, tags, meta },
      ...(description !== undefined && { description }),
    })),
    findings: checkMachine(room),
    ...(taken && { coverage: coverageOf(room.machine, taken) }),
  };
}

const widest = 1500;

export const pictureOf = ({ id, machine }: InspectedMachine, detail: Detail): Promise<PictureView> =>
  drawChart(readChart(machine), { title: id, maxWidth: widest, ...detailed(id, detail) });

export function sequenceOf(session: Session, step: number): PictureView {
  const drawing = drawSequence(session, step);
  const [width, height] = [
    Number(drawing.attributes["data-width"]),
    Number(drawing.attributes["data-height"]),
  ];
  return { width, height, svg: fileOf({ title: `${session.machine.id}: sequence`, width, height }, drawing) };
}
