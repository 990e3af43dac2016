/** What the page and its server say to each other, as JSON. */

import type { SvgNode } from "../../bot/media/svg-node.ts";
import type { OperationName } from "../../partners/operations.ts";
import type { ChartState, ChartTransition } from "../chart/read-chart.ts";
import type { Findings } from "../checks.ts";
import type { Coverage } from "../coverage/coverage.ts";
import type { Offers, Origin } from "../registry/inspected-machine.ts";
import type { Actor } from "../session/tell-step.ts";
import type { Change } from "../stepping/diff.ts";
import type { Cause, Performed, Trace } from "../stepping/world.ts";

/** Of a zod schema, as JSON Schema has it; the page makes a form of it. */
export interface FieldSchema {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  default?: unknown;
  anyOf?: FieldSchema[];
  properties?: Record<string, FieldSchema>;
  required?: string[];
  items?: FieldSchema;
  format?: string;
  minimum?: number;
  maximum?: number;
}

export interface MachineSummary {
  id: string;
  speaks: boolean;
  start: FieldSchema;
  events: { type: string; origin: Origin; schema: FieldSchema }[];
}

export interface FigureView {
  id: string;
  title: string;
  width: number;
  height: number;
  drawing: SvgNode;
}

export interface ChartView {
  figures: FigureView[];
  transitions: ChartTransition[];
  /** What each state is, parents first. */
  states: Pick<ChartState, "id" | "name" | "description" | "tags" | "meta">[];
  findings: Findings;
  /** Absent until `npm run coverage:machines` has run. */
  coverage?: Coverage;
}

export interface StepSummary {
  id: number;
  parent: number | null;
  actor: Actor;
  words: string;
  path: string;
  cause: Cause;
}

export interface PossibleEvent {
  type: string;
  origin: Origin;
  /** The id of the state that hears it: the innermost first. */
  heardBy: string;
  /** With the suggested payload; absent where a payload is needed that only a tester can give. */
  possible?: boolean;
  suggestion: Record<string, unknown>;
}

export interface StepView extends StepSummary {
  /** Ids of the states that are active, parents first. */
  active: string[];
  /** The clock, ISO 8601. */
  at: string;
  traces: Trace[];
  effects: Performed["effects"];
  changes: Change[];
  context: Record<string, unknown>;
  reply?: Performed["reply"];
  /** The last reply up to here: what the borrower looks at. */
  onScreen?: Performed["reply"];
  offers: Offers;
  events: PossibleEvent[];
}

export interface SessionView {
  id: string;
  machine: string;
  steps: StepSummary[];
  current: StepView;
}

export interface PictureView {
  width: number;
  height: number;
  /** A whole file. */
  svg: string;
}

export interface LiveConversation {
  id: string;
  channel: string;
  stage: string;
  seq: number;
  begunAt: string;
}

/** A running conversation, masked. */
export interface LiveView {
  id: string;
  channel: string;
  path: string;
  active: string[];
  seq: number;
  /** Where its last buttons were shown; 0 before the first reply. */
  shownSeq: number;
  /** How far its own clock is ahead. */
  clockOffsetMs: number;
  /** Only then may it be acted in. */
  sandbox: boolean;
  context: Record<string, unknown>;
  /** What partners may be made to answer, and what was chosen; null: as the persona. */
  answers: { asked: OperationName; choices: string[]; chosen: string | null }[];
  onScreen?: Performed["reply"];
}
