/** Which transitions the model walks take: every event tried in every state that they find. */
import { isDeepStrictEqual } from "node:util";
import { getAdjacencyMap } from "xstate/graph";
import { traceBeginning, traceEvent } from "../../../inspector/stepping/trace.ts";
import { journey } from "../../../machines/journey.ts";
import { type LoanEvent, loanLife } from "../../../machines/loan.ts";
import { START, walkJourney } from "../../machines/walk.ts";

export function takenByJourneyWalk(): string[] {
  const input = { borrowerId: "borrower", sandbox: true, persona: null, at: START };
  const begun = [null, "en" as const].map((locale) => traceBeginning(journey, { ...input, locale }));
  const tried = walkJourney().map(({ before, event }) => ({
    before,
    event: { ...event },
  }));
  return idsOf([...begun, ...tried.map((one) => traceEvent({ machine: journey, ...one }))]);
}

const dueStatus = { settled: false, daysPastDue: 0, dueToday: false, daysToNextDue: 28 };

/** One dueStatus for each stage that a loan can be in. */
const dueStatuses = [
  dueStatus,
  { ...dueStatus, daysToNextDue: 2 },
  { ...dueStatus, dueToday: true },
  { ...dueStatus, daysPastDue: 1 },
  { ...dueStatus, daysPastDue: 10 },
  { ...dueStatus, daysPastDue: 60 },
  { ...dueStatus, settled: true },
];

const loanEvents: LoanEvent[] = [
  ...(["businessDay", "paid", "reversed"] as const).flatMap((type) =>
    dueStatuses.map((one): LoanEvent => ({ type, date: "2016-03-10", dueStatus: one, daysBefore: 3 })),
  ),
  ...([{ type: "paidOut" }, { type: "abandoned" }, { type: "writeOff" }] as const),
];

export function takenByLoanWalk(): string[] {
  const states = Object.values(getAdjacencyMap(loanLife, { events: loanEvents })).map(
    ({ state }) => state.value,
  );
  const values = states.filter(
    (value, index) => states.findIndex((one) => isDeepStrictEqual(one, value)) === index,
  );
  const traces = values.flatMap((value) =>
    loanEvents.map((event) =>
      traceEvent({ machine: loanLife, before: { value, context: {} }, event: { ...event } }),
    ),
  );
  return idsOf([traceBeginning(loanLife, undefined), ...traces]);
}

const idsOf = (traces: readonly { transitions: string[] }[]): string[] => [
  ...new Set(traces.flatMap(({ transitions }) => transitions)),
];
