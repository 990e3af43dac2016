/** How often: by name, "14-days", or {"every": 14, "unit": "days"}. */
import { z } from "zod";
import type { Frequency } from "../../domain/calendar/frequency.ts";

const named: Record<string, Frequency> = {
  daily: { every: 1, unit: "day" },
  weekly: { every: 1, unit: "week" },
  biweekly: { every: 2, unit: "week" },
  fortnightly: { every: 2, unit: "week" },
  semimonthly: { every: 1, unit: "half-month" },
  "twice-monthly": { every: 1, unit: "half-month" },
  monthly: { every: 1, unit: "month" },
  quarterly: { every: 3, unit: "month" },
  "half-yearly": { every: 6, unit: "month" },
  semiannual: { every: 6, unit: "month" },
  yearly: { every: 12, unit: "month" },
  annual: { every: 12, unit: "month" },
};

const units: Record<string, Frequency> = {
  d: { every: 1, unit: "day" },
  w: { every: 1, unit: "week" },
  m: { every: 1, unit: "month" },
  y: { every: 12, unit: "month" },
};

export const frequency: z.ZodType<Frequency> = z.unknown().transform((given, context) => {
  const found = frequencyOf(given);
  if (found) return found;
  const known = "is monthly, semimonthly, weekly, N-days, N-weeks or N-months";
  context.addIssue({ code: "custom", message: known });
  return z.NEVER;
});

function frequencyOf(given: unknown): Frequency | undefined {
  if (typeof given === "object" && given !== null && "every" in given && "unit" in given)
    return frequencyOf(`${String(given.every)}-${String(given.unit)}`);
  if (typeof given !== "string") return undefined;
  const text = given.trim().toLowerCase();
  const [, times, unit = ""] =
    /^(?:every[-\s]?)?(\d{1,4})[-_\s]?(d|w|m|y)(?:ays?|eeks?|onths?|ears?)?$/.exec(text) ?? [];
  const every = Number(times);
  const one = units[unit];
  return one && every > 0
    ? { every: every * one.every, unit: one.unit }
    : named[text.replaceAll(/[\s_]+/g, "-")];
}
