/** The shapes of what `calc` is asked, shared by its verbs. */
import { z } from "zod";
import { amortisationMethods } from "../../domain/amortisation.ts";
import {
  excessRules,
  interestEnds,
  parts,
  penaltyStarts,
  waterfallOrders,
} from "../../domain/conventions.ts";
import { isCalendarDate } from "../../domain/dates.ts";
import { dayCounts } from "../../domain/day-count.ts";
import { countings } from "../../domain/interest-rule.ts";
import { roundings } from "../../domain/money.ts";
import {
  choice,
  otherCountings,
  otherDayCounts,
  otherExcessRules,
  otherInterestEnds,
  otherMethods,
  otherRoundings,
} from "./choice.ts";
import { count, figure, positive, rateNotNegative, yuan } from "./figure.ts";
import { frequency } from "./frequency-field.ts";

export const date = z.string("is not a date, YYYY-MM-DD").refine(isCalendarDate, "is not a date, YYYY-MM-DD");

export const counting = choice(countings, otherCountings);

const yesOrNo = z.union(
  [
    z.boolean(),
    z.enum(["true", "yes", "false", "no"]).transform((text) => text === "true" || text === "yes"),
  ],
  "is neither true nor false",
);

/** How many installments: at least one. */
const several = count.refine((value) => value >= 1 && value <= 1200, "is not between 1 and 1200");

export const roundingShape = {
  rounding: choice(roundings, otherRoundings).default("half-up"),
  unit: positive.default("0.01"),
};

export const loanShape = {
  principal: yuan,
  dailyRate: rateNotNegative.optional(),
  annualRate: rateNotNegative.optional(),
  method: choice(amortisationMethods, otherMethods).default("level-payment"),
  installments: several.optional(),
  months: several.optional(),
  disbursed: date,
  frequency: frequency.default({ every: 1, unit: "month" }),
  firstDue: date.optional(),
  dayOfMonth: count.refine((day) => day >= 1 && day <= 31, "is not between 1 and 31").optional(),
  dueDates: z
    .array(date)
    .refine(({ length }) => length >= 1 && length <= 1200, "needs from one to 1200 dates")
    .optional(),
  dayCount: choice(dayCounts, otherDayCounts).default("actual/365"),
  equalMonths: yesOrNo.default(false),
  counting: counting.default("exclusive"),
  ...roundingShape,
  wholeUnit: z
    .union([z.literal(true).transform(() => "1"), positive], "is not a figure that is positive")
    .optional(),
  wholeRounding: choice(["nearest", "up"], { "half-up": "nearest" }).optional(),
  fixedInstallment: positive.optional(),
  principalGrace: count.default(0),
  interestGrace: count.default(0),
  interestFree: count.default(0),
};

export const penaltyShape = {
  penaltyRate: rateNotNegative.default("0.0005"),
  graceDays: count.default(0),
  graceFrom: choice(penaltyStarts).default("due-date"),
  penaltyCounting: counting.default("exclusive"),
  penaltyCap: rateNotNegative.optional(),
};

const kinds = ["due", "partial", "payoff"] as const;

/** "2016-03-10=2145.00:due", or the date and the amount as a pair. */
function paymentOf(given: unknown): unknown {
  if (Array.isArray(given)) return { on: given[0], amount: given[1] };
  if (typeof given === "object" && given !== null) return withOwnNames(given);
  if (typeof given !== "string") return given;
  const [figures = "", ...marks] = given.split(":");
  const [on, amount] = figures.split("=");
  const kind = marks.find((mark) => mark !== "reversed");
  return { on, amount, reversed: marks.includes("reversed"), ...(kind !== undefined && { kind }) };
}

/** `date` will do for `on`, and `type` for `kind`. */
function withOwnNames(given: object): object {
  const { date: on, type: kind, ...rest } = given as { date?: unknown; type?: unknown };
  return { ...(on !== undefined && { on }), ...(kind !== undefined && { kind }), ...rest };
}

/** Said of what is not an object at all; about its fields they complain themselves. */
const notAnObject = (complaint: string) => ({
  error: ({ code }: { code: string }) => (code === "invalid_type" ? complaint : undefined),
});

const payment = z.preprocess(
  paymentOf,
  z.strictObject(
    {
      on: date,
      amount: yuan,
      kind: choice(kinds).default("partial"),
      reversed: z.boolean("is neither true nor false").default(false),
    },
    notAnObject("is not DATE=AMOUNT"),
  ),
);

export const repaymentShape = {
  payments: z.array(payment).default([]),
  waterfall: z
    .array(choice(parts))
    .refine(
      (order) => new Set(order).size === parts.length && order.length === parts.length,
      "names each part once",
    )
    .default([...parts]),
  across: choice(waterfallOrders).default("installments"),
  excess: choice(excessRules, otherExcessRules).default("smaller"),
  interestUntil: choice(interestEnds, otherInterestEnds).default("value-date"),
  ...penaltyShape,
};

/** "8833.30x12" or 8833.3, each as often as it says. */
export const amounts = z
  .array(z.union([z.number().transform(String), z.string()], "is not AMOUNT or AMOUNTxN"))
  .transform((texts, context) =>
    texts.flatMap((text) => {
      const [, amount = "", times = "1"] = /^(.+?)(?:\s*[x*]\s*([1-9]\d{0,3}))?$/i.exec(text) ?? [];
      const read = figure.safeParse(amount);
      if (!read.success) context.addIssue({ code: "custom", message: `${text} is not AMOUNT or AMOUNTxN` });
      return Array<string>(Number(times)).fill(read.success ? read.data : "0");
    }),
  );

const enough = (all: unknown[]): boolean => all.length >= 2 && all.length <= 5000;

export const flows = amounts.refine(enough, "needs from two to 5000 flows");

/** "2008-01-01=-10000", or the date and the amount as a pair. */
function datedFlowOf(given: unknown): unknown {
  if (Array.isArray(given)) return { on: given[0], amount: given[1] };
  if (typeof given === "object" && given !== null) return withOwnNames(given);
  if (typeof given !== "string") return given;
  const [on, amount] = given.split("=");
  return { on, amount };
}

export const datedFlows = z
  .array(
    z.preprocess(
      datedFlowOf,
      z.strictObject({ on: date, amount: figure }, notAnObject("is not DATE=AMOUNT")),
    ),
  )
  .refine(enough, "needs from two to 5000 flows");
