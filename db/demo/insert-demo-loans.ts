/** Demo loans, set-based: each a template's loan with a borrower, a chat and a past of its own. */
import { sql } from "drizzle-orm";
import type { Locale } from "../../domain/language/languages.ts";
import type { Quote } from "../../domain/pricing/quote.ts";
import type { Tx } from "../connection/connection.ts";

export interface DemoLoan {
  id: string;
  borrowerId: string;
  conversationId: string;
  /** Of its own quote: the template's with this id. */
  hash: string;
  /** Index into the templates. */
  template: number;
  /** Unique on the demo channel. */
  chatId: string;
  locale: Locale;
  maskedName: string;
  reminderDaysBefore: number | null;
  automaticDeduction: string | null;
  /** Everything due on this day and before was paid, each installment on its day; nothing after it. */
  paidThrough: string;
}

export interface DemoBatch {
  templates: readonly Quote[];
  loans: readonly DemoLoan[];
  /** The version of the privacy policy that all agreed to. */
  privacyPolicy: string;
  /** A conversation's stored snapshot, whose context takes the borrower and the loan. */
  snapshot: object;
}

export async function insertDemoLoans(tx: Tx, batch: DemoBatch): Promise<void> {
  await makeTables(tx, batch);
  await insertBorrowers(tx);
  await insertApprovals(tx, batch.privacyPolicy);
  await insertLoans(tx);
  await insertRepayments(tx);
  await postLedger(tx);
  await insertConversations(tx, batch.snapshot);
  await tx.execute(sql`drop table demo, demo_paid`);
}

async function makeTables(tx: Tx, { templates, loans }: DemoBatch): Promise<void> {
  await tx.execute(sql`
    create temporary table demo as
    select loan.*, quote.*, 'JD' || nextval('loan_number_seq') as number,
      (quote.schedule -> -1 ->> 'dueDate')::date <= loan."paidThrough" as settled
    from jsonb_to_recordset(${JSON.stringify(loans)}::jsonb) as loan(
      id text, "borrowerId" uuid, "conversationId" uuid, hash text, template integer, "chatId" text, locale text,
      "maskedName" text, "reminderDaysBefore" integer, "automaticDeduction" text, "paidThrough" date
    )
    join (
      select position - 1 as position, quote.*
      from jsonb_array_elements(${JSON.stringify(templates)}::jsonb) with ordinality as t(one, position),
        jsonb_to_record(t.one) as quote(
          "productId" text, principal numeric, method text, installments integer, "dailyRate" text, "disbursedOn" date,
          conventions jsonb,
          "annualRate" text, schedule jsonb, "totalInterest" numeric, "totalPayable" numeric, apr jsonb,
          "issuedAt" timestamptz, "expiresAt" timestamptz
        )
    ) as quote on quote.position = loan.template`);
  await tx.execute(sql`
    create temporary table demo_paid as
    select demo.id as loan_id, demo.id || '-' || row.number as id, row.number, row."dueDate" as value_date,
      row.principal, row.interest, row.principal + row.interest as amount,
      case when row.number % 3 = 0 then 'bank-card' else 'balance' end as rail
    from demo, jsonb_to_recordset(demo.schedule)
      as row(number integer, "dueDate" date, principal numeric(18, 2), interest numeric(18, 2))
    where row."dueDate" <= demo."paidThrough"`);
}

async function insertBorrowers(tx: Tx): Promise<void> {
  await tx.execute(sql`
    insert into borrowers (id, persona, locale, masked_name, age, card_bank, card_tail, reminder_days_before,
      automatic_deduction)
    select "borrowerId", 'ordinary', locale, "maskedName", 20 + (template % 40), '招商银行',
      lpad((template % 10000)::text, 4, '0'), "reminderDaysBefore", "automaticDeduction"
    from demo`);
}

/** What each borrower agreed to, and the assessment by which the loan was quoted: its limit is used up almost. */
async function insertApprovals(tx: Tx, privacyPolicy: string): Promise<void> {
  await tx.execute(sql`
    insert into consents (borrower_id, kind, subject, turn_id, given_at)
    select "borrowerId", given.kind, given.subject, gen_random_uuid(), "issuedAt"
    from demo cross join lateral (values
      (1, 'privacy', ${privacyPolicy}), (2, 'credit', "productId"), (3, 'contract', hash),
      (4, 'deduction', "automaticDeduction")
    ) as given(position, kind, subject)
    where given.subject is not null
    order by demo.id, given.position`);
  await tx.execute(sql`
    with assessed as (
      insert into assessments (id, borrower_id, product_id, decided_on, valid_until, outcome, score, dimensions, tier,
        limit_amount, daily_rate, annual_rate, reasons)
      select 'assessment-' || id, "borrowerId", "productId", "disbursedOn", "disbursedOn" + 30, 'approved', 81.25, '[]',
        'regular', ceil(principal / 1000) * 1000, "dailyRate"::numeric, "annualRate"::numeric, '[]'
      from demo
      returning *
    )
    insert into limits (borrower_id, product_id, assessment_id, amount, valid_until)
    select borrower_id, product_id, id, limit_amount, valid_until from assessed`);
}

