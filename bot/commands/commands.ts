/** Every command by its name. One more is its payload in machines/commands.ts, a file here, and a line below. */
import type { Command, CommandName } from "../../machines/commands.ts";
import { assess } from "./assess.ts";
import { checkCollection } from "./check-collection.ts";
import { collect } from "./collect.ts";
import type { CommandDefinition, CommandResult, CommandScope } from "./command-definition.ts";
import { deduct } from "./deduct.ts";
import { findCard } from "./find-card.ts";
import { payOut } from "./pay-out.ts";
import { verifyFace } from "./verify-face.ts";
import { verifyName } from "./verify-name.ts";

export const commandDefinitions: { [Name in CommandName]: CommandDefinition<Name> } = {
  verifyName,
  findCard,
  assess,
  verifyFace,
  payOut,
  collect,
  deduct,
  checkCollection,
};

/** Runs a command with its partners. Throws PartnerUnavailable when it has to be run again. */
export function performCommand<Name extends CommandName>(scope: CommandScope<Name>): Promise<CommandResult> {
  const name = (scope.command as Command).command as Name;
  const definition: CommandDefinition<Name> = commandDefinitions[name];
  return definition.perform(scope);
}
