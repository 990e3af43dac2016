/** Reads a session's file (inspector/session/write-session.ts): everything is gone through again. */
import { z } from "zod";
import { findMachine, type InspectedMachines } from "../registry/inspected-machine.ts";
import { CauseRefused, steppingRefusals } from "../stepping/refusals.ts";
import type { Cause } from "../stepping/world.ts";
import { pathOf } from "./path.ts";
import { beginSession, type Session, takeStep } from "./session.ts";

const causeSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("begin"), start: z.unknown() }),
  z.object({ kind: z.literal("text"), text: z.string() }),
  z.object({ kind: z.literal("press"), label: z.string() }),
  z.object({ kind: z.literal("answer"), key: z.string(), answer: z.string() }),
  z.object({ kind: z.literal("deadline"), key: z.string() }),
  z.object({ kind: z.literal("clock"), to: z.string() }),
  z.object({ kind: z.literal("event"), event: z.looseObject({ type: z.string() }) }),
]);
export const stepCauseSchema: z.ZodType<Exclude<Cause, { kind: "begin" }>> = causeSchema.transform(
  (cause, ctx) => {
    if (cause.kind !== "begin") return cause;
    ctx.addIssue({ code: "custom", message: "a session begins once" });
    return z.NEVER;
  },
);

const fileSchema = z.object({
  inspector: z.literal(1),
  machine: z.string(),
  steps: z
    .array(z.object({ parent: z.int().min(0).nullable(), cause: causeSchema, path: z.string() }))
    .min(1)
    .max(5_000),
});
export type SessionFile = z.infer<typeof fileSchema>;

/** Throws CauseRefused, naming the step, when the machine now goes another way than when it was saved. */
export async function readSession(stored: unknown, machines: InspectedMachines): Promise<Session> {
  const parsed = fileSchema.safeParse(stored);
  const machine = parsed.success ? findMachine(machines, parsed.data.machine) : undefined;
  if (!parsed.success || !machine) throw new CauseRefused(steppingRefusals.noSession());
  const [first, ...later] = parsed.data.steps;
  if (first?.cause.kind !== "begin") throw new CauseRefused(steppingRefusals.noBeginning());
  const session = beginSession(machine, first.cause.start);
  assertPath(session, 0, first.path);
  for (const [index, { parent, cause, path }] of later.entries()) {
    if (cause.kind === "begin" || parent === null) throw new CauseRefused(steppingRefusals.noBeginning());
    await takeStep(session, parent, cause);
    assertPath(session, index + 1, path);
  }
  return session;
}

function assertPath({ steps }: Session, id: number, path: string): void {
  const step = steps[id];
  const now = step ? pathOf(step.world.value) : "nowhere";
  if (now !== path) throw new CauseRefused(steppingRefusals.wentElsewhere(id, path, now));
}
