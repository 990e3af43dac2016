/** What is under way at this moment: queues, rates, what waits longest. */
import { sql } from "drizzle-orm";
import type { Queryable } from "./connection.ts";

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
  /** A minute, over the last five. */
  perMinute: { replies: string; commands: string };
  repliesWaiting: number;
  commandsPending: number;
  remindersPlanned: number;
  lastClose: string | null;
}

export async function workStatus(q: Queryable): Promise<WorkStatus> {
  const queues = await q.execute<QueueStatus & Record<string, unknown>>(sql`
    select task_identifier as task,
      (count(*) filter (where locked_at is null and attempts < max_attempts and run_at <= now()))::integer as ready,
      (count(*) filter (where locked_at is not null))::integer as running,
      (count(*) filter (where locked_at is null and attempts < max_attempts and run_at > now()))::integer as scheduled,
      (count(*) filter (where locked_at is null and attempts >= max_attempts))::integer as dead,
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
      (select count(*)::integer from reminders where status = 'planned') as "remindersPlanned",
      (select max("on")::text from closes) as "lastClose"`);
  if (!row) throw new Error("the statement always gives a row");
  const { replies, commands, ...rest } = row;
  return { queues: [...queues], perMinute: { replies, commands }, ...rest };
}
