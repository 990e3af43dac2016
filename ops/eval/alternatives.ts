import type { JourneyEvent } from "../../machines/journey-events.ts";

/** Whether an event asks back what was meant. */
export const isAlternatives = (
  event: JourneyEvent,
): event is Extract<JourneyEvent, { type: "unclear" | "also" }> =>
  event.type === "unclear" || event.type === "also";
