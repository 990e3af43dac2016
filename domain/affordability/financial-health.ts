/**
 * A score of financial health, 0 to 100, that shows its parts: how much of a month the loans take, how punctually they
 * were paid, how much of the limit is used, and for how long savings would carry them. The source names such a score as
 * a thing to come; parts and weights are Jiedao's own. It is shown to the borrower only and decides nothing.
 */
import { Decimal } from "decimal.js";
import { exact, sum } from "../money/money.ts";
import { HEAVY_SHARE } from "./burden.ts";

export interface HealthFigures {
  /** The heaviest month's share of the means, a fraction; absent where unknown. */
  burdenShare?: string;
  installments: { paidOnTime: number; paidLate: number; overdueNow: number };
  /** Yuan. */
  limit: string;
  outstanding: string;
  savings: string;
  /** The heaviest month to come, yuan; "0.00" when nothing is owed. */
  heaviestMonth: string;
}

type HealthPartName = "burden" | "punctuality" | "limit-use" | "cushion";

interface HealthPart {
  name: HealthPartName;
  /** Share of the whole, "0.40". Weights are spread anew over the parts that are known. */
  weight: string;
  /** 0 to 100, one decimal. */
  score: string;
}

export interface FinancialHealth {
  /** 0 to 100, whole points; the sum of weight x score. */
  score: string;
  level: "good" | "fair" | "strained";
  parts: HealthPart[];
  /** The part that costs the most points; absent at full marks. */
  weakest?: HealthPartName;
}

/** Months of the heaviest burden that savings should cover. */
const CUSHION_MONTHS = 3;

/** Least points of a level; below is "strained". */
const LEVELS = { good: 75, fair: 50 } as const;

/** Full marks without any burden, none from the share on that is too heavy. */
function burdenScore(share: string): Decimal {
  return exact(1).minus(exact(share).div(HEAVY_SHARE)).times(100).clamp(0, 100);
}

/** An installment overdue now weighs like three paid late. */
function punctualityScore({ paidOnTime, paidLate, overdueNow }: HealthFigures["installments"]): Decimal {
  const missed = paidLate + 3 * overdueNow;
  const all = paidOnTime + missed;
  return all === 0 ? exact(100) : exact(paidOnTime).div(all).times(100);
}

function limitUseScore({ limit, outstanding }: HealthFigures): Decimal {
  if (!exact(outstanding).gt(0)) return exact(100);
  if (!exact(limit).gt(0)) return exact(0);
  return exact(1).minus(exact(outstanding).div(limit)).times(100).clamp(0, 100);
}

function cushionScore({ savings, heaviestMonth }: HealthFigures): Decimal {
  if (!exact(heaviestMonth).gt(0)) return exact(100);
  return exact(savings).div(exact(heaviestMonth).times(CUSHION_MONTHS)).times(100).clamp(0, 100);
}

function ratedParts(figures: HealthFigures): { name: HealthPartName; weight: number; score: Decimal }[] {
  const { burdenShare } = figures;
  return [
    ...(burdenShare === undefined
      ? []
      : [{ name: "burden" as const, weight: 40, score: burdenScore(burdenShare) }]),
    { name: "punctuality", weight: 30, score: punctualityScore(figures.installments) },
    { name: "limit-use", weight: 20, score: limitUseScore(figures) },
    { name: "cushion", weight: 10, score: cushionScore(figures) },
  ];
}

function lostPoints({ weight, score }: HealthPart): Decimal {
  return exact(100).minus(score).times(weight);
}

function levelOf(score: Decimal): FinancialHealth["level"] {
  if (score.gte(LEVELS.good)) return "good";
  return score.gte(LEVELS.fair) ? "fair" : "strained";
}

export function financialHealth(figures: HealthFigures): FinancialHealth {
  const rated = ratedParts(figures);
  const known = sum(rated.map(({ weight }) => weight));
  const parts = rated.map(({ name, weight, score }) => ({
    name,
    weight: exact(weight).div(known).toFixed(4, Decimal.ROUND_HALF_UP),
    score: score.toFixed(1, Decimal.ROUND_HALF_UP),
  }));
  const score = sum(parts.map((part) => exact(part.weight).times(part.score)));
  const [weakest] = parts.toSorted((a, b) => lostPoints(b).comparedTo(lostPoints(a)));
  return {
    score: score.toFixed(0, Decimal.ROUND_HALF_UP),
    level: levelOf(score),
    parts,
    ...(weakest && !lostPoints(weakest).isZero() && { weakest: weakest.name }),
  };
}
