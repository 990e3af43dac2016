import type { Command } from "../../machines/effects.ts";
import { assess } from "./assess.ts";
import { checkCollection } from "./check-collection.ts";
import { collect } from "./collect.ts";
import type { CommandResult, CommandScope } from "./command-scope.ts";
import { deduct } from "./deduct.ts";
import { findCard } from "./find-card.ts";
import { payOut } from "./pay-out.ts";
import { verifyFace } from "./verify-face.ts";
import { verifyName } from "./verify-name.ts";

const performers: {
  [Name in Command["command"]]: (scope: CommandScope<Name>) => Promise<CommandResult>;
} = { verifyName, findCard, assess, verifyFace, payOut, collect, deduct, checkCollection };

/** Runs a command with its partner. Throws PartnerUnavailable when it has to be run again. */
export function performCommand<Name extends Command["command"]>(
  scope: CommandScope<Name>,
): Promise<CommandResult> {
  const perform = performers[scope.command.command as Name];
  return perform(scope);
}
