/** The warm conversation: what a turn reads, from the session store or else from Postgres. */
import { z } from "zod";
import {
  type ConversationRow,
  createConversation,
  findConversation,
  findConversationById,
} from "../../db/conversation/conversations.ts";
import { knownFacts } from "../../db/conversation/known-facts.ts";
import { hintedLocale, type Locale } from "../../domain/language/languages.ts";
import { type JourneyState, startJourney } from "../../machines/journey.ts";
import { rebuildJourney } from "../../machines/rebuild.ts";
import { NewerSnapshot, openSnapshot, packSnapshot } from "../../machines/snapshots.ts";
import type { Address, Inbound } from "../messages.ts";
import { readingOf } from "../reading/reading.ts";
import type { TurnDependencies } from "./dependencies.ts";

export interface Conversation extends Address {
  id: string;
  borrowerId: string;
  senderId: string;
  seq: number;
  /** The sequence at which the buttons now on screen were made. */
  shownSeq: number;
  clockOffsetMs: number;
  /** The part of the chat in which the person last wrote. */
  thread?: string | undefined;
  state: JourneyState;
  /** The stored snapshot, where it could not be opened: `state` was then made from the books. */
  broken?: { snapshot: unknown; reason: string };
}

const addressSchema = z.object({
  channel: z.string(),
  chatId: z.string(),
});

const storedSchema = addressSchema.extend({
  id: z.string(),
  senderId: z.string(),
  borrowerId: z.string(),
  seq: z.number(),
  clockOffsetMs: z.number(),
  snapshot: z.looseObject({ shownSeq: z.number(), thread: z.string().optional() }),
});

/** The row as JSON, for the session store and for Postgres alike. */
export function packConversation(conversation: Conversation, savedAt: string): z.infer<typeof storedSchema> {
  const { state, shownSeq, thread, broken: _, ...row } = conversation;
  return {
    ...row,
    snapshot: { ...packSnapshot(state, savedAt), shownSeq, ...(thread !== undefined && { thread }) },
  };
}

function openConversation(stored: unknown): Conversation {
  const { snapshot, ...row } = storedSchema.parse(stored);
  const { shownSeq, thread } = snapshot;
  return { ...row, shownSeq, thread, state: openSnapshot(snapshot) };
}

/** A session that cannot be read (an older release's, say) is as good as none: Postgres has the truth. */
export async function warmConversation(
  { sessions, log }: TurnDependencies,
  address: Address,
): Promise<Conversation | undefined> {
  const stored = await sessions.get(address);
  if (stored === undefined) return undefined;
  try {
    return openConversation(stored);
  } catch (error) {
    log.warn(
      { channel: address.channel, reason: error instanceof Error ? error.name : "" },
      "session discarded",
    );
    return undefined;
  }
}

/** As Postgres has it. Throws `NewerSnapshot` where a newer release has written it. */
export async function readConversation(
  deps: TurnDependencies,
  address: Address,
): Promise<Conversation | undefined> {
  const row = await findConversation(deps.database.orm, address);
  return row && (await openOrFind(deps, row));
}

/** The same by id. */
export async function readConversationById(
  deps: TurnDependencies,
  id: string,
): Promise<Conversation | undefined> {
  const row = await findConversationById(deps.database.orm, id);
  return row && (await openOrFind(deps, row));
}

/** Where a conversation's replies go; its snapshot is not opened. */
export async function readAddress({ database }: TurnDependencies, id: string): Promise<Address | undefined> {
  const row = await findConversationById(database.orm, id);
  return row && addressSchema.parse(row);
}

async function openOrFind(deps: TurnDependencies, row: ConversationRow): Promise<Conversation> {
  try {
    return openConversation(row);
  } catch (error) {
    if (error instanceof NewerSnapshot) throw error;
    const { snapshot, ...known } = row;
    const address = addressSchema.parse(row);
    const broken = { snapshot, reason: error instanceof Error ? error.name : "unknown" };
    return { ...known, ...address, shownSeq: 0, state: await findPlace(deps, row), broken };
  }
}

/** Begins a conversation at its first message; when two arrive at once, both get the same one. */
export async function beginConversation(deps: TurnDependencies, inbound: Inbound): Promise<Conversation> {
  const { channel, chatId, senderId } = inbound;
  const { language } = inbound;
  const locale = language ?? localeOf(inbound);
  const at = deps.clock.now();
  const borrowerId = deps.newId();
  const state = startJourney({
    ...{ borrowerId, locale, sandbox: deps.sandbox, persona: null, at },
    ...(language && { localeChosen: true }),
  });
  const fresh: Conversation = {
    id: deps.newId(),
    channel,
    chatId,
    senderId,
    borrowerId,
    seq: 0,
    shownSeq: 0,
    clockOffsetMs: 0,
    state,
  };
  const { snapshot } = packConversation(fresh, at);
  const row = await createConversation(deps.database.orm, { ...fresh, snapshot, stage: "welcoming", locale });
  return openConversation(row);
}

/** What was written tells more than what the messenger is set to. */
function localeOf(inbound: Inbound): Locale | null {
  const written = inbound.kind === "text" ? readingOf(inbound.text).language : undefined;
  if (written) return written;
  return inbound.languageHint ? hintedLocale(inbound.languageHint) : null;
}

/** The place of a conversation whose stored snapshot cannot be opened, made from the books. */
async function findPlace(
  { database, sandbox, clock }: TurnDependencies,
  { id: conversationId, borrowerId, locale, clockOffsetMs }: ConversationRow,
): Promise<JourneyState> {
  const { persona, ...facts } = await knownFacts(database.orm, { borrowerId, conversationId });
  const at = new Date(Date.parse(clock.now()) + clockOffsetMs).toISOString();
  return rebuildJourney(startJourney({ borrowerId, locale, sandbox, persona, at }), facts);
}

/** As Postgres has it; throws where there is none of that id. */
export async function loadConversation(deps: TurnDependencies, id: string): Promise<Conversation> {
  const conversation = await readConversationById(deps, id);
  if (!conversation) throw new Error(`conversation ${id} is not on the books`);
  return conversation;
}
