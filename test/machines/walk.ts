/**
 * Every state of the journey, found by trying every event in each, with xstate/graph and through the same
 * `advanceJourney` that a turn runs. Amounts and times are left out of what tells states apart.
 */
import { type AnyTransitionDefinition, fromTransition } from "xstate";
import { adjacencyMapToArray, getAdjacencyMap } from "xstate/graph";
import { journeyPath, stageOf } from "../../bot/views/journey-path.ts";
import { addDays, startOfDayInShanghai } from "../../domain/calendar/dates.ts";
import { freeLimit } from "../../machines/journey/limits.ts";
import { repayableLoans } from "../../machines/journey/loans.ts";
import type { JourneyInput } from "../../machines/journey/setup.ts";
import {
  advanceJourney,
  type JourneyState,
  type JourneyStep,
  journey,
  startJourney,
} from "../../machines/journey.ts";
import type { JourneyContext } from "../../machines/journey-context.ts";
import type { StampedEvent } from "../../machines/journey-events.ts";
import type { LoanRequest } from "../../machines/request-schema.ts";
import { assessmentOf } from "./assessments.ts";
import { eventsAt } from "./events.ts";

/** One event in one state, and what came of it. */
export interface Visit extends JourneyStep {
  before: JourneyState;
  event: StampedEvent;
}

export const START = "2016-02-10T02:00:00.000Z";

/** Without a language, as a first message in figures would find it. */
export const firstState = (locale: JourneyInput["locale"] = null): JourneyState =>
  startJourney({ borrowerId: "borrower", locale, sandbox: true, persona: null, at: START });

/** XState asks for it at every step. */
const begun: JourneyStep = { state: firstState(), effects: [] };

const logic = fromTransition(
  ({ state }: JourneyStep, event: StampedEvent) => advanceJourney(state, event),
  () => begun,
);

/** All pairs of state and event, with where they lead. What leaves everything as it was is tried once a place. */
export function walkJourney(): Visit[] {
  const seen = new Set<string>();
  const map = getAdjacencyMap(logic, {
    events: ({ context: { state } }) => {
      const place = journeyPath(state.value);
      const isNew = !seen.has(place);
      seen.add(place);
      const events = eventsAt(state);
      if (isNew) return events;
      const alike = alikeAt(state);
      return events.filter(({ type }) => !alike.has(type));
    },
    serializeState: ({ context: { state } }) => nameOf(state),
    serializeEvent: nameOfEvent,
  });
  return adjacencyMapToArray(map).map(({ state, event, nextState }) => ({
    before: state.context.state,
    event,
    ...nextState.context,
  }));
}

/** One situation of each place, with a loan that is overdue by then, and every event in it. */
export function walkInArrears(visits: readonly Visit[]): Visit[] {
  const lent = visits
    .flatMap(({ before }) => before.context.loans)
    .find(({ repayments }) => repayments.length === 0);
  if (!lent) throw new Error("the walk came by no loan");
  const places = new Map(visits.map(({ before }) => [journeyPath(before.value), before]));
  const day = addDays(lent.schedule[0]?.dueDate ?? "", 10);
  const at = new Date(startOfDayInShanghai(day, "10:00")).toISOString();
  return [...places.values()].flatMap(({ value, context }) => {
    const before = { value, context: { ...context, loans: [lent], processing: [], at } };
    return eventsAt(before)
      .map((event) => ({ ...event, at }))
      .map((event) => ({ before, event, ...advanceJourney(before, event) }));
  });
}

/**
 * Answered by the journey's own table alone and alike in every situation of a place: with words, or by keeping an
 * answer that nobody there waits for.
 */
const alikeAt = (state: JourneyState): ReadonlySet<string> => {
  const nodes = journey.resolveState(state)._nodes.filter(({ parent }) => parent);
  return new Set(keptOrTold.filter((type) => !nodes.some(({ transitions }) => transitions.has(type))));
};

const keptOrTold = [...journey.root.transitions.entries()]
  .filter(([type, ways]) => isLateAnswer(type) || ways.every(onlyTells))
  .map(([type]) => type);