async function insertLoans(tx: Tx): Promise<void> {
  await tx.execute(sql`
    insert into quotes (id, borrower_id, product_id, principal, method, installments, daily_rate, annual_rate,
      disbursed_on, conventions, schedule, total_interest, total_payable, apr_simple, apr_compounded, issued_at, expires_at, hash)
    select id, "borrowerId", "productId", principal, method, installments, "dailyRate"::numeric,
      "annualRate"::numeric, "disbursedOn", conventions, schedule, "totalInterest", "totalPayable",
      (apr ->> 'simple')::numeric, (apr ->> 'compounded')::numeric, "issuedAt", "expiresAt", hash
    from demo`);
  await tx.execute(sql`
    insert into face_checks (borrower_id, quote_id, turn_id, matched_at)
    select "borrowerId", id, gen_random_uuid(), "issuedAt" from demo`);
  await tx.execute(sql`
    insert into loans (id, borrower_id, number, status, signed_at, disbursed_at, settled_on)
    select id, "borrowerId", number, case when settled then 'settled' else 'active' end, "issuedAt", "issuedAt",
      case when settled then (schedule -> -1 ->> 'dueDate')::date end
    from demo`);
  await tx.execute(sql`
    insert into installments (loan_id, number, due_date, days, principal, interest, balance, principal_paid,
      interest_paid)
    select demo.id, row.number, row."dueDate", row.days, row.principal, row.interest, row.balance,
      coalesce(paid.principal, 0), coalesce(paid.interest, 0)
    from demo
    cross join jsonb_to_recordset(demo.schedule) as row(
      number integer, "dueDate" date, days integer, principal numeric, interest numeric, balance numeric
    )
    left join demo_paid paid on paid.loan_id = demo.id and paid.number = row.number
    order by demo.id, row.number`);
}

async function insertRepayments(tx: Tx): Promise<void> {
  await tx.execute(sql`
    insert into repayments (id, loan_id, kind, rail, amount, status, begun_at, number, value_date, reference)
    select id, loan_id, 'due', rail, amount, 'posted', value_date + time '02:00', number, value_date, 'DEMO-' || id
    from demo_paid order by loan_id, number`);
  await tx.execute(sql`
    insert into repayment_allocations (repayment_id, loan_id, installment, penalty, interest, principal)
    select id, loan_id, number, 0, interest, principal from demo_paid order by loan_id, number`);
}

async function postLedger(tx: Tx): Promise<void> {
  await tx.execute(sql`
    with posted as (
      insert into ledger_transactions (reference, loan_id, value_date, entry_count)
      select 'payout:DEMO-' || id, id, "disbursedOn", 2 from demo
      returning id, loan_id
    )
    insert into ledger_entries (transaction_id, account, amount)
    select posted.id, entry.account, entry.sign * demo.principal
    from posted join demo on demo.id = posted.loan_id
    cross join (values ('loans:principal', 1), ('cash:payout', -1)) as entry(account, sign)`);
  await tx.execute(sql`
    with posted as (
      insert into ledger_transactions (reference, loan_id, value_date, entry_count)
      select 'repayment:' || id, loan_id, value_date, 2 + (interest <> 0)::integer from demo_paid
      returning id, reference
    )
    insert into ledger_entries (transaction_id, account, amount)
    select posted.id, entry.account, entry.amount
    from posted join demo_paid paid on 'repayment:' || paid.id = posted.reference
    cross join lateral (values
      ('cash:' || paid.rail, paid.amount), ('loans:principal', -paid.principal), ('income:interest', -paid.interest)
    ) as entry(account, amount)
    where entry.amount <> 0`);
}

/** As the conversation's own turns would have left it: the loan in the context, word for word as the tables have it. */
async function insertConversations(tx: Tx, snapshot: object): Promise<void> {
  await tx.execute(sql`
    insert into conversations (id, channel, chat_id, sender_id, borrower_id, seq, snapshot, stage, locale)
    select "conversationId", 'demo', "chatId", "chatId", "borrowerId", 0,
      jsonb_set(template.body, '{body,context}', (template.body #> '{body,context}') || jsonb_build_object(
        'borrowerId', "borrowerId", 'locale', locale,
        'identity', jsonb_build_object('maskedName', "maskedName", 'age', 20 + (demo.template % 40)),
        'card', jsonb_build_object('bank', '招商银行', 'tail', lpad((demo.template % 10000)::text, 4, '0')),
        'productId', "productId",
        'reminderDaysBefore', coalesce("reminderDaysBefore", 3),
        'loans', jsonb_build_array(jsonb_build_object(
          'id', demo.id, 'number', number, 'quoteId', demo.id, 'quoteHash', hash, 'productId', "productId",
          'principal', principal::numeric(18, 2)::text, 'method', method, 'installments', installments,
          'dailyRate', "dailyRate", 'disbursedOn', "disbursedOn", 'conventions', conventions,
          'schedule', schedule,
          'repayments', coalesce(paid.repayments, '[]')
        ))
      )),
      'idle', locale
    from demo
    cross join (select ${JSON.stringify(snapshot)}::jsonb as body) as template
    left join (
      select loan_id, jsonb_agg(jsonb_build_object(
        'id', id, 'kind', 'due', 'amount', amount::text, 'rail', rail, 'fee', '0.00', 'valueDate', value_date,
        'allocations', jsonb_build_array(jsonb_build_object(
          'installment', demo_paid.number, 'penalty', '0.00', 'interest', interest::text, 'principal', principal::text
        ))
      ) order by demo_paid.number) as repayments
      from demo_paid group by loan_id
    ) as paid on paid.loan_id = demo.id`);
}
