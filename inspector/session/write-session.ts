/** A session as a file: what was done, and where it led. Everything else is worked out again when it is read. */
import type { Cause } from "../stepping/world.ts";
import type { SessionFile } from "./session-file.ts";

export interface WrittenSession {
  /** The machine's id. */
  machine: string;
  steps: readonly { parent: number | null; cause: Cause; path: string }[];
}

export const writeSession = ({ machine, steps }: WrittenSession): SessionFile => ({
  inspector: 1,
  machine,
  steps: steps.map(({ parent, cause, path }) => ({ parent, cause, path })) as SessionFile["steps"],
});
