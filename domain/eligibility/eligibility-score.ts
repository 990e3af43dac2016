/**
 * The weighted score: social activity 25 %, payment behaviour 35 %, credit history 30 %, assets 10 %.
 * Weights and sources: 评估维度 table. What counts as full marks in each source is Jiedao's own setting.
 */
import { Decimal } from "decimal.js";
import { exact } from "../money/money.ts";
import type { DimensionName, ScoredDimension, ScorePart } from "./assessment.ts";
import type { BorrowerFacts } from "./borrower-facts.ts";

interface RatedPart {
  source: ScorePart["source"];
  weight: string;
  /** 0 to 100. */
  score: Decimal;
}

/** Points lost in the bureau's part for each overdue record of the last 24 months. */
const POINTS_PER_OVERDUE = 20;

/** Straight line from 0 to 100 points, which `full` reaches. */
function upTo(full: number, value: string | number): Decimal {
  return exact(value).div(full).times(100).clamp(0, 100);
}

function bureauScore(credit: BorrowerFacts["credit"]): Decimal {
  const penalty = exact(credit.overdueLast24Months).times(POINTS_PER_OVERDUE);
  return upTo(60, credit.monthsOfHistory).minus(penalty).clamp(0, 100);
}

function rate({ social, payments, credit, assets }: BorrowerFacts): Record<DimensionName, RatedPart[]> {
  return {
    social: [
      { source: "chats", weight: "0.60", score: upTo(30, social.chatDaysPerMonth) },
      { source: "public-accounts", weight: "0.40", score: upTo(60, social.articleReadsPerMonth) },
    ],
    payments: [
      { source: "spending", weight: "0.50", score: upTo(8000, payments.monthlySpending) },
      { source: "transfers", weight: "0.30", score: upTo(8000, payments.monthlyTransfers) },
      { source: "red-packets", weight: "0.20", score: upTo(20, payments.redPacketsPerMonth) },
    ],
    credit: [
      { source: "credit-bureau", weight: "0.60", score: bureauScore(credit) },
      { source: "platform-record", weight: "0.40", score: upTo(12, credit.onTimeRepaymentsOnPlatform) },
    ],
    assets: [
      { source: "money-fund", weight: "0.50", score: upTo(50000, assets.moneyFund) },
      { source: "investments", weight: "0.50", score: upTo(100000, assets.investments) },
    ],
  };
}

const weights: Record<DimensionName, string> = {
  social: "0.25",
  payments: "0.35",
  credit: "0.30",
  assets: "0.10",
};

function scoreDimension(name: DimensionName, rated: RatedPart[]): ScoredDimension {
  const parts = rated.map((part) => ({ ...part, score: part.score.toFixed(1, Decimal.ROUND_HALF_UP) }));
  const score = parts
    .reduce((sum, part) => sum.plus(exact(part.weight).times(part.score)), exact(0))
    .toFixed(1, Decimal.ROUND_HALF_UP);
  const contribution = exact(weights[name]).times(score).toFixed(2, Decimal.ROUND_HALF_UP);
  return { name, weight: weights[name], score, contribution, parts };
}

/**
 * The four dimensions with their parts. Each step is rounded half up as shown, so that a person who adds up the
 * shown figures arrives at the shown score.
 */
export function scoreDimensions(facts: BorrowerFacts): ScoredDimension[] {
  const rated = rate(facts);
  return (["social", "payments", "credit", "assets"] as const).map((name) =>
    scoreDimension(name, rated[name]),
  );
}

/** The sum of the contributions, two decimals. */
export function totalScore(dimensions: readonly ScoredDimension[]): string {
  return dimensions
    .reduce((sum, dimension) => sum.plus(dimension.contribution), exact(0))
    .toFixed(2, Decimal.ROUND_HALF_UP);
}

/** The dimension that leaves the most points on the table: where improving helps most. */
export function weakestDimension(dimensions: readonly ScoredDimension[]): DimensionName {
  const lost = ({ weight, score }: ScoredDimension) => exact(100).minus(score).times(weight);
  const [first, ...others] = dimensions;
  if (first === undefined) throw new RangeError("no dimension was scored");
  return others.reduce((worst, dimension) => (lost(dimension).gt(lost(worst)) ? dimension : worst), first)
    .name;
}
