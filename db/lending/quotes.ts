/** Quotes: stored as offered, voided at most once. */
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Quote } from "../../domain/pricing/quote.ts";
import type { Queryable } from "../connection/connection.ts";
import { quotes } from "../schema.ts";

export async function insertQuote(q: Queryable, borrowerId: string, quote: Quote): Promise<void> {
  const { apr, ...columns } = quote;
  await q
    .insert(quotes)
    .values({ ...columns, borrowerId, aprSimple: apr.simple, aprCompounded: apr.compounded });
}

export interface QuoteVoiding {
  quoteId: string;
  reason: "corrected" | "expired" | "cancelled";
  /** The borrower's time. */
  at: string;
}

/** False when it was void before, is unknown, or became a loan. */
export async function voidQuote(q: Queryable, { quoteId, reason, at }: QuoteVoiding): Promise<boolean> {
  const voided = await q
    .update(quotes)
    .set({ voidedAt: at, voidReason: reason })
    .where(
      and(
        eq(quotes.id, quoteId),
        isNull(quotes.voidedAt),
        sql`not exists (select from loans where loans.id = ${quoteId})`,
      ),
    )
    .returning({ id: quotes.id });
  return voided.length > 0;
}
