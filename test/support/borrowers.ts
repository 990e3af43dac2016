/** Borrowers with a chat and a loan each, set-based: as many as a test or a bench needs. */
import type { TransactionSql } from "postgres";
import type { Database } from "../../db/connection/connection.ts";
import { syncProducts } from "../../db/lending/products.ts";
import { makeQuote, type Quote } from "../../domain/pricing/quote.ts";
import { productList } from "../../domain/product/catalogue.ts";

export interface BorrowersOptions {
  count: number;
  /** Their chats are numbered from here on. */
  firstChat: number;
  /** Null: they have no chat. */
  channel: string | null;
  locale?: "zh-CN" | "en";
  /** Asia/Shanghai date; the first of two installments is due a month later. */
  disbursedOn: string;
}

/** The loan of chat 1001 is "JD-1001". */
export async function seedBorrowers(database: Database, options: BorrowersOptions): Promise<void> {
  await syncProducts(database.orm, productList());
  const { count, firstChat, channel, locale = "zh-CN" } = options;
  await database.sql.begin(async (tx) => {
    await tx`create temporary table people on commit drop as
      select n + ${firstChat - 1}::integer as chat, gen_random_uuid() as borrower, gen_random_uuid()::text as loan
      from generate_series(1, ${count}::integer) as n`;
    await tx`insert into borrowers (id, locale) select borrower, ${locale} from people`;
    if (channel) {
      await tx`
        insert into conversations (id, channel, chat_id, sender_id, borrower_id, snapshot, stage, locale)
        select gen_random_uuid(), ${channel}, chat, chat, borrower, '{}', 'idle', ${locale} from people`;
    }
    await insertLoans(tx, options.disbursedOn);
  });
  await database.sql`analyze`;
}

/** What a quote rests on. */
async function insertApprovals(tx: TransactionSql, quote: Quote): Promise<void> {
  const { productId, dailyRate, annualRate, issuedAt, disbursedOn } = quote;
  await tx`
    insert into consents (borrower_id, kind, subject, turn_id, given_at)
    select borrower, kind, subject, gen_random_uuid(), ${issuedAt}
    from people, (values (1, 'privacy', '2026-11'), (2, 'credit', ${productId})) as given(position, kind, subject)
    order by position`;
  await tx`
    insert into assessments (id, borrower_id, product_id, decided_on, valid_until, outcome, score, dimensions, tier,
      limit_amount, daily_rate, annual_rate, reasons)
    select 'for ' || loan, borrower, ${productId}, ${disbursedOn}, ${disbursedOn}::date + 90, 'approved', 81.25, '[]',
      'regular', 50000, ${dailyRate}, ${annualRate}, '[]' from people`;
  await tx`
    insert into limits (borrower_id, product_id, assessment_id, amount, valid_until)
    select borrower_id, product_id, id, limit_amount, valid_until from assessments
    join people on people.borrower = borrower_id`;
}

async function insertLoans(tx: TransactionSql, disbursedOn: string): Promise<void> {
  const at = `${disbursedOn}T10:00:00+08:00`;
  const quote = makeQuote({
    id: "as every one of them",
    terms: {
      ...{ productId: "weilidai", principal: "2000.00", method: "equal-principal", installments: 2 },
      ...{ dailyRate: "0.0005", disbursedOn },
    },
    dayBasis: 360,
    issuedAt: at,
    expiresAt: `${disbursedOn}T10:30:00+08:00`,
  });
  await insertApprovals(tx, quote);
  await tx`
    insert into quotes (id, borrower_id, product_id, principal, method, installments, daily_rate, annual_rate,
      disbursed_on, schedule, total_interest, total_payable, apr_simple, apr_compounded, issued_at, expires_at, hash)
    select loan, borrower, ${quote.productId}, ${quote.principal}, ${quote.method}, 2, ${quote.dailyRate},
      ${quote.annualRate}, ${disbursedOn}, ${JSON.stringify(quote.schedule)}::text::jsonb, ${quote.totalInterest},
      ${quote.totalPayable}, '0.18', '0.19', ${at}, ${quote.expiresAt}, ${quote.hash}
    from people`;
  await tx`
    insert into consents (borrower_id, kind, subject, turn_id, given_at)
    select borrower, 'contract', ${quote.hash}, gen_random_uuid(), ${at} from people`;
  await tx`
    insert into face_checks (borrower_id, quote_id, turn_id, matched_at)
    select borrower, loan, gen_random_uuid(), ${at} from people`;
  await tx`
    insert into loans (id, borrower_id, number, status, signed_at, disbursed_at)
    select loan, borrower, 'JD-' || chat, 'active', ${at}, ${at} from people`;
  for (const { number, dueDate, days, principal, interest, balance } of quote.schedule) {
    await tx`insert into installments (loan_id, number, due_date, days, principal, interest, balance)
      select loan, ${number}::integer, ${dueDate}, ${days}::integer, ${principal}, ${interest}, ${balance} from people`;
  }
}
