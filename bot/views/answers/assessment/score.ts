/** "How was I scored?": the weighted dimensions with their parts and what each contributes. */
import type { ScoredDimension } from "../../../../domain/eligibility/assessment.ts";
import { MINIMUM_SCORE } from "../../../../domain/eligibility/limit.ts";
import type { Messages } from "../../../locales/messages.ts";
import type { Card } from "../../../messages.ts";
import { percent } from "../../figures/figures.ts";
import { tierOfRate } from "../../figures/tier-of-rate.ts";
import type { Scope } from "../../stage-view.ts";
import type { Answer } from "../answer.ts";

export function score({ m, context: { assessment } }: Scope): Answer {
  const { scoring } = m;
  if (!assessment) return { text: scoring.notYet };
  if (assessment.dimensions.length === 0) return { text: scoring.gateClosed };
  const tier = tierOfRate(assessment);
  return {
    text: scoring.explained({ score: assessment.score, minimum: MINIMUM_SCORE, tier }),
    card: scoreCard(assessment.score, assessment.dimensions, m),
  };
}

function scoreCard(total: string, dimensions: readonly ScoredDimension[], { scoring }: Messages): Card {
  const { card } = scoring;
  return {
    title: card.title,
    facts: [{ label: card.score, value: total }],
    columns: [card.item, card.weight, card.points, card.contribution],
    rows: dimensions.flatMap(({ name, weight, score: points, contribution, parts = [] }) => [
      [card.dimension[name], percent(weight), points, contribution],
      ...parts.map((part) => [card.part(part.source), percent(part.weight), part.score, ""]),
    ]),
    footnote: card.footnote,
  };
}
