/** The shapes of what `calc` is asked, shared by its verbs. Figures may be JSON numbers or strings. */
import { z } from "zod";
import { amortisationMethods } from "../../domain/amortisation.ts";
import { excessRules, parts } from "../../domain/conventions.ts";
import { isCalendarDate } from "../../domain/dates.ts";
import { dayCounts } from "../../domain/day-count.ts";
import { roundings, toCents } from "../../domain/money.ts";

export const figure = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((text) => /^-?\d+(\.\d+)?$/.test(text), { error: "is not a plain figure", abort: true });

export const positive = figure.refine((text) => Number(text) > 0, { error: "must be positive", abort: true });

/** Yuan with at most two decimals, as "3000.00". */
const yuan = positive
  .refine((text) => /^\d+(\.\d{1,2})?$/.test(text), "has more than two decimals")
  .transform((text) => toCents(text, "down"));

export const date = z.string().refine(isCalendarDate, "is not a date, YYYY-MM-DD");

const count = z.coerce.number().int().min(0);

const counting = z.enum(["exclusive", "inclusive"]);

/** "14-days" -> every 14 days. */
const frequency = z
  .string()
  .regex(/^(monthly|weekly|[1-9]\d*-(days|weeks|months))$/, "is monthly, weekly, N-days, N-weeks or N-months")
  .transform((text) => {
    if (text === "monthly") return { every: 1, unit: "month" as const };
    if (text === "weekly") return { every: 1, unit: "week" as const };
    const [every, unit] = text.split("-");
    const units = { days: "day", weeks: "week", months: "month" } as const;
    return { every: Number(every), unit: units[unit as keyof typeof units] };
  });

export const loanShape = {
  principal: yuan,
  dailyRate: figure.optional(),
  annualRate: figure.optional(),
  method: z.enum(amortisationMethods).default("level-payment"),
  installments: count.min(1).max(1200).optional(),
  disbursed: date,
  frequency: frequency.default({ every: 1, unit: "month" }),
  firstDue: date.optional(),
  dayOfMonth: count.min(1).max(31).optional(),
  dueDates: z.array(date).min(1).max(1200).optional(),
  dayCount: z.enum(dayCounts).default("actual/365"),
  equalMonths: z.boolean().default(false),
  counting: counting.default("exclusive"),
  rounding: z.enum(roundings).default("half-up"),
  unit: positive.default("0.01"),
  wholeUnit: positive.optional(),
  wholeRounding: z.enum(["nearest", "up"]).default("nearest"),
  fixedInstallment: positive.optional(),
  principalGrace: count.default(0),
  interestGrace: count.default(0),
  interestFree: count.default(0),
};

export const penaltyShape = {
  penaltyRate: figure.default("0.0005"),
  graceDays: count.default(0),
  graceFrom: z.enum(["due-date", "grace-end"]).default("due-date"),
  penaltyCounting: counting.default("exclusive"),
  penaltyCap: figure.optional(),
};

const kinds = ["due", "partial", "payoff"] as const;

/** "2016-03-10=2145.00:due" */
function paymentOf(given: unknown): unknown {
  if (typeof given !== "string") return given;
  const [figures = "", ...marks] = given.split(":");
  const [on, amount] = figures.split("=");
  const kind = marks.find((mark) => mark !== "reversed");
  return { on, amount, reversed: marks.includes("reversed"), ...(kind !== undefined && { kind }) };
}

const payment = z.preprocess(
  paymentOf,
  z.object({
    on: date,
    amount: yuan,
    kind: z.enum(kinds).default("partial"),
    reversed: z.boolean().default(false),
  }),
);

export const repaymentShape = {
  payments: z.array(payment).default([]),
  waterfall: z
    .array(z.enum(parts))
    .refine(
      (order) => new Set(order).size === parts.length && order.length === parts.length,
      "names each part once",
    )
    .default([...parts]),
  across: z.enum(["installments", "parts"]).default("installments"),
  excess: z.enum(excessRules).default("smaller"),
  interestUntil: z.enum(["value-date", "period-end"]).default("value-date"),
  ...penaltyShape,
};

/** "8833.30x12" or 8833.3 */
export const flows = z
  .array(z.union([z.number().transform(String), z.string()]))
  .min(2, "needs at least two flows")
  .transform((texts, context) => {
    const parsed = texts.flatMap((text) => {
      const match = /^(-?\d+(?:\.\d+)?)(?:x([1-9]\d{0,3}))?$/.exec(text);
      if (!match) context.addIssue({ code: "custom", message: `${text} is not AMOUNT or AMOUNTxN` });
      return Array.from({ length: Number(match?.[2] ?? 1) }, () => match?.[1] ?? "0");
    });
    return parsed;
  });

/** "2008-01-01=-10000" */
function datedFlowOf(given: unknown): unknown {
  if (typeof given !== "string") return given;
  const [on, amount] = given.split("=");
  return { on, amount };
}

export const datedFlows = z
  .array(z.preprocess(datedFlowOf, z.object({ on: date, amount: figure })))
  .min(2, "needs at least two flows");
