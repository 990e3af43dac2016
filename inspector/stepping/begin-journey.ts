import { z } from "zod";
import { defaultLocale, locales } from "../../domain/language/languages.ts";
import { journey, startJourney } from "../../machines/journey.ts";
import { journeyContextSchema } from "../../machines/journey-context.ts";
import { loanSchema } from "../../machines/loan-schema.ts";
import { instantField } from "../shanghai-time.ts";
import { checked, instantOf } from "./checked.ts";
import { inEveryLanguage } from "./in-every-language.ts";
import { isCopy } from "./is-copy.ts";
import { CauseRefused, steppingRefusals } from "./refusals.ts";
import { traceBeginning } from "./trace.ts";
import type { Performed, World } from "./world.ts";

/** What a stepped conversation begins with; null: the first words tell the language. */
export const journeyStart = z.object({
  locale: z.enum(locales).nullable().default(defaultLocale),
  at: instantField.default("2016-02-10T10:00:00+08:00"),
});

/** A copy of a running conversation, as inspector/live/copy-live.ts makes it. */
const copySchema = z.object({
  copy: z.object({
    value: z.union([z.string(), z.record(z.string(), z.unknown())]),
    context: journeyContextSchema,
    at: z.iso.datetime({ offset: true }),
    turn: z.int().min(0),
    shownSeq: z.int().min(0),
    commands: z.array(z.looseObject({ command: z.string(), key: z.string() })),
    deadlines: z.array(z.looseObject({ key: z.string(), at: z.string() })),
    loans: z.array(loanSchema),
    begun: z.array(z.looseObject({ id: z.string(), loanId: z.string() })),
  }),
});

export function beginJourney(start: unknown): Performed {
  if (isCopy(start)) return beginCopy(start);
  const { locale, at: given } = checked(journeyStart, start);
  const at = instantOf(given);
  const input = { borrowerId: "borrower", locale, sandbox: true, persona: null, at };
  const { value, context } = startJourney(input);
  const empty = { commands: [], deadlines: [], loans: [], begun: [] };
  const world: World = { value, context: { ...context }, at, turn: 0, shownSeq: 0, ...empty };
  return { world, traces: [traceBeginning(journey, input)], effects: [] };
}

function beginCopy(start: unknown): Performed {
  const { copy } = checked(copySchema, start);
  const world = copy as unknown as World;
  try {
    journey.resolveState({ value: world.value, context: copy.context });
  } catch {
    throw new CauseRefused(steppingRefusals.noSession());
  }
  const state = { value: world.value, context: copy.context };
  const { shownSeq } = world;
  return { world, traces: [], effects: [], ...(shownSeq > 0 && { reply: inEveryLanguage(state, shownSeq) }) };
}
