/** What is under way at this moment: queues, rates, what waits longest. */
import { sql } from "drizzle-orm";
import type { Queryable } from "../connection/connection.ts";
import { isStranded } from "./commands.ts";

export interface QueueStatus {
  task: string;
  /** Could run now. */
  ready: number;
  running: number;
  /** For a later time. */
  scheduled: number;
  dead: number;
  /** Seconds that the oldest ready one has waited; null when none does. */
  oldestSeconds: number | null;
}

export interface WorkStatus {
  queues: QueueStatus[];
  /** Of borrowers to staff, not decided. */
  requestsOpen: number;
  /** A minute, over the last five. */
  perMinute: { replies: string; commands: string };
  repliesWaiting: number;
  commandsPending: number;
  /** Of those pending, the ones that no job will run any more: the bots settle them by themselves, money excepted. */
  commandsStranded: number;
  /** Of the reminders not told: in a campaign, skipped by one for now, and in none. */
  remindersPlanned: { queued: number; skipped: number; inNone: number };
  lastClose: string | null;
}

export async function workStatus(q: Queryable): Promise<WorkStatus> {
  const queues = await q.execute<QueueStatus & Record<string, unknown>>(sql`
    select task_identifier as task,
      (count(*) filter (where locked_at is null and attempts < max_attempts and run_at <= now()))::integer as ready,
      (count(*) filter (where locked_at is not null))::integer as running,
      (count(*) filter (where locked_at is null and attempts < max_attempts and run_at > now()))::integer as scheduled,
      (count(*) filter (where locked_at is null and attempts >= max_attempts and key is not null))::integer as dead,
      floor(extract(epoch from now() - min(run_at) filter (
        where locked_at is null and attempts < max_attempts and run_at <= now())))::integer as "oldestSeconds"
    from graphile_worker.jobs group by task_identifier order by task_identifier`);
  const [row] = await q.execute<
    Omit<WorkStatus, "queues" | "perMinute"> & { replies: string; commands: string }
  >(sql`
    select
      (select round(count(*) / 5.0, 1)::text from outbox where sent_at > now() - interval '5 minutes') as replies,
      (select round(count(*) / 5.0, 1)::text from commands where finished_at > now() - interval '5 minutes') as commands,
      (select count(*)::integer from outbox where status = 'pending') as "repliesWaiting",
      (select count(*)::integer from commands where status = 'pending') as "commandsPending",
      (select count(*)::integer from commands where ${isStranded}) as "commandsStranded",
      (select jsonb_build_object(
        'queued', count(*) filter (where d.status in ('planned', 'sending')),
        'skipped', count(*) filter (where d.status = 'skipped' and d.reason <> 'cancelled'),
        'inNone', count(*) filter (where d.status is null or d.reason = 'cancelled'))
        from reminders r
        left join dispatches d on (d.loan_id, d.installment, d.stage) = (r.loan_id, r.installment, r.stage)
        where r.status = 'planned') as "remindersPlanned",
      (select count(*)::integer from staff_requests where status = 'open') as "requestsOpen",
      (select max("on")::text from closes) as "lastClose"`);
  if (!row) throw new Error("the statement always gives a row");
  const { replies, commands, ...rest } = row;
  return { queues: [...queues], perMinute: { replies, commands }, ...rest };
}
