/** Commands: stored with the job that runs them, so that neither can be without the other. */
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Queryable } from "../connection/connection.ts";
import { commands } from "../schema.ts";

export type CommandRow = typeof commands.$inferSelect;

export interface NewCommand {
  id: string;
  conversationId: string;
  turnId: string;
  kind: string;
  idempotencyKey: string;
  payload: unknown;
  /** Attempts of its job before it is given up. */
  maxAttempts: number;
}

/** Stores a command and its job `run-command` in one statement; false, and nothing done, when the key is known. */
export async function insertCommand(q: Queryable, command: NewCommand): Promise<boolean> {
  const { id, conversationId, turnId, kind, idempotencyKey, payload, maxAttempts } = command;
  const stored = await q.execute(sql`
    with stored as (
      insert into commands (id, conversation_id, turn_id, kind, idempotency_key, payload)
      values (${id}, ${conversationId}, ${turnId}, ${kind}, ${idempotencyKey}, ${JSON.stringify(payload)}::jsonb)
      on conflict (idempotency_key) do nothing
      returning id
    )
    select job.id from stored, graphile_worker.add_job(
      'run-command', json_build_object('commandId', stored.id),
      max_attempts => ${maxAttempts}::integer, job_key => 'command:' || stored.id
    ) as job`);
  return stored.length > 0;
}

export async function findCommand(q: Queryable, id: string): Promise<CommandRow | undefined> {
  const rows = await q.select().from(commands).where(eq(commands.id, id));
  return rows[0];
}

/** True the first time only: afterwards its partner may have been asked, whatever became of the job that did. */
export async function beginCommand(q: Queryable, id: string): Promise<boolean> {
  const begun = await q
    .update(commands)
    .set({ begunAt: sql`now()` })
    .where(and(eq(commands.id, id), isNull(commands.begunAt)))
    .returning({ id: commands.id });
  return begun.length > 0;
}

/** False when it was finished before: its result has been told already. */
export async function finishCommand(
  q: Queryable,
  id: string,
  { status, result }: { status: "done" | "failed"; result: unknown },
): Promise<boolean> {
  const finished = await q
    .update(commands)
    .set({ status, result, finishedAt: sql`now()` })
    .where(and(eq(commands.id, id), eq(commands.status, "pending")))
    .returning({ id: commands.id });
  return finished.length > 0;
}

/** Oldest first. */
export async function pendingCommands(q: Queryable, conversationId: string): Promise<CommandRow[]> {
  return await q
    .select()
    .from(commands)
    .where(and(eq(commands.conversationId, conversationId), eq(commands.status, "pending")))
    .orderBy(asc(commands.createdAt), asc(commands.id));
}

const itsJob = sql`from graphile_worker.jobs job where job.key = 'command:' || ${commands.id}`;

/** Pending, and no job will run it any more: its own is gone, or has used up its attempts. */
export const isStranded = and(
  eq(commands.status, "pending"),
  sql`not exists (select ${itsJob} and (job.attempts < job.max_attempts or job.locked_at is not null))`,
);

export interface StrandedCommand {
  row: CommandRow;
  /** True when its job is there, with no attempt left. */
  exhausted: boolean;
}

/** Oldest first. */
export async function strandedCommands(q: Queryable): Promise<StrandedCommand[]> {
  return await q
    .select({ row: commands, exhausted: sql<boolean>`exists (select ${itsJob})` })
    .from(commands)
    .where(isStranded)
    .orderBy(asc(commands.createdAt), asc(commands.id));
}

/** Gives a command a job again. */
export async function queueCommand(
  q: Queryable,
  { id, maxAttempts }: { id: string; maxAttempts: number },
): Promise<void> {
  await q.execute(sql`
    select (graphile_worker.add_job(
      'run-command', json_build_object('commandId', ${id}::text), max_attempts => ${maxAttempts}::integer,
      job_key => ${`command:${id}`}
    )).id`);
}
