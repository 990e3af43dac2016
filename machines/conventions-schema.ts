/** How a quote or a loan is reckoned, as snapshots and events carry it. */
import { z } from "zod";
import { dayCounts } from "../domain/calendar/day-count.ts";
import { roundings } from "../domain/money/money.ts";
import {
  excessRules,
  houseConventions,
  interestEnds,
  type LoanConventions,
  parts,
  penaltyBases,
  penaltyStarts,
  waterfallOrders,
} from "../domain/product/conventions.ts";
import { countings } from "../domain/product/interest-rule.ts";

const decimal = z.string().regex(/^\d+(\.\d+)?$/);
const counting = z.enum(countings);

const penaltySchema = z.object({
  dailyRate: decimal,
  graceDays: z.int().nonnegative(),
  startsFrom: z.enum(penaltyStarts),
  counting,
  base: z.enum(penaltyBases).optional(),
  cap: decimal.optional(),
});

/** Snapshots from before quotes stated their conventions hold loans of the house's. */
export const conventionsSchema = z
  .object({
    dayCount: z.enum(dayCounts),
    counting,
    rounding: z.object({ mode: z.enum(roundings), unit: decimal }),
    repayment: z.object({
      waterfall: z.object({ order: z.array(z.enum(parts)).readonly(), across: z.enum(waterfallOrders) }),
      excess: z.enum(excessRules),
      interestUntil: z.enum(interestEnds),
      penalty: penaltySchema,
    }),
    contactDays: z.object({ sms: z.int(), call: z.int(), letter: z.int() }).optional(),
  })
  .default(houseConventions) satisfies z.ZodType<LoanConventions>;
