import { z } from "zod";
import { penaltyOn } from "../../../domain/overdue/overdue.ts";
import { yuanFigure } from "../figure.ts";
import { penaltyRule } from "../loan.ts";
import { type Option, penaltyOptions, roundingOptions } from "../options.ts";
import { dateField, penaltyShape, roundingShape } from "../request.ts";
import { answering, type CalcVerb } from "../verb.ts";

const schema = z.strictObject({
  principal: yuanFigure,
  due: dateField,
  on: dateField,
  ...penaltyShape,
  ...roundingShape,
});

/** Names that say penalty elsewhere need not here. */
const briefly: Record<string, string[]> = {
  penaltyRate: ["rate", "dailyRate"],
  penaltyCounting: ["counting"],
};
const ownOptions = penaltyOptions.map((option): Option => {
  return { ...option, also: [...(option.also ?? []), ...(briefly[option.key] ?? [])] };
});

export const penaltyVerb: CalcVerb = {
  name: "penalty",
  summary: "the penalty on one overdue principal",
  options: [
    {
      key: "principal",
      kind: "text",
      help: "overdue, yuan",
      example: "2000",
      also: ["overduePrincipal", "amount"],
    },
    { key: "due", kind: "text", help: "its due date", example: "2016-03-10", also: ["dueDate"] },
    {
      key: "on",
      kind: "text",
      help: "the date it is paid",
      example: "2016-03-20",
      also: ["paidOn", "asOf", "date"],
    },
    ...ownOptions,
    ...roundingOptions,
  ],
  example: { flags: "--principal 2000 --due 2016-03-10 --on 2016-03-20", gives: "10.00: ten days at 0.05 %" },
  answer: answering(schema, (request) => {
    const { principal, due, on } = request;
    const result = penaltyOn({ principal, dueDate: due, on }, penaltyRule(request), {
      mode: request.rounding,
      unit: request.unit,
    });
    return {
      json: { ...result },
      facts: [
        ["days past due", String(result.daysPastDue)],
        ["days of penalty", String(result.days)],
        ["penalty", result.amount],
        ["capped", result.capped ? "yes" : "no"],
      ],
    };
  }),
};
