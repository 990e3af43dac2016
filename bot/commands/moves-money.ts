import type { CommandName } from "../../machines/effects.ts";

const moneyCommands: ReadonlySet<CommandName> = new Set(["payOut", "collect", "deduct", "checkCollection"]);

/** True for commands whose outcome must become known: giving them up could lose or double money. */
export const movesMoney = ({ command }: { command: CommandName }): boolean => moneyCommands.has(command);

/** Days: money that may have moved is asked after until the answer is known. */
export const moneyAttempts = 25;
