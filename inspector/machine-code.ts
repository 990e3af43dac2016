import type { AnyStateMachine } from "xstate";
import { machineJson } from "./machine-json.ts";

/**
 * A machine as the code that Stately Studio imports (a `createMachine()` call; stately.ai/docs/import-from-code), which
 * takes no bare JSON.
 */
export const machineCode = (machine: AnyStateMachine): string =>
  `import { createMachine } from "xstate";\n\nexport const machine = createMachine(${JSON.stringify(machineJson(machine), null, 2)});\n`;
