import { type SQL, sql } from "drizzle-orm";
import { type ContactDays, houseContactDays } from "../../domain/product/conventions.ts";

/** Days past due from which a loan's borrower is spoken to in this way, by the conventions of a row `quote`. */
export const contactDay = (means: keyof ContactDays): SQL =>
  sql`coalesce((quote.conventions #>> ${sql.raw(`'{contactDays,${means}}'`)})::integer, ${houseContactDays[means]}::integer)`;
