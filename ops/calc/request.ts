/** The shapes of what `calc` is asked, shared by its verbs. */
import { z } from "zod";
import { isCalendarDate } from "../../domain/calendar/dates.ts";
import { dayCounts } from "../../domain/calendar/day-count.ts";
import { roundings } from "../../domain/money/money.ts";
import {
  excessRules,
  interestEnds,
  parts,
  penaltyStarts,
  waterfallOrders,
} from "../../domain/product/conventions.ts";
import { countings } from "../../domain/product/interest-rule.ts";
import { amortisationMethods } from "../../domain/schedule/amortisation.ts";
import { shortened } from "./calc-error.ts";
import {
  choiceField,
  otherCountings,
  otherDayCounts,
  otherExcessRules,
  otherInterestEnds,
  otherMethods,
  otherRoundings,
} from "./choice.ts";
import { countFigure, figure, inCents, rateNotNegative, share, yuanFigure } from "./figure.ts";
import { frequency } from "./frequency-field.ts";

export const dateField = z
  .string("is not a date, YYYY-MM-DD")
  .refine(isCalendarDate, "is not a date, YYYY-MM-DD");

export const counting = choiceField(countings, otherCountings);

const yesOrNo = z.union(
  [
    z.boolean(),
    z.enum(["true", "yes", "false", "no"]).transform((text) => text === "true" || text === "yes"),
  ],
  "is neither true nor false",
);

/** How many installments. */
const several = countFigure(1, 1200);
const someOrNone = countFigure(0, 1200);

export const roundingShape = {
  rounding: choiceField(roundings, otherRoundings).default("half-up"),
  unit: inCents.default("0.01"),
};

export const loanShape = {
  principal: yuanFigure,
  dailyRate: rateNotNegative.optional(),
  annualRate: rateNotNegative.optional(),
  method: choiceField(amortisationMethods, otherMethods).default("level-payment"),
  installments: several.optional(),
  months: several.optional(),
  disbursed: dateField,
  frequency: frequency.default({ every: 1, unit: "month" }),
  firstDue: dateField.optional(),
  dayOfMonth: countFigure(1, 31).optional(),
  dueDates: z
    .array(dateField)
    .refine(({ length }) => length >= 1 && length <= 1200, "needs from one to 1200 dates")
    .optional(),
  dayCount: choiceField(dayCounts, otherDayCounts).default("actual/365"),
  equalMonths: yesOrNo.default(false),
  counting: counting.default("exclusive"),
  ...roundingShape,
  wholeUnit: z
    .union(
      [z.literal(true).transform(() => "1"), inCents],
      "is not a positive figure of at most two decimals",
    )
    .optional(),
  wholeRounding: choiceField(["nearest", "up"], { "half-up": "nearest" }).optional(),
  fixedInstallment: inCents.optional(),
  principalGrace: someOrNone.default(0),
  interestGrace: someOrNone.default(0),
  interestFree: someOrNone.default(0),
};

export const penaltyShape = {
  penaltyRate: rateNotNegative.default("0.0005"),
  graceDays: countFigure(0, 3650).default(0),
  graceFrom: choiceField(penaltyStarts).default("due-date"),
  penaltyCounting: counting.default("exclusive"),
  penaltyCap: share.optional(),
};

const kinds = ["due", "partial", "payoff"] as const;

/** "2016-03-10=2145.00:due", or the date, the amount and the kind as a list. */
function paymentOf(given: unknown): unknown {
  if (Array.isArray(given) && given.length <= 3) return listed(given);
  if (typeof given === "object" && given !== null && !Array.isArray(given)) return withOwnNames(given);
  if (typeof given !== "string") return given;
  const [figures = "", ...marks] = given.split(":");
  const flow = flowIn(figures);
  if (!flow) return given;
  const kinds = marks.filter((mark) => mark !== "reversed");
  return {
    ...flow,
    reversed: kinds.length < marks.length,
    ...(kinds.length > 0 && { kind: kinds.join(":") }),
  };
}

