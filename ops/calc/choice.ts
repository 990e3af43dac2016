/** Choices by their own names and by the other ones in use: "HALF_UP" is half-up, "act/360" is actual/360. */
import { z } from "zod";

/** Small letters, words joined by hyphens. */
function bare(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, "-");
}

export function choiceField<Name extends string>(
  names: readonly Name[],
  also: Record<string, Name> = {},
): z.ZodType<Name> {
  const known = new Map([
    ...names.map((name) => [name.toLowerCase(), name] as const),
    ...Object.entries(also),
  ]);
  return z.unknown().transform((given, context) => {
    const name = typeof given === "string" ? known.get(bare(given)) : undefined;
    if (name !== undefined) return name;
    context.addIssue({ code: "custom", message: `is none of ${names.join(", ")}` });
    return z.NEVER;
  }) as unknown as z.ZodType<Name>;
}

export const otherMethods = {
  level: "level-payment",
  annuity: "level-payment",
  "equal-payment": "level-payment",
  "equal-installment": "level-payment",
  "equal-installments": "level-payment",
  等额本息: "level-payment",
  "level-principal": "equal-principal",
  等额本金: "equal-principal",
  "interest-only": "interest-first",
  "interest-first-then-principal": "interest-first",
  先息后本: "interest-first",
  bullet: "pay-any-time",
  随借随还: "pay-any-time",
} as const;

export const otherRoundings = {
  "round-half-up": "half-up",
  nearest: "half-up",
  "round-half-even": "half-even",
  bankers: "half-even",
  "banker's": "half-even",
  "round-half-down": "half-down",
  "round-up": "up",
  ceiling: "up",
  ceil: "up",
  "round-down": "down",
  floor: "down",
  truncate: "down",
} as const;

export const otherDayCounts = {
  "act/365": "actual/365",
  "actual/365f": "actual/365",
  "act/365f": "actual/365",
  "actual/365-fixed": "actual/365",
  "act/360": "actual/360",
  "act/act": "actual/actual",
  "actual/actual-isda": "actual/actual",
  "30/360-us": "30/360",
  "30u/360": "30/360",
  "30/360u": "30/360",
  "bond-basis": "30/360",
  "30/360e": "30E/360",
  "30/360-e": "30E/360",
  "30/360-european": "30E/360",
  eurobond: "30E/360",
} as const;

export const otherCountings = { both: "inclusive", "both-ends": "inclusive" } as const;

export const otherInterestEnds = {
  day: "value-date",
  "to-the-day": "value-date",
  "payoff-date": "value-date",
  period: "period-end",
  "end-of-period": "period-end",
  "full-period": "period-end",
} as const;

export const otherExcessRules = {
  "next-installment": "next",
  "last-installment": "last",
  "fewer-installments": "fewer",
  shorten: "fewer",
  "smaller-installments": "smaller",
  reduce: "smaller",
} as const;
