/** The life of a loan: stepped by business dates and payments, each with where the loan then stands. */
import { initialTransition, transition } from "xstate";
import { z } from "zod";
import { shanghaiDate } from "../../domain/calendar/dates.ts";
import { DEFAULT_DAYS_BEFORE } from "../../domain/loan/due-status.ts";
import { type LoanEvent, loanLife } from "../../machines/loan.ts";
import { instantField } from "../shanghai-time.ts";
import { checked, instantOf, laterOf } from "../stepping/checked.ts";
import { CauseRefused, steppingRefusals } from "../stepping/refusals.ts";
import { traceBeginning, traceEvent } from "../stepping/trace.ts";
import type { Performed, World } from "../stepping/world.ts";
import type { InspectedMachine } from "./inspected-machine.ts";

const standing = z.object({
  settled: z.boolean(),
  daysPastDue: z.int().min(0),
  dueToday: z.boolean(),
  daysToNextDue: z.int().optional(),
});
const stood = { date: z.iso.date(), standing, daysBefore: z.int().min(0) };

const eventSchemas = [
  z.object({ type: z.literal("businessDay"), ...stood }),
  z.object({ type: z.literal("paid"), ...stood }),
  z.object({ type: z.literal("writeOff") }),
] as const;
const eventSchema: z.ZodType<LoanEvent> = z.discriminatedUnion("type", eventSchemas);

const start = z.object({ at: instantField.default("2016-02-10T10:00:00+08:00") });

function begin(options: unknown): Performed {
  const { at } = checked(start, options);
  const [{ value, context }] = initialTransition(loanLife);
  const empty = { commands: [], deadlines: [], loans: [], begun: [] };
  const world: World = { value, context, at: instantOf(at), turn: 0, shownSeq: 0, ...empty };
  return { world, traces: [traceBeginning(loanLife, undefined)], effects: [] };
}

const perform: InspectedMachine["perform"] = async (world, cause) => {
  if (cause.kind === "clock") {
    return { world: { ...world, at: laterOf(world.at, cause.to) }, traces: [], effects: [] };
  }
  if (cause.kind !== "event") throw new CauseRefused(steppingRefusals.eventsOnly());
  const event = checked(eventSchema, cause.event);
  const before = { value: world.value, context: {} };
  const [after] = transition(loanLife, loanLife.resolveState(before as never), event);
  return {
    world: { ...world, value: after.value, turn: world.turn + 1 },
    traces: [traceEvent({ machine: loanLife, before, event: { ...event } })],
    effects: [],
  };
};

export const inspectedLoan: InspectedMachine = {
  id: loanLife.id,
  machine: loanLife,
  events: eventSchemas.map((schema) => ({ type: schema.shape.type.value, origin: "system", schema })),
  start,
  begin,
  perform,
  offers: async () => ({ buttons: [], answers: [], deadlines: [] }),
  suggest: ({ at }) => ({
    date: shanghaiDate(at),
    standing: { settled: false, daysPastDue: 0, dueToday: false, daysToNextDue: 28 },
    daysBefore: DEFAULT_DAYS_BEFORE,
  }),
  speaks: false,
};
