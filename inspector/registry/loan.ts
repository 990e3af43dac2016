/** The life of a loan: stepped by business dates and payments, each with how late the loan then is. */
import { initialTransition, transition } from "xstate";
import { z } from "zod";
import { shanghaiDate } from "../../domain/calendar/dates.ts";
import { DEFAULT_DAYS_BEFORE } from "../../domain/loan/due-status.ts";
import { type LoanEvent, loanLife } from "../../machines/loan.ts";
import { instantField } from "../shanghai-time.ts";
import { checked, instantOf, laterOf } from "../stepping/checked.ts";
import { CauseRefused, steppingRefusals } from "../stepping/refusals.ts";
import { traceBeginning, traceEvent } from "../stepping/trace.ts";
import type { Performed, Trace, World } from "../stepping/world.ts";
import type { InspectedMachine } from "./inspected-machine.ts";

const dueStatus = z.object({
  settled: z.boolean(),
  daysPastDue: z.int().min(0),
  dueToday: z.boolean(),
  daysToNextDue: z.int().optional(),
});
const reckoned = { date: z.iso.date(), dueStatus, daysBefore: z.int().min(0) };

const eventSchemas = [
  z.object({ type: z.literal("paidOut") }),
  z.object({ type: z.literal("abandoned") }),
  z.object({ type: z.literal("businessDay"), ...reckoned }),
  z.object({ type: z.literal("paid"), ...reckoned }),
  z.object({ type: z.literal("reversed"), ...reckoned }),
  z.object({ type: z.literal("writeOff") }),
] as const;
const eventSchema: z.ZodType<LoanEvent> = z.discriminatedUnion("type", eventSchemas);

const start = z.object({
  at: instantField.default("2016-02-10T10:00:00+08:00"),
  /** Or merely signed. */
  paidOut: z.boolean().default(true),
});

function begin(options: unknown): Performed {
  const { at, paidOut } = checked(start, options);
  const [{ value, context }] = initialTransition(loanLife);
  const empty = { commands: [], deadlines: [], loans: [], begun: [] };
  const world: World = { value, context, at: instantOf(at), turn: 0, shownSeq: 0, ...empty };
  const begun = { world, traces: [traceBeginning(loanLife, undefined)], effects: [] };
  if (!paidOut) return begun;
  const payout = stepped(world, { type: "paidOut" });
  return { world: { ...world, value: payout.value }, traces: [...begun.traces, payout.trace], effects: [] };
}

function stepped({ value }: World, event: LoanEvent): Pick<World, "value"> & { trace: Trace } {
  const before = { value, context: {} };
  const [after] = transition(loanLife, loanLife.resolveState(before as never), event);
  return { value: after.value, trace: traceEvent({ machine: loanLife, before, event: { ...event } }) };
}

const perform: InspectedMachine["perform"] = async (world, cause) => {
  if (cause.kind === "clock") {
    return { world: { ...world, at: laterOf(world.at, cause.to) }, traces: [], effects: [] };
  }
  if (cause.kind !== "event") throw new CauseRefused(steppingRefusals.eventsOnly());
  const { value, trace } = stepped(world, checked(eventSchema, cause.event));
  return { world: { ...world, value, turn: world.turn + 1 }, traces: [trace], effects: [] };
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
    dueStatus: { settled: false, daysPastDue: 0, dueToday: false, daysToNextDue: 28 },
    daysBefore: DEFAULT_DAYS_BEFORE,
  }),
  speaks: false,
};
