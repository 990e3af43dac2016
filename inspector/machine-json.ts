import type { AnyStateMachine } from "xstate";

/** A machine's config as plain JSON. */
export function machineJson(machine: AnyStateMachine): Record<string, unknown> {
  const { context, ...config } = machine.config;
  const plain = JSON.parse(JSON.stringify(config)) as Record<string, unknown>;
  return typeof context === "function" || context === undefined ? plain : { ...plain, context };
}
