import { z } from "zod";
import { collectionStageOf } from "../../../domain/contact/collection-stages.ts";
import { daysPastDue } from "../../../domain/loan/accrual.ts";
import { buckets as allBuckets, bucketOf, riskClassOf } from "../../../domain/overdue/overdue.ts";
import { CalcError } from "../calc-error.ts";
import { countFigure } from "../figure.ts";
import { counting, dateField } from "../request.ts";
import { answering, type CalcAnswer, type CalcVerb } from "../verb.ts";

const schema = z.strictObject({
  days: countFigure(0, 1_000_000).optional(),
  due: dateField.optional(),
  on: dateField.optional(),
  counting: counting.default("exclusive"),
});

export const bucketsVerb: CalcVerb = {
  name: "buckets",
  summary:
    "the bucket, class, report code and collection stage of days past due; all of them without a question",
  options: [
    { key: "days", kind: "number", help: "days past due", example: "45", also: ["daysPastDue", "dpd"] },
    { key: "due", kind: "text", help: "or a due date", example: "2016-03-10", also: ["dueDate"] },
    {
      key: "on",
      kind: "text",
      help: "and the date asked about",
      example: "2016-04-24",
      also: ["asOf", "date"],
    },
    {
      key: "counting",
      kind: "text",
      help: "exclusive (the due date is day 0) | inclusive (the day after it is day 2)",
      example: "inclusive",
      fallback: "exclusive",
    },
  ],
  example: { flags: "--days 45", gives: "31-60, report code 2, special-mention, letter" },
  answer: answering(schema, ({ days, due, on, counting: ends }) => {
    if (days !== undefined && (due ?? on) !== undefined)
      throw new CalcError("give either days, or due and on");
    if (days !== undefined) return one(days);
    if (due !== undefined && on !== undefined)
      return one(daysPastDue(due, on) + (ends === "inclusive" && on > due ? 1 : 0));
    if (due !== undefined || on !== undefined) throw new CalcError("give days, or due and on");
    return all();
  }),
};

function one(days: number): CalcAnswer {
  const { name, reportCode } = bucketOf(days);
  const json = {
    ...{ daysPastDue: days, bucket: name, reportCode, riskClass: riskClassOf(days) },
    collection: collectionStageOf(days)?.means ?? null,
  };
  return {
    json,
    facts: Object.entries(json).map(([label, value]): [string, string] => [label, String(value ?? "none")]),
  };
}

function all(): CalcAnswer {
  return {
    json: { buckets: allBuckets },
    facts: [],
    table: {
      columns: ["bucket", "from day", "report code", "class at its start"],
      rows: allBuckets.map(({ name, from, reportCode }) => [
        name,
        String(from),
        reportCode,
        riskClassOf(from),
      ]),
    },
  };
}