function onlyTells({ target, guard, actions }: AnyTransitionDefinition): boolean {
  return !target && !guard && actions.slice(1).every(isTelling);
}

function isLateAnswer(type: string): boolean {
  return ["identity.verified", "card.found", "assessment.completed"].includes(type);
}

function isTelling(action: unknown): boolean {
  return typeof action === "object" && action !== null && "type" in action && action.type === "tell";
}

/** Loans and assessments stand for themselves by their ids. */
function nameOfEvent({ turnId: _, ...event }: StampedEvent): string {
  return JSON.stringify(event, (key, value) => (key === "loan" || key === "assessment" ? value?.id : value));
}

/** What a state is called: where the journey stands, and what it knows that decides the way on. */
export function nameOf({ value, context }: JourneyState): string {
  const path = journeyPath(value);
  return [path, ...traits(stageOf(path), context)].join(" ");
}

/** Only what decides the way on from a stage counts there: the rest would multiply states without telling more. */
function traits(stage: string, context: JourneyContext): string[] {
  const { request, repayment, processing, locale, wish, arrangements } = context;
  const { loans, repayable, limitUsed } = debtsOf(context);
  const debts: Traits = { [`loans-${loans}`]: loans > 0, "on-its-way": processing.length > 0 };
  const traitsOf: Record<string, () => Traits> = {
    welcoming: () => ({ "in-a-language": locale, [`wants-to-${wish}`]: wish }),
    idle: () => ({ ...debts, ...applicationOf(context), identified: false, "with-card": false }),
    checkingEligibility: () => ({
      ...applicationOf(context),
      "asks-for-too-much": Number(request.amount) > Number(limitOfOrdinary),
    }),
    quoting: () => ({
      [`lacks-${lackingIn(request).slice(0, 2).join("-and-")}`]: true,
      "limit-used": limitUsed,
      "above-the-cap": context.assessment?.dailyRate === "0.0007",
      owing: loans > 0,
    }),
    confirming: () => debts,
    reminding: () => ({ ...debts, "waits-for-staff": arrangements.extension?.decision === "waiting" }),
    repaying: () => ({
      ...debts,
      [`repayable-${repayable}`]: true,
      [`pays-${repayment?.kind}`]: repayment?.rail,
    }),
  };
  return Object.entries(traitsOf[stage]?.() ?? {}).flatMap(([name, holds]) => (holds ? [name] : []));
}

/** In the order in which they are asked for: what is asked for now, and next, decides the way on. */
const lackingIn = (request: LoanRequest): string[] =>
  (["amount", "installments", "method", "purpose"] as const).filter((slot) => request[slot] === undefined);

const limitOfOrdinary = assessmentOf("ordinary", "2016-02-10").limit;

type Traits = Record<string, unknown>;

const applicationOf = ({
  identity,
  card,
  creditAuthorised,
  assessment,
  request,
}: JourneyContext): Traits => ({
  identified: identity,
  "with-card": card,
  authorised: creditAuthorised,
  [`${assessment?.outcome}`]: assessment,
  "above-the-cap": assessment?.dailyRate === "0.0007",
  "has-a-request": Object.keys(request).length > 0,
});

interface Debts {
  loans: number;
  repayable: number;
  limitUsed: boolean;
}

/** Reckoned once for the same facts: the walk comes by them tens of thousands of times. */
function debtsOf(context: JourneyContext): Debts {
  const { loans, processing, assessment } = context;
  const known = reckoned.get(loans)?.get(processing);
  if (known && known.assessment === assessment) return known.debts;
  const debts = {
    loans: loans.length,
    repayable: repayableLoans(context).length,
    limitUsed: assessment?.outcome === "approved" && Number(freeLimit(context)) < 100,
  };
  const perLoans = reckoned.get(loans) ?? new WeakMap();
  reckoned.set(loans, perLoans.set(processing, { assessment, debts }));
  return debts;
}

const reckoned = new WeakMap<object, WeakMap<object, { assessment: unknown; debts: Debts }>>();
