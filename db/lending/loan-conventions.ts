/** The conventions of a loan, read from a row named `quote`. */
import { type SQL, sql } from "drizzle-orm";
import { type ContactDays, houseContactDays } from "../../domain/product/conventions.ts";

/** One of them as text, "repayment,penalty,cap"; null where it is not stated. */
export const convention = (path: string): SQL => sql`(quote.conventions #>> ${sql.raw(`'{${path}}'`)})`;

/** Days past due from which the loan's borrower is spoken to in this way. */
export const contactDay = (means: keyof ContactDays): SQL =>
  sql`coalesce(${convention(`contactDays,${means}`)}::integer, ${houseContactDays[means]}::integer)`;
