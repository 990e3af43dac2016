/** The machines that can be inspected: a new one is a line here. */
import type { InspectedMachine } from "./registry/inspected-machine.ts";
import { inspectedJourney } from "./registry/journey.ts";
import { inspectedLoan } from "./registry/loan.ts";

export const machines: readonly InspectedMachine[] = [inspectedJourney, inspectedLoan];
