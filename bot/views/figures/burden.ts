/** The month's burden over all loans, with the quote on screen, and the plain warning before one that is too heavy. */
import { type BurdenProjection, HEAVY_SHARE, projectBurden } from "../../../domain/affordability/burden.ts";
import { shanghaiDate } from "../../../domain/calendar/dates.ts";
import { loanCalendar } from "../../../domain/loan/loan-calendar.ts";
import type { Scope } from "../stage-view.ts";
import { percent } from "./figures.ts";

export function burdenOf({ context }: Pick<Scope, "context">): BurdenProjection {
  const { loans, at, quote, means } = context;
  return projectBurden({
    calendar: loanCalendar({ loans, on: shanghaiDate(at) }),
    ...(quote && { proposed: quote.schedule }),
    ...(means && { monthlyMeans: means.monthly }),
  });
}

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