function listed([on, amount, kind]: unknown[]): object {
  return { on, amount, ...(kind !== undefined && { kind }) };
}

/** "2016-03-10=2145.00" */
function flowIn(text: string): { on: string; amount: string } | undefined {
  const [on = "", amount, ...more] = text.split("=");
  return amount === undefined || more.length > 0 ? undefined : { on, amount };
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
      on: dateField,
      amount: yuanFigure,
      kind: choiceField(kinds).default("partial"),
      reversed: yesOrNo.default(false),
    },
    notAnObject("is not DATE=AMOUNT, with :due, :partial, :payoff or :reversed after it"),
  ),
);

export const repaymentShape = {
  payments: z.array(payment).default([]),
  refunds: z
    .array(
      z.preprocess(
        datedFlowOf,
        z.strictObject({ on: dateField, amount: yuanFigure }, notAnObject("is not DATE=AMOUNT")),
      ),
    )
    .default([]),
  waterfall: z
    .array(choiceField(parts))
    .refine(
      (order) => new Set(order).size === parts.length && order.length === parts.length,
      "names each part once",
    )
    .default([...parts]),
  across: choiceField(waterfallOrders).default("installments"),
  excess: choiceField(excessRules, otherExcessRules).default("smaller"),
  interestUntil: choiceField(interestEnds, otherInterestEnds).default("value-date"),
  ...penaltyShape,
};

const mostFlows = 5000;

/** "8833.30x12" or 8833.3, each as often as it says; counted before any is read. */
export const amounts = z
  .array(z.union([z.number().transform(String), z.string()], "is not AMOUNT or AMOUNTxN"))
  .transform((texts, context) => {
    const repeated = texts.map(
      (text) => /^(.+?)(?:\s*[x*]\s*([1-9]\d{0,3}))?$/i.exec(text)?.slice(1) ?? [text],
    );
    const times = repeated.map(([, countFigure = "1"]) => Number(countFigure));
    if (times.reduce((total, countFigure) => total + countFigure, 0) > mostFlows) {
      context.addIssue({ code: "custom", message: `are more than ${mostFlows}` });
      return z.NEVER;
    }
    return repeated.flatMap(([amount], index) => {
      const read = figure.safeParse(amount);
      if (!read.success)
        context.addIssue({ code: "custom", message: `${shortened(texts[index])} is not AMOUNT or AMOUNTxN` });
      return Array<string>(times[index] ?? 1).fill(read.success ? read.data : "0");
    });
  });

const enough = (all: unknown[]): boolean => all.length >= 2 && all.length <= mostFlows;

/** Each change may bring a rate of its own, and all of them are looked for. */
const mostChanges = 100;
const steady = (all: string[]): boolean => {
  const signs = all.map((amount) => Math.sign(Number(amount))).filter((sign) => sign !== 0);
  return signs.filter((sign, index) => index > 0 && sign !== signs[index - 1]).length <= mostChanges;
};
const unsteady = `change their sign more than ${mostChanges} times`;

export const flows = amounts.refine(enough, "needs from two to 5000 flows").refine(steady, unsteady);

/** "2008-01-01=-10000", or the date and the amount as a pair. */
function datedFlowOf(given: unknown): unknown {
  if (Array.isArray(given) && given.length <= 2) return listed(given);
  if (typeof given === "object" && given !== null && !Array.isArray(given)) return withOwnNames(given);
  return typeof given === "string" ? (flowIn(given) ?? given) : given;
}

export const datedFlows = z
  .array(
    z.preprocess(
      datedFlowOf,
      z.strictObject({ on: dateField, amount: figure }, notAnObject("is not DATE=AMOUNT")),
    ),
  )
  .refine(enough, "needs from two to 5000 flows")
  .refine((all) => steady(inOrder(all).map(({ amount }) => amount)), unsteady);

function inOrder<Flow extends { on: string }>(all: readonly Flow[]): Flow[] {
  return all.toSorted((a, b) => a.on.localeCompare(b.on));
}
