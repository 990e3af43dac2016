/** The positions of a close: what each loan earned, where it stands now, and the ledger's side of it. */
import { sql } from "drizzle-orm";
import type { Tx } from "../connection/connection.ts";
import { credit, postTransaction } from "../lending/ledger.ts";

/**
 * A position for every loan paid out by that date that has none. Sorted, so that all are found before the first is
 * written: looking through what is being written makes a first close of many loans quadratic.
 */
export async function openPositions(tx: Tx, on: string): Promise<void> {
  const { count } = await tx.execute(sql`
    insert into loan_positions (loan_id, product_id, daily_rate, disbursed_on)
    select loan.id, quote.product_id, quote.daily_rate, quote.disbursed_on
    from loans loan join quotes quote on quote.id = loan.id
    where loan.status in ('active', 'settled') and quote.disbursed_on <= ${on}
      and not exists (select from loan_positions p where p.loan_id = loan.id)
    order by loan.id`);
  if (count === 0) return;
  // Without it the first close, which opens them all, is planned as if there were none.
  await tx.execute(sql`analyze loan_positions`);
}

/** What each loan earned since its last close; a loan that earned nothing has no row. Before movePositions. */
export async function writeAccruals(tx: Tx, on: string): Promise<{ interest: string; penalty: string }> {
  const [row] = await tx.execute<{ interest: string; penalty: string }>(sql`
    with written as (
      insert into accruals ("on", loan_id, interest, penalty)
      select ${on}, r.loan_id, r.interest_earned - p.interest_earned, r.penalty_earned - p.penalty_earned
      from reckoned r join loan_positions p on p.loan_id = r.loan_id
      where (r.interest_earned, r.penalty_earned) <> (p.interest_earned, p.penalty_earned)
      returning interest, penalty
    )
    select coalesce(sum(interest), 0.00)::numeric(18, 2)::text as interest,
      coalesce(sum(penalty), 0.00)::numeric(18, 2)::text as penalty
    from written`);
  if (!row) throw new Error("the statement always gives a row");
  return row;
}

/**
 * One balanced transaction a product: what is now owed beyond what was at the last close, and principal that came
 * in after it had been written off. Before movePositions.
 */
export async function postAccruals(tx: Tx, on: string): Promise<void> {
  const rows = await tx.execute<{
    product: string;
    interest: string;
    penalty: string;
    recovered: string;
  }>(sql`
    select product_id as product, sum(interest)::text as interest, sum(penalty)::text as penalty,
      sum(recovered)::text as recovered
    from (
      select p.product_id, r.interest - p.interest as interest, r.penalty - p.penalty as penalty, 0 as recovered
      from reckoned r join loan_positions p on p.loan_id = r.loan_id
      union all
      select p.product_id, 0, 0, p.principal - w.principal
      from written_off w join loan_positions p on p.loan_id = w.loan_id
    ) as changes
    group by product_id order by product_id`);
  for (const { product, interest, penalty, recovered } of rows) {
    const entries = [
      { account: "accrued:interest" as const, amount: interest },
      { account: "income:accrued-interest" as const, amount: credit(interest) },
      { account: "accrued:penalty" as const, amount: penalty },
      { account: "income:accrued-penalty" as const, amount: credit(penalty) },
      { account: "loans:written-off" as const, amount: recovered },
      { account: "loss:write-off" as const, amount: credit(recovered) },
    ];
    if (entries.every(({ amount }) => Number(amount) === 0)) continue;
    const posted = await postTransaction(tx, {
      reference: `close:${on}:${product}`,
      loanId: null,
      valueDate: on,
      entries,
    });
    if (!posted) throw new Error(`the close of ${on} is in the ledger already`);
  }
}

/** Makes the temporary table `written_off`: loans of which principal has come in since it was written off. */
export async function reckonWrittenOff(tx: Tx): Promise<void> {
  await tx.execute(sql`
    create temporary table written_off on commit drop as
    select p.loan_id, sum(i.principal - i.principal_paid) as principal
    from loan_positions p join installments i on i.loan_id = p.loan_id
    where p.stage = 'written-off' and p.principal > 0
    group by p.loan_id, p.principal
    having sum(i.principal - i.principal_paid) <> p.principal`);
}

/** Brings the positions to the reckoned figures. */
export async function movePositions(tx: Tx, on: string): Promise<{ loans: number; moved: number }> {
  const [row] = await tx.execute<{ loans: number; moved: number }>(sql`
    select count(*)::integer as loans, (count(*) filter (where r.stage <> p.stage))::integer as moved
    from reckoned r join loan_positions p on p.loan_id = r.loan_id`);
  await tx.execute(sql`
    update loan_positions p set
      "on" = ${on}, stage = r.stage, days_past_due = r.days_past_due,
      principal = r.principal, interest = r.interest, penalty = r.penalty,
      overdue_principal = r.overdue_principal, overdue_interest = r.overdue_interest, due_today = r.due_today,
      next_number = r.next_number, next_due_date = r.next_due_date, next_amount = r.next_amount,
      interest_earned = r.interest_earned, penalty_earned = r.penalty_earned
    from reckoned r where r.loan_id = p.loan_id`);
  await tx.execute(sql`
    update loan_positions p set "on" = ${on}, principal = w.principal from written_off w where w.loan_id = p.loan_id`);
  if (!row) throw new Error("the statement always gives a row");
  return row;
}
