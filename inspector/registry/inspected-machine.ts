/** What the inspector has to know of a machine, beyond the machine itself. */
import type { AnyStateMachine } from "xstate";
import type { z } from "zod";
import type { Sender } from "../../machines/events/definition.ts";
import type { Cause, Performed, World } from "../stepping/world.ts";

/** Who sends an event. */
export type Origin = Sender | "system";

export interface EventForm {
  type: string;
  origin: Origin;
  schema: z.ZodType;
}

/** One thing that a tester may choose, with the cause that it is. */
export interface Offer {
  /** Tells it from the others of its list. */
  id: string;
  label: string;
  cause: Cause;
}

export interface Offers {
  /** What the last reply shows. */
  buttons: Offer[];
  /** What each waiting partner may answer, the sandbox's own answer first. */
  answers: { command: string; key: string; choices: Offer[] }[];
  deadlines: (Offer & { at: string; due: boolean })[];
}

export interface InspectedMachine {
  id: string;
  machine: AnyStateMachine;
  events: readonly EventForm[];
  /** What a session begins with. */
  start: z.ZodType;
  begin(start: unknown): Performed;
  /** Throws CauseRefused. */
  perform(world: World, cause: Exclude<Cause, { kind: "begin" }>): Promise<Performed>;
  offers(world: World): Promise<Offers>;
  /** Values with which an event makes sense now, by the names of its fields. */
  suggest(world: World, type: string): Record<string, unknown>;
  /** True where a borrower writes and partners answer. */
  speaks: boolean;
}

export type InspectedMachines = readonly InspectedMachine[];

export const findMachine = (machines: InspectedMachines, id: string): InspectedMachine | undefined =>
  machines.find((one) => one.id === id);
