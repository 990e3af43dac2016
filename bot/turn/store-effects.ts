/** Writes what a transition wants, in the turn's own transaction. Statements are issued in order, unawaited. */

import type { Tx } from "../../db/connection/connection.ts";
import {
  armConversation,
  clearDeadline,
  clearDeadlines,
  setDeadline,
} from "../../db/conversation/deadlines.ts";
import { insertCommand } from "../../db/jobs/commands.ts";
import type { Command } from "../../machines/commands.ts";
import type { Deadline, Effect } from "../../machines/effects.ts";
import { commandDefinitions } from "../commands/commands.ts";
import type { Conversation } from "./conversation.ts";
import { storeFact } from "./store-fact.ts";

export interface StoreEffectsOptions {
  tx: Tx;
  conversation: Conversation;
  effects: readonly Effect[];
  turnId: string;
  /** The borrower's time. */
  at: string;
  newId: () => string;
  /** How far the process's clock is ahead of the one by which jobs run. */
  aheadMs: number;
}

export function storeEffects(options: StoreEffectsOptions): Promise<unknown>[] {
  const { tx, conversation, effects, aheadMs } = options;
  const writes = effects.flatMap((effect) => {
    if ("fact" in effect) return [storeFact(options, effect)];
    if ("command" in effect) return [storeCommand(options, effect)];
    return "deadline" in effect ? [storeDeadline(options, effect)] : [];
  });
  const timeMoved = effects.some((effect) => "deadline" in effect || "clock" in effect);
  if (timeMoved)
    writes.push(
      armConversation(tx, {
        conversationId: conversation.id,
        clockOffsetMs: conversation.clockOffsetMs + aheadMs,
      }),
    );
  return writes;
}

function storeCommand(
  { tx, conversation, turnId, newId }: StoreEffectsOptions,
  command: Command,
): Promise<unknown> {
  const { command: kind, key, ...payload } = command;
  return insertCommand(tx, {
    id: newId(),
    conversationId: conversation.id,
    turnId,
    kind,
    idempotencyKey: key,
    payload,
    maxAttempts: commandDefinitions[kind].tries,
  });
}

function storeDeadline({ tx, conversation }: StoreEffectsOptions, deadline: Deadline): Promise<unknown> {
  const conversationId = conversation.id;
  const { key } = deadline;
  if (deadline.deadline === "set") {
    return setDeadline(tx, { conversationId, key, at: deadline.at, event: deadline.event });
  }
  return key.endsWith(":") ? clearDeadlines(tx, conversationId, key) : clearDeadline(tx, conversationId, key);
}
