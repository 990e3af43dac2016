/** The assistant as channels see it: give it what a person did; it answers through the channel. */

import type { Database } from "../db/connection/connection.ts";
import { failureCode, isStorageFailure } from "../db/connection/storage-failure.ts";
import { findConversation } from "../db/conversation/conversations.ts";
import { conversationHistory, type HistoryPart } from "../db/conversation/history.ts";
import type { SessionStore } from "../db/sessions/session-store.ts";
import { NewerSnapshot } from "../machines/snapshots.ts";
import type { Partners } from "../partners/ports.ts";
import type { Channel } from "./channels/channel.ts";
import type { Clock } from "./clock.ts";
import type { JobDependencies } from "./jobs/job-dependencies.ts";
import type { Log } from "./log/log.ts";
import type { Address, Inbound, Outbound } from "./messages.ts";
import { withoutSecrets } from "./secrets/mask-secrets.ts";
import { storable } from "./storable.ts";
import { StorageUnavailable } from "./storage-unavailable.ts";
import { askLanguageModel } from "./turn/ask-language-model.ts";
import { readConversation, warmConversation } from "./turn/conversation.ts";
import type { TurnDependencies } from "./turn/dependencies.ts";
import { handleTurn } from "./turn/handle-turn.ts";
import { inboundCause, type KnownConversation } from "./turn/read-inbound.ts";
import type { LanguageModel } from "./understanding/language-model/language-model.ts";
import { foreignPress } from "./views/foreign-press.ts";

export interface Receipt {
  outcome: "handled" | "duplicate" | "refused";
  /** A short sentence to show in passing (a toast); present when the press was refused. */
  notice?: string;
}

export interface HistoryItem {
  /** Increasing within a conversation. */
  id: number;
  at: string;
  message: { from: "borrower"; text: string } | { from: "assistant"; outbound: Outbound };
}

export interface Assistant {
  /**
   * Handles one message: resolves when its turn is committed and its reply has been tried. The same
   * `messageId` again does nothing. Throws `StorageUnavailable` when nothing could be stored: the channel
   * must then bring the message again.
   */
  receive(inbound: Inbound): Promise<Receipt>;
  /** What was said in a chat, oldest first: all of it, or a part. */
  history(address: Address, part?: HistoryPart): Promise<HistoryItem[]>;
}

function createAssistant(deps: TurnDependencies): Assistant {
  return {
    receive: (inbound) => whileStored(deps, () => receive(deps, withoutSecrets(cleaned(inbound)))),
    history: (address, part) => whileStored(deps, () => history(deps, address, part)),
  };
}

/** A channel lets through whatever can be typed. */
function cleaned(inbound: Inbound): Inbound {
  if (inbound.kind === "text") return { ...inbound, text: storable(inbound.text) };
  if (inbound.kind !== "command" || inbound.argument === undefined) return inbound;
  return { ...inbound, argument: storable(inbound.argument) };
}

async function receive(deps: TurnDependencies, inbound: Inbound): Promise<Receipt> {
  const known = await knownConversation(deps, inbound);
  const { conversation } = known;
  if (conversation && conversation.senderId !== inbound.senderId) {
    return { outcome: "refused", notice: foreignPress(conversation.state.context.locale ?? undefined) };
  }
  const opinion = await askLanguageModel(deps, inbound, conversation);
  const outcome = await handleTurn(deps, inboundCause(deps, inbound, known, opinion));
  return { outcome: outcome === "duplicate" ? "duplicate" : "handled" };
}

/** A session may say whose chat it is, but not that it is another's than the one who writes. */
async function knownConversation(deps: TurnDependencies, inbound: Inbound): Promise<KnownConversation> {
  const warm = await warmConversation(deps, inbound);
  if (warm?.senderId === inbound.senderId) return { conversation: warm, warm: true };
  return { conversation: await readConversation(deps, inbound), warm: false };
}

async function history(deps: TurnDependencies, address: Address, part?: HistoryPart): Promise<HistoryItem[]> {
  const conversation = await findConversation(deps.database.orm, address);
  if (!conversation) return [];
  const rows = await conversationHistory(deps.database.orm, conversation.id, part);
  return rows.map(({ id, at, ...said }) => ({
    id,
    at,
    message: said.from === "borrower" ? said : { from: said.from, outbound: said.outbound as Outbound },
  }));
}

async function whileStored<Result>({ log }: TurnDependencies, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NewerSnapshot) {
      log.warn({}, "a conversation is a newer release's: the message waits for its processes");
      throw new StorageUnavailable("the conversation is a newer release's", "newer-release");
    }
    if (!isStorageFailure(error)) throw error;
    log.error({ code: failureCode(error) }, "the database is out of reach: the message waits");
    throw new StorageUnavailable("the database is out of reach");
  }
}

export interface ComposeOptions {
  database: Database;
  sessions: SessionStore;
  partners: Partners;
  channels: readonly Channel[];
  clock: Clock;
  newId: () => string;
  log: Log;
  languageModel?: LanguageModel | undefined;
}

export interface Composition {
  assistant: Assistant;
  /** For the worker's tasks. */
  jobs: JobDependencies;
}

/** The assistant and its jobs, put together from what is given: the same in a process, a worker and a test. */
export function composeAssistant({ channels, ...options }: ComposeOptions): Composition {
  const jobs: JobDependencies = {
    ...options,
    sandbox: options.partners.pretended,
    channels: new Map(channels.map((channel) => [channel.name, channel])),
  };
  return { assistant: createAssistant(jobs), jobs };
}
