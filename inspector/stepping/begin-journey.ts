import { z } from "zod";
import { journey, startJourney } from "../../machines/journey.ts";
import { traceBeginning } from "./trace.ts";
import type { Performed, World } from "./world.ts";

/** What a stepped conversation begins with; null: the first words tell the language. */
export const journeyStart = z.object({
  locale: z.enum(["zh-CN", "en"]).nullable().default("zh-CN"),
  at: z.iso.datetime({ offset: true }).default("2016-02-10T10:00:00+08:00"),
});

export function beginJourney(start: unknown): Performed {
  const { locale, at: given } = journeyStart.parse(start);
  const at = new Date(given).toISOString();
  const input = { applicantId: "applicant", locale, sandbox: true, persona: null, at };
  const { value, context } = startJourney(input);
  const empty = { commands: [], deadlines: [], loans: [], begun: [] };
  const world: World = { value, context: { ...context }, at, turn: 0, shownSeq: 0, ...empty };
  return { world, traces: [traceBeginning(journey, input)], effects: [] };
}
