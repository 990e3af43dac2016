/** The score of financial health with its parts: for the borrower's eyes only. */
import { type BurdenProjection, projectBurden } from "../../../../domain/affordability/burden.ts";
import { financialHealth, type HealthFigures } from "../../../../domain/affordability/financial-health.ts";
import { shanghaiDate } from "../../../../domain/calendar/dates.ts";
import { loanCalendar } from "../../../../domain/loan/loan-calendar.ts";
import type { Loan, LoanPosition } from "../../../../domain/loan/loan-position.ts";
import { sharedLimits } from "../../../../machines/journey/limits.ts";
import { percent } from "../../figures/figures.ts";
import { paragraphs, type Scope } from "../../stage-view.ts";
import type { Answer } from "../answer.ts";

export function health(scope: Scope): Answer {
  const { m, context } = scope;
  const { health: texts, card } = m.scoring;
  if (!context.means) return { text: texts.unknown };
  const rated = financialHealth(figuresOf(scope, context.means.savings));
  return {
    text: paragraphs(texts.explained(rated), rated.weakest && texts.advice(rated.weakest)),
    card: {
      title: texts.title,
      facts: [],
      columns: [card.item, card.weight, card.points],
      rows: rated.parts.map(({ name, weight, score }) => [texts.part(name), percent(weight), score]),
      footnote: texts.footnote,
    },
  };
}

function figuresOf(scope: Scope, savings: string): HealthFigures {
  const loanPositions = scope.loanPositions();
  const { heaviest } = burdenOf(scope);
  const { overall, used } = sharedLimits(scope.context);
  const records = loanPositions.map(({ loan, position }) => recordOf(loan, position));
  const total = (of: (record: PaymentRecord) => number): number =>
    records.reduce((all, one) => all + of(one), 0);
  return {
    ...(heaviest?.share && { burdenShare: heaviest.share }),
    installments: {
      paidOnTime: total(({ paidOnTime }) => paidOnTime),
      paidLate: total(({ paidLate }) => paidLate),
      overdueNow: total(({ overdueNow }) => overdueNow),
    },
    ...{ limit: overall, outstanding: used, savings },
    heaviestMonth: heaviest?.total ?? "0.00",
  };
}

type PaymentRecord = HealthFigures["installments"];

/** An installment was paid on time when the last money for it came no later than its due date. */
function recordOf({ repayments }: Loan, { installments }: LoanPosition): PaymentRecord {
  const settled = installments.filter(({ status }) => status === "settled");
  const late = settled.filter(({ number, dueDate }) =>
    repayments.some(
      ({ allocations, valueDate }) =>
        valueDate > dueDate && allocations.some(({ installment }) => installment === number),
    ),
  );
  return {
    paidOnTime: settled.length - late.length,
    paidLate: late.length,
    overdueNow: installments.filter(({ status }) => status === "overdue").length,
  };
}

/** The burden of the months to come over all loans, with the quote on screen. */
export function burdenOf({ context }: Pick<Scope, "context">): BurdenProjection {
  const { loans, at, quote, means } = context;
  return projectBurden({
    calendar: loanCalendar({ loans, on: shanghaiDate(at) }),
    ...(quote && { proposed: quote.schedule }),
    ...(means && { monthlyMeans: means.monthly }),
  });
}
