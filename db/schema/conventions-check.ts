/** What a column of conventions must state: every one of them, in the domain's words. */
import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import { dayCounts } from "../../domain/calendar/day-count.ts";
import { roundings } from "../../domain/money/money.ts";
import {
  excessRules,
  interestEnds,
  parts,
  penaltyStarts,
  waterfallOrders,
} from "../../domain/product/conventions.ts";
import { countings } from "../../domain/product/interest-rule.ts";
import { oneOf } from "./columns.ts";

const words: [path: string, words: readonly string[]][] = [
  ["dayCount", dayCounts],
  ["counting", countings],
  ["rounding,mode", roundings],
  ["repayment,waterfall,across", waterfallOrders],
  ["repayment,excess", excessRules],
  ["repayment,interestUntil", interestEnds],
  ["repayment,penalty,startsFrom", penaltyStarts],
  ["repayment,penalty,counting", countings],
];
const decimals = ["rounding,unit", "repayment,penalty,dailyRate", "repayment,penalty,graceDays"];

/** A check: what is absent is null, and null is not true. */
export function wholeConventions(column: AnyColumn): SQL {
  const at = (path: string) => sql`(${column} #>> ${sql.raw(`'{${path}}'`)})`;
  const order = sql`${column} #> '{repayment,waterfall,order}'`;
  const everyPart = sql.raw(`'${JSON.stringify(parts)}'::jsonb`);
  const conditions = [
    ...words.map(([path, allowed]) => oneOf(at(path), allowed)),
    ...decimals.map((path) => sql`${at(path)} ~ '^[0-9]+([.][0-9]+)?$'`),
    sql`${order} @> ${everyPart} and ${order} <@ ${everyPart}`,
  ];
  return sql`(${sql.join(conditions, sql` and `)}) is true`;
}
