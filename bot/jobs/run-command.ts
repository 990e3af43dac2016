/** Runs one command and brings its result back as a turn. Run again, it does nothing more. */

import { failureCode, isStorageFailure } from "../../db/connection/storage-failure.ts";
import {
  type CommandRow,
  findCommand,
  finishCommand,
  queueCommand,
  type StrandedCommand,
  strandedCommands,
} from "../../db/jobs/commands.ts";
import { isCommandName, readCommand } from "../../machines/commands.ts";
import { NewerSnapshot } from "../../machines/snapshots.ts";
import { PartnerUnavailable } from "../../partners/ports.ts";
import { commandBooks } from "../commands/command-books.ts";
import type { CommandResult, SilenceEvent } from "../commands/command-definition.ts";
import { commandDefinitions, performCommand } from "../commands/commands.ts";
import { loadConversation, readConversationById } from "../turn/conversation.ts";
import { handleTurn, type TurnCause } from "../turn/handle-turn.ts";
import type { JobDependencies } from "./job-dependencies.ts";

export interface RunCommandOptions {
  commandId: string;
  attempt: { number: number; last: boolean };
}

export async function runCommand(deps: JobDependencies, options: RunCommandOptions): Promise<void> {
  const row = await findCommand(deps.database.orm, options.commandId);
  if (row?.status !== "pending") return;
  try {
    await answer(deps, row);
  } catch (error) {
    if (error instanceof NewerSnapshot) throw error;
    logTrouble(deps, row, error);
    if (await giveUp(deps, row, options.attempt)) return;
    throw new PartnerUnavailable("to be tried again");
  }
}

async function answer(deps: JobDependencies, row: CommandRow): Promise<void> {
  const { id: commandId, conversationId, idempotencyKey: key } = row;
  const conversation = await readConversationById(deps, conversationId);
  if (!conversation) throw new Error(`command ${commandId} belongs to no conversation`);
  const { borrowerId, clockOffsetMs } = conversation;
  const at = new Date(Date.parse(deps.clock.now()) + clockOffsetMs).toISOString();
  const result = await performCommand({
    command: readCommand(row),
    partners: deps.partners,
    call: { key, borrowerId, at },
    books: commandBooks(deps.database.orm, commandId),
  });
  await handleTurn(deps, answerCause(deps, { commandId, conversationId, status: "done", result }));
}

/** A partner or a database out of reach is the world's way; anything else is a bug. No line carries personal data. */
function logTrouble({ log }: JobDependencies, row: CommandRow, error: unknown): void {
  const fields = { commandId: row.id, kind: row.kind };
  if (error instanceof PartnerUnavailable) log.warn(fields, "the partner is out of reach");
  else if (isStorageFailure(error))
    log.warn({ ...fields, code: failureCode(error) }, "the database is out of reach: the command waits");
  else log.error({ ...fields, err: error }, "a command failed");
}

/**
 * Money is asked after until the answer is known; anything else is given up at last, and said so: true then.
 * What is thrown instead of the error is kept with the job, so that nothing personal is.
 */
async function giveUp(
  deps: JobDependencies,
  row: CommandRow,
  attempt: RunCommandOptions["attempt"],
): Promise<boolean> {
  const { id: commandId, conversationId, kind } = row;
  const definition = definitionOf(row);
  if (definition && !definition.movesMoney) {
    if (attempt.last) await failCommand(deps, row, definition.givenUp.event);
    return attempt.last;
  }
  if (definition && attempt.number === definition.patience.after) {
    const event: SilenceEvent = { type: definition.patience.event, command: kind };
    await handleTurn(deps, delayCause(deps, { conversationId, event }));
  }
  if (attempt.last) deps.log.error({ commandId, kind }, "money of unknown whereabouts: a person must look");
  return false;
}

/** None for a command of another release, which may move money for all that is known here: it is not given up. */
const definitionOf = ({ kind }: CommandRow) => (isCommandName(kind) ? commandDefinitions[kind] : undefined);

/** As a turn that tells the borrower. Not for money. */
async function failCommand(
  deps: JobDependencies,
  { id: commandId, conversationId, kind }: CommandRow,
  type: SilenceEvent["type"],
): Promise<void> {
  const result = { event: { type, command: kind } };
  await handleTurn(deps, answerCause(deps, { commandId, conversationId, status: "failed", result }));
}

/**
 * Commands that no job will run any more: whoever gave them up died in doing so, or could not reach the database.
 * They are given up now. Money without a job is asked after again; money whose attempts are used up is a person's.
 */
export async function settleStrandedCommands(deps: JobDependencies): Promise<void> {
  for (const stranded of await strandedCommands(deps.database.orm)) {
    try {
      await settle(deps, stranded);
    } catch (error) {
      if (isStorageFailure(error)) throw error;
      // A newer release's processes look after it.
      if (!(error instanceof NewerSnapshot))
        deps.log.error({ commandId: stranded.row.id, err: error }, "a command could not be given up");
    }
  }
}

async function settle(deps: JobDependencies, { row, exhausted }: StrandedCommand): Promise<void> {
  const definition = definitionOf(row);
  if (!definition) return;
  if (!definition.movesMoney) await failCommand(deps, row, definition.givenUp.event);
  else if (!exhausted) await queueCommand(deps.database.orm, { id: row.id, maxAttempts: definition.tries });
}

interface CommandAnswer {
  commandId: string;
  conversationId: string;
  status: "done" | "failed";
  result: CommandResult;
}

function answerCause(deps: JobDependencies, answer: CommandAnswer): TurnCause {
  const { commandId, conversationId, status, result } = answer;
  return {
    load: () => loadConversation(deps, conversationId),
    read: () => ({ events: [result.event] }),
    claim: (tx) => finishCommand(tx, commandId, { status, result: result.event }),
    ...(result.book && { book: result.book }),
  };
}

/** Tells the borrower that a partner keeps them waiting; the command goes on. */
const delayCause = (
  deps: JobDependencies,
  { conversationId, event }: { conversationId: string; event: SilenceEvent },
): TurnCause => ({
  load: () => loadConversation(deps, conversationId),
  read: () => ({ events: [event] }),
  claim: async () => true,
});
