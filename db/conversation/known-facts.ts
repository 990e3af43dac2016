/** All that the tables know of a borrower, for a conversation that has to be found again. */
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { shanghaiDate } from "../../domain/calendar/dates.ts";
import type { Assessment } from "../../domain/eligibility/assessment.ts";
import type { Quote } from "../../domain/pricing/quote.ts";
import type { Queryable } from "../connection/connection.ts";
import { findBorrower } from "../lending/borrowers.ts";
import { loadLoansOf } from "../lending/loan-facts.ts";
import { contactPreferences } from "../schema/campaigns.ts";
import { staffRequests } from "../schema/desk.ts";
import { promises } from "../schema/loans.ts";
import { quotes } from "../schema.ts";
import { consentsOf } from "./consents.ts";

export interface WhoseFacts {
  borrowerId: string;
  conversationId: string;
}

export async function knownFacts(q: Queryable, { borrowerId, conversationId }: WhoseFacts) {
  const borrower = await findBorrower(q, borrowerId);
  if (!borrower) throw new Error("a conversation without a borrower");
  const { maskedName, age, cardBank, cardTail, persona, reminderDaysBefore, automaticDeduction } = borrower;
  const consents = await consentsOf(q, borrowerId);
  return {
    persona,
    privacyAccepted: consents.some(({ kind }) => kind === "privacy"),
    identity: maskedName !== null && age !== null ? { maskedName, age } : null,
    card: cardBank !== null && cardTail !== null ? { bank: cardBank, tail: cardTail } : null,
    assessments: await lastAssessments(q, borrowerId),
    loans: await loadLoansOf(q, borrowerId),
    beingPaidOut: await quoteBeingPaidOut(q, conversationId),
    processing: await repaymentsUnderWay(q, { borrowerId, conversationId }),
    reminderDaysBefore,
    ...(await preferences(q, borrowerId)),
    promise: await openPromise(q, borrowerId),
    extension: await lastExtension(q, borrowerId),
    deduction: automaticDeduction,
    requests: await openRequests(q, borrowerId),
  };
}

/** Of each product: the one that its limit rests on, or else the last refusal. The latest first. */
async function lastAssessments(q: Queryable, borrowerId: string): Promise<Assessment[]> {
  const rows = await q.execute<Assessment & Record<string, unknown>>(sql`
    select * from (
      select distinct on (a.product_id) a.id, a.product_id as "productId", a.decided_on::text as "decidedOn",
        a.valid_until::text as "validUntil", a.outcome, a.score::text, a.dimensions, a.tier,
        a.limit_amount::text as "limit", a.daily_rate::text as "dailyRate", a.annual_rate::text as "annualRate",
        a.reasons
      from assessments a
      left join limits l on l.borrower_id = a.borrower_id and l.product_id = a.product_id
      where a.borrower_id = ${borrowerId}
        and (l.assessment_id = a.id or (l.assessment_id is null and a.outcome = 'refused'))
      order by a.product_id, a.decided_on desc
    ) as last order by "decidedOn" desc`);
  return [...rows];
}

async function quoteBeingPaidOut(q: Queryable, conversationId: string): Promise<Quote | null> {
  const [row] = await q
    .select()
    .from(quotes)
    .where(
      sql`${quotes.id} in (
        select loan.id from loans loan join commands c on c.payload ->> 'loanId' = loan.id
        where c.conversation_id = ${conversationId} and c.kind = 'payOut' and c.status = 'pending'
          and loan.status = 'signed'
      )`,
    );
  if (!row) return null;
  const { aprSimple: simple, aprCompounded: compounded, ...columns } = row;
  const { borrowerId: _, voidedAt: __, voidReason: ___, ...figures } = columns;
  return { ...figures, schedule: row.schedule as Quote["schedule"], apr: { simple, compounded } };
}

/** Begun and not known the end of: taken up by the rail, or still to be asked of it. */
async function repaymentsUnderWay(q: Queryable, { borrowerId, conversationId }: WhoseFacts) {
  const rows = await q.execute<{ repaymentId: string; loanId: string; amount: string; at: string }>(sql`
    select r.id as "repaymentId", r.loan_id as "loanId", r.amount::text as amount, coalesce(d.at, r.begun_at) as at
    from repayments r
    join loans loan on loan.id = r.loan_id
    left join deadlines d on d.conversation_id = ${conversationId} and d.key = 'collection:' || r.id
    where loan.borrower_id = ${borrowerId} and r.status = 'processing'
    union all
    select c.payload ->> 'repaymentId', c.payload ->> 'loanId', c.payload ->> 'amount',
      (c.payload ->> 'confirmedAt')::timestamptz
    from commands c
    where c.conversation_id = ${conversationId} and c.kind = 'collect' and c.status = 'pending'
      and not exists (select from repayments r where r.id = c.payload ->> 'repaymentId')`);
  return rows.map(({ at, ...one }) => ({ ...one, arrivesOn: shanghaiDate(new Date(at).toISOString()) }));
}

async function preferences(q: Queryable, borrowerId: string) {
  const [row] = await q
    .select()
    .from(contactPreferences)
    .where(eq(contactPreferences.borrowerId, borrowerId));
  return { hour: row?.reminderHour ?? null, stopped: (row?.stoppedAt ?? null) !== null };
}

async function openPromise(q: Queryable, borrowerId: string) {
  const [row] = await q
    .select()
    .from(promises)
    .where(and(eq(promises.borrowerId, borrowerId), eq(promises.status, "open")));
  if (!row) return null;
  const { id, madeOn, promisedOn, amount, paidBefore } = row;
  return { id, madeOn, promisedOn, amount, paidBefore };
}

const decisions = {
  open: "waiting",
  approved: "approved",
  declined: "declined",
  answered: "declined",
} as const;

async function lastExtension(q: Queryable, borrowerId: string) {
  const [row] = await q
    .select()
    .from(staffRequests)
    .where(and(eq(staffRequests.borrowerId, borrowerId), eq(staffRequests.kind, "extension")))
    .orderBy(desc(staffRequests.id))
    .limit(1);
  if (row?.loanId == null || row.installment === null || row.until === null) return null;
  const { turnId: id, loanId, installment, until, status } = row;
  return { id, loanId, installment, until, decision: decisions[status] };
}

/** For a person, oldest first. */
async function openRequests(q: Queryable, borrowerId: string) {
  const rows = await q
    .select({ id: staffRequests.turnId, reason: staffRequests.reason })
    .from(staffRequests)
    .where(
      and(
        eq(staffRequests.borrowerId, borrowerId),
        eq(staffRequests.kind, "person"),
        eq(staffRequests.status, "open"),
      ),
    )
    .orderBy(asc(staffRequests.id));
  return rows.flatMap(({ id, reason }) => (reason === null ? [] : [{ id, reason }]));
}
