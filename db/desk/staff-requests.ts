/** What borrowers asked of people, and what people decided. */
import { sql } from "drizzle-orm";
import type { RequestReason } from "../../domain/contact/request-reasons.ts";
import type { Queryable, Tx } from "../connection/connection.ts";
import type { requestKinds, requestStatuses } from "../schema/desk.ts";

export type RequestKind = (typeof requestKinds)[number];
export type RequestStatus = (typeof requestStatuses)[number];

export type NewRequest = {
  turnId: string;
  borrowerId: string;
  conversationId: string;
  /** The borrower's time. */
  askedAt: string;
} & (
  | { kind: "extension"; of: { loanId: string; installment: number; until: string } }
  | { kind: "person"; reason: RequestReason }
);

/**
 * Asked again for the same reason while it waits, it is the same request, known by the turn that asked last: a
 * conversation that an older release stored remembers none of its own, and is told of the decision by that turn.
 */
export async function insertRequest(q: Queryable, request: NewRequest): Promise<void> {
  const { turnId, borrowerId, conversationId, kind, askedAt } = request;
  const of = request.kind === "extension" ? request.of : undefined;
  const reason = request.kind === "person" ? request.reason : null;
  await q.execute(sql`
    insert into staff_requests
      (turn_id, borrower_id, conversation_id, kind, reason, loan_id, installment, until, asked_at)
    values (${turnId}, ${borrowerId}, ${conversationId}, ${kind}, ${reason}, ${of?.loanId ?? null},
      ${of?.installment ?? null}, ${of?.until ?? null}, ${askedAt})
    on conflict (borrower_id, kind, coalesce(reason, '')) where status = 'open' do update set turn_id = excluded.turn_id`);
}

export interface ListedRequest {
  id: number;
  kind: RequestKind;
  status: RequestStatus;
  /** Of a request for a person. */
  reason: RequestReason | null;
  /** What the borrower wrote to make it, with long numbers masked; null where there is no such message. */
  words: string | null;
  channel: string;
  chatId: string;
  /** Where the conversation is now. */
  stage: string;
  /** Of an extension the loan's number, else those of all loans not settled. */
  loan: string | null;
  /** Of an extension: the installment, and the day asked for or given. */
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
    select q.id, q.kind, q.status, q.reason, coalesce(loan.number, late.loans) as loan, q.installment,
      q.until::text, q.reply, q.decided_by as "decidedBy", q.asked_at as "askedAt",
      late.days as "daysPastDue", late.overdue::text,
      talk.channel, talk.chat_id as "chatId", talk.stage,
      (select heard.text from inbox heard
        where heard.conversation_id = q.conversation_id and heard.turn_id = q.turn_id limit 1) as words
    from staff_requests q
    join conversations talk on talk.id = q.conversation_id
    left join loans loan on loan.id = q.loan_id
    left join lateral (
      select string_agg(own.number, ' ' order by own.number) as loans, max(p.days_past_due) as days,
        sum(p.overdue_principal + p.overdue_interest + p.penalty + p.due_today)::numeric(18, 2) as overdue
      from loans own left join loan_positions p on p.loan_id = own.id
      where own.borrower_id = q.borrower_id and own.status = 'active'
    ) as late on true
    where (${status}::text is null or q.status = ${status}) and (${kind}::text is null or q.kind = ${kind})
    order by q.asked_at, q.id limit ${limit}`);
  return rows.map((row) => ({
    ...row,
    askedAt: new Date(row.askedAt).toISOString(),
  }));
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
    left join contact_preferences preference on preference.borrower_id = q.borrower_id
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
