/** A tester's session: a tree of steps, each made by a cause from the one before it. Nothing of it is stored. */
import type { InspectedMachine } from "../registry/inspected-machine.ts";
import { type Change, diff } from "../stepping/diff.ts";
import { CauseRefused, steppingRefusals } from "../stepping/refusals.ts";
import type { Cause, Performed } from "../stepping/world.ts";

export interface Step extends Performed {
  id: number;
  parent: number | null;
  cause: Cause;
  /** What changed in the context. */
  changes: Change[];
}

export interface Session {
  machine: InspectedMachine;
  /** By id; the first is the beginning. */
  steps: Step[];
}

/** Throws CauseRefused when the start is not of the machine's form. */
export function beginSession(machine: InspectedMachine, start: unknown): Session {
  const first = machine.begin(start);
  const cause: Cause = { kind: "begin", start };
  return { machine, steps: [{ ...first, id: 0, parent: null, cause, changes: [] }] };
}

/** Throws CauseRefused. */
export function stepOf({ steps }: Session, id: number): Step {
  const step = steps[id];
  if (!step) throw new CauseRefused(steppingRefusals.noStep());
  return step;
}

/** The same cause from the same step is the same step. Throws CauseRefused. */
export async function takeStep(
  session: Session,
  from: number,
  cause: Exclude<Cause, { kind: "begin" }>,
): Promise<Step> {
  const before = stepOf(session, from);
  const known = session.steps.find(
    (step) => step.parent === from && JSON.stringify(step.cause) === JSON.stringify(cause),
  );
  if (known) return known;
  const performed = await session.machine.perform(before.world, cause);
  const changes = diff(before.world.context, performed.world.context);
  const step: Step = { ...performed, id: session.steps.length, parent: from, cause, changes };
  session.steps.push(step);
  return step;
}

/** More follows of itself than any journey has: reaching it is a bug. */
const mostFollowing = 200;

/**
 * Lets happen what the running assistant would: the sandbox answers, and what came due fires. The steps taken. `held`:
 * commands that nobody answers yet.
 */
export async function follow(
  session: Session,
  from: number,
  held: ReadonlySet<string> = new Set(),
): Promise<Step[]> {
  const taken: Step[] = [];
  for (let at = from; taken.length < mostFollowing; ) {
    const { deadlines, answers } = await session.machine.offers(stepOf(session, at).world);
    const next =
      answers.find(({ command }) => !held.has(command))?.choices[0] ?? deadlines.find(({ due }) => due);
    if (!next || next.cause.kind === "begin") return taken;
    const step = await takeStep(session, at, next.cause);
    taken.push(step);
    at = step.id;
  }
  throw new Error("what follows of itself has no end");
}

/** From the beginning to a step. */
export function wayTo(session: Session, id: number): Step[] {
  const step = stepOf(session, id);
  return step.parent === null ? [step] : [...wayTo(session, step.parent), step];
}
