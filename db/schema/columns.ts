/** Column kinds shared by all tables. */
import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import { customType, numeric } from "drizzle-orm/pg-core";

/** An instant to the millisecond: ISO 8601 in UTC on this side, timestamptz on the other. */
export const instant = customType<{ data: string; driverData: string }>({
  dataType: () => "timestamp (3) with time zone",
  fromDriver: (value) => new Date(value).toISOString(),
});

/** Yuan, two decimals, as a string. */
export const money = (name?: string) =>
  name ? numeric(name, { precision: 18, scale: 2 }) : numeric({ precision: 18, scale: 2 });

/** A fraction as it was written: "0.0005" comes back as "0.0005", which a padding scale would not do. */
export const rate = (name: string) => numeric(name);

/** A check that a column holds the tag of some language: which ones are spoken is no concern of the tables. */
export const languageTag = (column: AnyColumn): SQL => sql`${column} ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'`;

/** A check that a column, or a piece of it, holds one of the given words. */
export function oneOf(column: AnyColumn | SQL, words: readonly string[]): SQL {
  return sql`${column} in (${sql.raw(words.map((word) => `'${word}'`).join(", "))})`;
}
