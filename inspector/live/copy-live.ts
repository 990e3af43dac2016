/** A running conversation as a world to step: masked, with what it waits for. Nothing done there reaches it. */
import type { Conversation } from "../../bot/turn/conversation.ts";
import type { Queryable } from "../../db/connection/connection.ts";
import { type DeadlineRow, listDeadlines } from "../../db/conversation/deadlines.ts";
import { pendingCommands } from "../../db/jobs/commands.ts";
import { loadLoans, loadLoansOf } from "../../db/lending/loan-facts.ts";
import { findRepayment } from "../../db/lending/repayments.ts";
import { readCommand } from "../../machines/commands.ts";
import type { SetDeadline, World, WorldRepayment } from "../stepping/world.ts";
import type { LiveOptions } from "./live-options.ts";
import { mask, maskContext } from "./mask.ts";

export async function copyLive(
  { id, borrowerId, seq, shownSeq, clockOffsetMs, state }: Conversation,
  { jobs }: Pick<LiveOptions, "jobs">,
): Promise<World> {
  const { orm } = jobs.database;
  const commands = (await pendingCommands(orm, id)).map(readCommand);
  const deadlines = (await listDeadlines(orm, id)).map(deadlineOf);
  const paid = await loadLoansOf(orm, borrowerId);
  const signed = await loadLoans(
    orm,
    commands.flatMap((one) => (one.command === "payOut" ? [one.loanId] : [])),
  );
  const begun = await begunIn(orm, [
    ...commands.flatMap((one) => (one.command === "collect" ? [one.repaymentId] : [])),
    ...state.context.processing.map(({ repaymentId }) => repaymentId),
  ]);
  return {
    value: state.value,
    context: { ...maskContext(state.context) },
    at: new Date(Date.parse(jobs.clock.now()) + clockOffsetMs).toISOString(),
    ...{ turn: seq, shownSeq },
    ...mask({ commands, deadlines, loans: [...paid, ...signed], begun }),
  };
}

const deadlineOf = ({ key, at, event }: DeadlineRow): SetDeadline => ({
  ...{ deadline: "set", key, at },
  event: event as SetDeadline["event"],
});

async function begunIn(q: Queryable, ids: readonly string[]): Promise<WorldRepayment[]> {
  const rows = await Promise.all([...new Set(ids)].map((id) => findRepayment(q, id)));
  return rows.flatMap((row) => {
    if (row?.status !== "processing") return [];
    const { id, kind, amount, rail, loanId, begunAt } = row;
    return [{ id, kind, amount, rail, loanId, confirmedAt: begunAt }];
  });
}
