/**
 * In the sandbox, what partners answer one borrower: as the persona, unless a tester has chosen otherwise, which then
 * stands until it is taken back. Kept in this process, so for the commands that it runs.
 */
import { commandDefinitions } from "../../bot/commands/commands.ts";
import { isCommandName } from "../../machines/commands.ts";
import { eachOperation } from "../../partners/each-operation.ts";
import { type OperationName, operationNames } from "../../partners/operations.ts";
import { type PartnerOperations, type Partners, PartnerUnavailable } from "../../partners/ports.ts";
import { choicesOf } from "../../partners/sandbox/behaviours.ts";
import { isSandbox, type SandboxPartners } from "../../partners/sandbox/partners.ts";

/** As a partner that cannot be reached. */
const silent = "time-out";

/** The operations that commands ask: what else is asked is not asked in a conversation. */
const asked: ReadonlySet<OperationName> = new Set(
  Object.values(commandDefinitions).flatMap(({ asks }) => asks),
);

/** What may be chosen, by what is asked. */
export const steerable: readonly { asked: OperationName; choices: readonly string[] }[] = operationNames
  .filter((name) => asked.has(name))
  .map((name) => ({ asked: name, choices: [...choicesOf(name), silent] }));

export const mayAnswer = (name: OperationName, answer: string): boolean =>
  steerable.some((one) => one.asked === name && one.choices.includes(answer));

/** The operation of a command that may be answered so; undefined when none may. */
export function askedBy(command: string, answer: string): OperationName | undefined {
  if (!isCommandName(command)) return undefined;
  return commandDefinitions[command].asks.find((name) => mayAnswer(name, answer));
}

export interface Steering {
  /** The partners, steered; unchanged where they are real. */
  steer(own: Partners): Partners;
  /** null: as the persona. */
  choose(borrowerId: string, asked: OperationName, answer: string | null): void;
  chosen(borrowerId: string, asked: OperationName): string | null;
}

export function steerPartners(): Steering {
  const choices = new Map<string, string>();
  const keyOf = (borrowerId: string, name: OperationName): string => `${name} ${borrowerId}`;
  const chosen: Steering["chosen"] = (borrowerId, name) => choices.get(keyOf(borrowerId, name)) ?? null;
  return {
    chosen,
    choose(borrowerId, name, answer) {
      if (answer === null) choices.delete(keyOf(borrowerId, name));
      else choices.set(keyOf(borrowerId, name), answer);
    },
    steer: (own) => (isSandbox(own) ? steered(own, chosen) : own),
  };
}

function steered(own: SandboxPartners, chosen: Steering["chosen"]): SandboxPartners {
  const asPersona: PartnerOperations = own;
  return {
    ...own,
    ...eachOperation(async (name, request) => {
      const choice = chosen(request.borrowerId, name);
      if (choice === silent) throw new PartnerUnavailable("a tester chose that nobody answers");
      return choice === null ? asPersona[name](request) : own.answerAs(name, choice, request);
    }),
  };
}
