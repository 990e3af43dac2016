/** The lines of a transcript that say what partners answer, in the real assistant: their commands wait for them. */
import { commandDefinitions } from "../../../bot/commands/commands.ts";
import { runCommand } from "../../../bot/jobs/run-command.ts";
import { readConversation } from "../../../bot/turn/conversation.ts";
import { type CommandRow, findCommand, pendingCommands } from "../../../db/jobs/commands.ts";
import { askedBy, steerPartners } from "../../../inspector/live/steer-partners.ts";
import { asSandbox, readAnswer, waits } from "../../../inspector/transcript/format.ts";
import { readCommand } from "../../../machines/commands.ts";
import { PartnerUnavailable } from "../../../partners/ports.ts";
import type { Conversation } from "../conversation.ts";
import type { Holds } from "../jobs.ts";
import type { TestAssistant } from "../test-assistant.ts";

/** Commands that were held, by id: their jobs are over. With how often each was tried since. */
export type Waiting = Map<string, number>;

interface Scope {
  system: TestAssistant;
  conversation: Conversation;
  held: ReadonlySet<string>;
  waiting: Waiting;
}

const current = async ({ system, conversation }: Scope) =>
  await readConversation(system.jobs, conversation.inbound({ kind: "text", text: "" }));

async function pendingIn(scope: Scope): Promise<CommandRow[]> {
  const known = await current(scope);
  return known ? await pendingCommands(scope.system.jobs.database.orm, known.id) : [];
}

/** undefined: nothing is to wait. */
export function holdsOf(scope: Scope): Holds | undefined {
  const { held, system, waiting } = scope;
  if (held.size === 0) return undefined;
  return async (commandId) => {
    const row = await findCommand(system.jobs.database.orm, commandId);
    if (!row || !held.has(row.kind) || row.conversationId !== (await current(scope))?.id) return false;
    waiting.set(commandId, waiting.get(commandId) ?? 0);
    return true;
  };
}

/** What waited and is not held any more is answered by the sandbox. */
export async function runReleased(scope: Scope): Promise<void> {
  const { system, held, waiting } = scope;
  for (const { id, kind } of await pendingIn(scope)) {
    if (waiting.has(id) && !held.has(kind))
      await runCommand(system.jobs, { commandId: id, attempt: { number: 1, last: false } });
  }
}

/** What is wrong, or nothing. */
export async function answerCommand(scope: Scope, text: string): Promise<string | undefined> {
  const { asked, answer } = readAnswer(text);
  const row = (await pendingIn(scope)).find(({ kind }) => kind === asked);
  if (!row) return `nobody waits for an answer to ${asked}`;
  if (answer === waits) return undefined;
  if (answer === asSandbox) {
    await runCommand(scope.system.jobs, { commandId: row.id, attempt: { number: 1, last: false } });
    return undefined;
  }
  return askedBy(asked, answer) ? await answerAs(scope, row, answer) : `no partner answers so: ${text}`;
}

/** More than there are tries before a borrower is asked to be patient. */
const mostTries = 10;

/** One try is the answer; a partner's silence is as many as it takes until the borrower is told of it. */
async function answerAs(scope: Scope, row: CommandRow, answer: string): Promise<string | undefined> {
  const { system, waiting } = scope;
  const before = await current(scope);
  const asked = askedBy(row.kind, answer);
  if (!before || !asked) return "there is no conversation";
  const steering = steerPartners();
  steering.choose(before.borrowerId, asked, answer);
  const deps = { ...system.jobs, partners: steering.steer(system.jobs.partners) };
  const last = !commandDefinitions[readCommand(row).command].movesMoney;
  for (let number = (waiting.get(row.id) ?? 0) + 1; number <= mostTries; number += 1) {
    waiting.set(row.id, number);
    await runCommand(deps, { commandId: row.id, attempt: { number, last } }).catch(unlessUnavailable);
    if ((await current(scope))?.seq !== before.seq) return undefined;
  }
  return "the borrower is told nothing of it";
}

function unlessUnavailable(error: unknown): void {
  if (!(error instanceof PartnerUnavailable)) throw error;
}
