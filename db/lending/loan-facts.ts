/** Loans rebuilt as the domain knows them, from the tables alone; one statement, so one moment. */
import { type SQL, sql } from "drizzle-orm";
import type { Loan } from "../../domain/loan/loan-position.ts";
import type { Queryable } from "../connection/connection.ts";

/** A loan in any status; a signed one has the schedule of its quote. */
export async function loadLoan(q: Queryable, loanId: string): Promise<Loan | undefined> {
  const loans = await select(q, sql`loan.id = ${loanId}`);
  return loans[0];
}

/** Several at once, in no order; those that are not there are left out. */
export async function loadLoans(q: Queryable, loanIds: readonly string[]): Promise<Loan[]> {
  return await select(
    q,
    sql`loan.id = any(array(select jsonb_array_elements_text(${JSON.stringify(loanIds)}::jsonb)))`,
  );
}

/** Loans of a borrower that were paid out, oldest first: running, settled and written off. */
export async function loadLoansOf(q: Queryable, borrowerId: string): Promise<Loan[]> {
  return await select(
    q,
    sql`loan.borrower_id = ${borrowerId} and loan.status in ('active', 'settled', 'written-off')`,
  );
}

async function select(q: Queryable, condition: SQL): Promise<Loan[]> {
  const rows = await q.execute<LoanRow>(sql`
    select loan.id, loan.number, quote.hash, quote.product_id, quote.principal, quote.method,
      quote.installments, quote.daily_rate, quote.disbursed_on, quote.conventions,
      coalesce((
        select jsonb_agg(jsonb_build_object(
          'number', i.number, 'dueDate', i.due_date, 'days', i.days, 'principal', i.principal::text,
          'interest', i.interest::text, 'payment', (i.principal + i.interest)::text, 'balance', i.balance::text
        ) order by i.number)
        from installments i where i.loan_id = loan.id
      ), quote.schedule) as schedule,
      coalesce((
        select jsonb_agg(jsonb_build_object(
          'id', r.id, 'kind', r.kind, 'amount', r.amount::text, 'rail', r.rail, 'fee', r.fee::text,
          'valueDate', r.value_date, 'allocations', coalesce((
            select jsonb_agg(jsonb_build_object(
              'installment', a.installment, 'penalty', a.penalty::text,
              'interest', a.interest::text, 'principal', a.principal::text
            ) order by a.installment)
            from repayment_allocations a where a.repayment_id = r.id
          ), '[]')
        ) order by r.number)
        from repayments r where r.loan_id = loan.id and r.status = 'posted'
      ), '[]') as repayments
    from loans loan join quotes quote on quote.id = loan.id
    where ${condition}
    order by loan.signed_at, loan.number`);
  return rows.map(toLoan);
}

interface LoanRow extends Record<string, unknown> {
  id: string;
  number: string;
  hash: string;
  product_id: string;
  principal: string;
  method: Loan["method"];
  installments: number;
  daily_rate: string;
  disbursed_on: string;
  conventions: Loan["conventions"];
  schedule: Loan["schedule"];
  repayments: Loan["repayments"];
}

const toLoan = (row: LoanRow): Loan => ({
  id: row.id,
  number: row.number,
  quoteId: row.id,
  quoteHash: row.hash,
  productId: row.product_id,
  principal: row.principal,
  method: row.method,
  installments: row.installments,
  dailyRate: row.daily_rate,
  disbursedOn: row.disbursed_on,
  conventions: row.conventions,
  schedule: row.schedule,
  repayments: row.repayments,
});
