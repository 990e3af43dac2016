/** The plain warning before a quote that makes a month's burden too heavy. */
import { HEAVY_SHARE } from "../../../domain/affordability/burden.ts";
import { burdenOf } from "../answers/assessment/health.ts";
import type { Scope } from "../stage-view.ts";
import { percent } from "./figures.ts";

/** Undefined while the burden is light, or the means are not known. */
export function burdenWarning(scope: Scope): string | undefined {
  const { m, context } = scope;
  const { verdict, heaviest, tippedByProposal } = burdenOf(scope);
  if ((verdict !== "too-heavy" && verdict !== "tight") || !heaviest?.share || !context.means)
    return undefined;
  const { burden, month } = m.scoring;
  return burden[verdict === "tight" ? "tight" : "heavy"]({
    month: month(heaviest.month),
    total: heaviest.total,
    share: percent(heaviest.share, 0),
    line: percent(HEAVY_SHARE, 0),
    means: context.means.monthly,
    tipped: tippedByProposal && context.loans.length > 0,
  });
}
