/** Everything a stepped machine stands in: its own state, and what the shell around it would be keeping. */
import type { StateValue } from "xstate";
import type { Locale } from "../../domain/language/languages.ts";
import type { Loan, Repayment } from "../../domain/loan/loan-position.ts";
import type { Command } from "../../machines/commands.ts";
import type { Deadline, Effect } from "../../machines/effects.ts";

export type SetDeadline = Extract<Deadline, { deadline: "set" }>;

/** A repayment that was confirmed, until it is booked or refused. */
export type WorldRepayment = Pick<Repayment, "id" | "kind" | "amount" | "rail"> & {
  loanId: string;
  confirmedAt: string;
};

export interface World {
  value: StateValue;
  context: Record<string, unknown>;
  /** The clock, ISO 8601. */
  at: string;
  /** Counts what has happened; ids are made of it. */
  turn: number;
  /** The sequence to which the buttons now on screen are bound; 0 before the first reply. */
  shownSeq: number;
  /** Asked of partners and not yet answered, oldest first. */
  commands: Command[];
  /** Earliest first. */
  deadlines: SetDeadline[];
  /** As the books have them, signed or paid out. */
  loans: Loan[];
  begun: WorldRepayment[];
}

/** What somebody or something does to a machine. */
export type Cause =
  /** The first of every session. */
  | { kind: "begin"; start: unknown }
  /** A borrower writes; a line that begins with "/" is a command. */
  | { kind: "text"; text: string }
  /** A borrower presses a button of the last reply. */
  | { kind: "press"; label: string }
  /** A partner answers the command of that key; `answer` is the id of one that it may give. */
  | { kind: "answer"; key: string; answer: string }
  /** The deadline of that key fires, at its own time. */
  | { kind: "deadline"; key: string }
  /** The clock moves; what came due waits to be fired. */
  | { kind: "clock"; to: string }
  /** An event as such. */
  | { kind: "event"; event: { type: string } & Record<string, unknown> };

export interface GuardAnswer {
  guard: string;
  params?: unknown;
  holds: boolean;
}

/** One event and what the machine made of it. */
export interface Trace {
  event: { type: string } & Record<string, unknown>;
  /** Ids of the transitions taken (inspector/chart/read-chart.ts), those that follow of themselves included. */
  transitions: string[];
  /** In the order in which they were asked. */
  guards: GuardAnswer[];
}

/** What is shown, by language: as a rule an `Outbound`. */
export type Reply = Partial<Record<Locale, unknown>>;

export interface Performed {
  world: World;
  traces: Trace[];
  effects: Effect[];
  /** What the borrower is shown, in every language; absent when nothing is said. */
  reply?: Reply;
}
