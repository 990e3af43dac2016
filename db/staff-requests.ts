/** What borrowers asked of people, and what people decided. */
import { sql } from "drizzle-orm";
import type { Queryable, Tx } from "./connection.ts";
import type { requestKinds, requestStatuses } from "./schema/staff-requests.ts";

export type RequestKind = (typeof requestKinds)[number];
export type RequestStatus = (typeof requestStatuses)[number];

export interface NewRequest {
  turnId: string;
  applicantId: string;
  conversationId: string;
  kind: RequestKind;
  /** Of an extension: for which installment, until which day. */
  of?: { loanId: string; installment: number; until: string };
  /** The borrower's time. */
  askedAt: string;
}

/** Asked again while it waits, it is the same request. */
export async function insertRequest(q: Queryable, request: NewRequest): Promise<void> {
  const { turnId, applicantId, conversationId, kind, of, askedAt } = request;
  await q.execute(sql`
    insert into staff_requests (turn_id, applicant_id, conversation_id, kind, loan_id, installment, until, asked_at)
    values (${turnId}, ${applicantId}, ${conversationId}, ${kind}, ${of?.loanId ?? null},
      ${of?.installment ?? null}, ${of?.until ?? null}, ${askedAt})
    on conflict (applicant_id, kind) where status = 'open' do nothing`);
}

export interface ListedRequest {
  id: number;
  kind: RequestKind;
  status: RequestStatus;
  /** Of an extension: the loan's number, its installment, the day asked for or given. */
  loan: string | null;
  installment: number | null;
  until: string | null;
  /** Behind now, over the borrower's loans, as of the last close. */
  daysPastDue: number | null;
  /** What brings the borrower's loans up to date, yuan, as of the last close. */
  overdue: string | null;
  askedAt: string;
  decidedBy: string | null;
  reply: string | null;
}

/** The longest waiting first. */
export async function listRequests(
  q: Queryable,
  filter: { status?: RequestStatus | undefined; kind?: RequestKind | undefined; limit: number },
): Promise<ListedRequest[]> {
  const { status = null, kind = null, limit } = filter;
  const rows = await q.execute<ListedRequest & Record<string, unknown>>(sql`
    select q.id, q.kind, q.status, loan.number as loan, q.installment, q.until::text, q.reply,
      q.decided_by as "decidedBy", q.asked_at as "askedAt",
      late.days as "daysPastDue", late.overdue::text
    from staff_requests q
    left join loans loan on loan.id = q.loan_id
    left join lateral (
      select max(p.days_past_due) as days,
        sum(p.overdue_principal + p.overdue_interest + p.penalty + p.due_today)::numeric(18, 2) as overdue
      from loans own join loan_positions p on p.loan_id = own.id
      where own.applicant_id = q.applicant_id and own.status = 'active'
    ) as late on true
    where (${status}::text is null or q.status = ${status}) and (${kind}::text is null or q.kind = ${kind})
    order by q.asked_at, q.id limit ${limit}`);
  return rows.map((row) => ({ ...row, askedAt: new Date(row.askedAt).toISOString() }));
}

export interface OpenRequest {
  id: number;
  turnId: string;
  conversationId: string;
  kind: RequestKind;
  status: RequestStatus;
  until: string | null;
  dueDate: string | null;
  clockOffsetMs: number;
  timeZone: string;
}

/** Locked to the end of the transaction; undefined when there is none of that number. */
export async function lockRequest(tx: Tx, id: number): Promise<OpenRequest | undefined> {
  const [row] = await tx.execute<OpenRequest & Record<string, unknown>>(sql`
    select q.id, q.turn_id as "turnId", q.conversation_id as "conversationId", q.kind, q.status, q.until::text,
      i.due_date::text as "dueDate", talk.clock_offset_ms::double precision as "clockOffsetMs",
      coalesce(preference.time_zone, 'Asia/Shanghai') as "timeZone"
    from staff_requests q
    join conversations talk on talk.id = q.conversation_id
    left join installments i on i.loan_id = q.loan_id and i.number = q.installment
    left join contact_preferences preference on preference.applicant_id = q.applicant_id
    where q.id = ${id} for update of q`);
  return row;
}

export interface RequestDecision {
  id: number;
  status: Exclude<RequestStatus, "open">;
  /** Of an approved extension: the day given. */
  until?: string | undefined;
  reply?: string | undefined;
  operator: string;
  now: string;
}

export async function decideRequest(tx: Tx, decision: RequestDecision): Promise<void> {
  const { id, status, until, reply, operator, now } = decision;
  await tx.execute(sql`
    update staff_requests set status = ${status}, until = coalesce(${until ?? null}::date, until),
      reply = ${reply ?? null}, decided_by = ${operator}, decided_at = ${now}
    where id = ${id}`);
}
