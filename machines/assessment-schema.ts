/** An assessment and what it rests on, as events and snapshots carry it. Amounts in yuan. */
import { z } from "zod";
import type { RefusalReason, ScoredDimension } from "../domain/eligibility/assessment.ts";

const money = z.string();

/** Reasons are checked by their code only: each code's own figures are written by domain/ alone. */
export const reasonSchema: z.ZodType<RefusalReason> = z.custom<RefusalReason>(
  (reason) => typeof reason === "object" && reason !== null && "code" in reason,
);
const dimensionSchema: z.ZodType<ScoredDimension> = z.custom<ScoredDimension>(
  (dimension) => typeof dimension === "object" && dimension !== null && "score" in dimension,
);
export const assessmentSchema = z.object({
  id: z.string(),
  productId: z.string(),
  decidedOn: z.string(),
  validUntil: z.string(),
  outcome: z.enum(["approved", "refused"]),
  score: z.string(),
  dimensions: z.array(dimensionSchema),
  tier: z.enum(["high-activity", "regular", "low-frequency"]),
  limit: money,
  dailyRate: z.string(),
  annualRate: z.string(),
  reasons: z.array(reasonSchema),
  sharing: z.object({ granted: money, usedElsewhere: money }).optional(),
});
/** What a person has to live on a month and has put by, as the authorised report shows it. Yuan. */
export const meansSchema = z.object({ monthly: money, savings: money });
