/**
 * One turn: load, decide, commit, deliver. The commit is one transaction with a compare-and-set on the
 * conversation's sequence: of two turns at the same instant one wins, the other reads again and follows.
 */

import type { Tx } from "../../db/connection/connection.ts";
import { isArrears, isStalemate, isStorageFailure } from "../../db/connection/storage-failure.ts";
import { keepBrokenSnapshot } from "../../db/conversation/broken-snapshots.ts";
import { advanceConversation } from "../../db/conversation/conversations.ts";
import { claimDelivery, queueOutbound } from "../../db/conversation/outbox.ts";
import { ensureDeliveryJob } from "../../db/jobs/jobs.ts";
import { dependsOnLoans, type JourneyEvent } from "../../machines/journey-events.ts";
import { NewerSnapshot } from "../../machines/snapshots.ts";
import type { Outbound } from "../messages.ts";
import { apologise } from "./apologise.ts";
import { type Conversation, packConversation } from "./conversation.ts";
import { binds, type Decision, decide } from "./decide.ts";
import { deliverPending, leaseSeconds } from "./deliver-pending.ts";
import type { TurnDependencies } from "./dependencies.ts";
import { withLoansOnTheBooks } from "./loans-on-the-books.ts";
import { RolledBack } from "./rolled-back.ts";
import { screenOf } from "./screen.ts";
import { storeEffects } from "./store-effects.ts";

/** What sets a turn off: a message, a partner's answer, a deadline. */
export interface TurnCause {
  /** True where the first load is from the session store: nothing that binds is decided upon that alone. */
  warm?: boolean;
  /** `first` is false where only Postgres will do: after a lost race, and for what binds. */
  load(first: boolean): Promise<Conversation>;
  /** What the cause means to this conversation, as it is at this time of the borrower's. */
  read(conversation: Conversation, at: string): TurnInput;
  /** Takes the cause off its list, in the turn's transaction; false when an earlier turn has done so. */
  claim(
    tx: Tx,
    turn: { turnId: string; conversation: Conversation; at: string; input: TurnInput },
  ): Promise<boolean>;
  /** Facts that come with the cause: money that has moved is booked whatever the conversation makes of it. */
  book?(tx: Tx, at: string): Promise<unknown>[];
  /** The borrower's time, when it is not simply now. */
  at?(conversation: Conversation, now: string): string;
  /** Of a borrower's message: what the history shows of it where our own code fails on it. It is not tried again. */
  apologised?: { said: string | null };
}

export interface TurnInput {
  /** In the order in which they are to happen. */
  events: readonly JourneyEvent[];
  /** The borrower's words as the history shows them. */
  said?: string | null;
  /** The channel's reference of the menu that the reply may take the place of. */
  replaces?: string;
}

export type TurnOutcome = "committed" | "duplicate";

/** Far more than there can be messages of one person at once: reaching it is a bug, not bad luck. */
const mostRaces = 100;
/** After this long a reply that no process has shown is somebody else's to deliver. */
const safetyNetSeconds = 30;

export async function handleTurn(deps: TurnDependencies, cause: TurnCause): Promise<TurnOutcome> {
  const begun: Begun = { deps, cause, turnId: deps.newId(), decideOn: decideOnInput };
  const { turn, outcome } = await race(begun).catch((error: unknown) => {
    if (!cause.apologised || isStorageFailure(error) || error instanceof NewerSnapshot) throw error;
    deps.log.error(
      { turnId: begun.turnId, err: error },
      "a message could not be handled: its writer is told so",
    );
    return race({ ...begun, decideOn: decideOnFault });
  });
  await afterCommit(turn, outcome);
  return outcome;
}

interface Begun {
  deps: TurnDependencies;
  cause: TurnCause;
  turnId: string;
  decideOn: typeof decideOnInput;
}

async function race(begun: Begun): Promise<{ turn: Commit; outcome: TurnOutcome }> {
  for (let lost = 0; lost < mostRaces; lost += 1) {
    // After a fault only Postgres will do: the session may be what it came from.
    const turn = await decideTurn(begun, lost === 0 && begun.decideOn === decideOnInput);
    const outcome = await commit(turn);
    if (outcome !== "conflict") return { turn, outcome };
  }
  throw new Error(`turn ${begun.turnId} lost ${mostRaces} races for its conversation`);
}

interface Moment {
  conversation: Conversation;
  turnId: string;
  at: string;
  now: string;
}

function decideOnInput(cause: TurnCause, { conversation, ...stamp }: Moment) {
  const input = cause.read(conversation, stamp.at);
  return { input, decision: decide(conversation, input.events, stamp) };
}

function decideOnFault(
  { apologised }: TurnCause,
  { conversation }: Moment,
): ReturnType<typeof decideOnInput> {
  return {
    input: { events: [], said: apologised?.said ?? null },
    decision: apologise(conversation, () => screenOf(conversation).buttons),
  };
}

/** What binds is decided anew on what Postgres says, where it was decided on a session. */
async function decideTurn(begun: Begun, first: boolean): Promise<Commit> {
  const { deps, cause, turnId, decideOn } = begun;
  const loaded = await cause.load(first);
  const now = new Date(Date.parse(deps.clock.now()) + loaded.clockOffsetMs).toISOString();
  const at = cause.at?.(loaded, now) ?? now;
  const decideFor = (conversation: Conversation) => ({
    ...{ deps, cause, turnId, conversation, at, leased: false },
    ...decideOn(cause, { conversation, turnId, at, now }),
  });
  const decided = decideFor(loaded);
  const { input, decision } = decided;
  const onSession = first && cause.warm === true;
  if (onSession && binds(input.events, decision.effects)) return await decideTurn(begun, false);
  return input.events.some(dependsOnLoans) ? decideFor(await withLoansOnTheBooks(deps, loaded)) : decided;
}

/** A duplicate delivers too: the first one's process may have died between commit and reply. */
async function afterCommit(turn: Commit, outcome: TurnOutcome): Promise<void> {
  const { deps, conversation, decision, turnId, at } = turn;
  const committed = outcome === "committed";
  if (committed) await deps.sessions.set(conversation, packConversation(decision.next, at));
  if (committed && !decision.reply) return;
  const { id: conversationId } = conversation;
  await deliverPending(deps, { conversationId, address: conversation, holder: turnId, claimed: turn.leased });
}

interface Commit {
  deps: TurnDependencies;
  cause: TurnCause;
  conversation: Conversation;
  input: TurnInput;
  decision: Decision;
  turnId: string;
  at: string;
  /** Set by the commit: the conversation's delivery lease came with it. */
  leased: boolean;
}

async function commit(turn: Commit): Promise<TurnOutcome | "conflict"> {
  try {
    turn.leased = await turn.deps.database.orm.transaction((tx) => writeTurn(tx, turn));
    return "committed";
  } catch (error) {
    if (error instanceof RolledBack) return error.outcome;
    if (isStalemate(error) || isArrears(error)) return "conflict";
    throw error;
  }
}

/** Everything is sent in one go, so that the connection pipelines it; the verdicts are read at the end. */
async function writeTurn(tx: Tx, turn: Commit): Promise<boolean> {
  const { cause, conversation, input, decision, turnId, at, deps } = turn;
  const { next, effects } = decision;
  const { id, snapshot, clockOffsetMs } = packConversation(next, at);
  // The conversation's row first, in every turn: whoever waits for it holds nothing that another turn needs.
  const isAhead = advanceConversation(tx, {
    id,
    expectedSeq: conversation.seq,
    snapshot,
    stage: stageOf(next),
    locale: next.state.context.locale,
    clockOffsetMs,
  });
  const isFirst = cause.claim(tx, { turnId, conversation, at, input });
  const writes = [
    ...(conversation.broken ? [keepBroken(tx, turn, conversation.broken)] : []),
    ...(cause.book?.(tx, at) ?? []),
    ...storeEffects({
      tx,
      conversation: next,
      effects,
      turnId,
      at,
      newId: deps.newId,
      aheadMs: deps.clock.aheadMs(),
    }),
  ];
  const leased = decision.reply ? queueReply(tx, turn, decision.reply) : Promise.resolve(false);
  await assertTaken({ isFirst, isAhead }, [...writes, leased]);
  return await leased;
}

/**
 * The verdicts come first: a write that fails only because the turn lost its race (the winner's row is already
 * there), or because the session was of a conversation that is not on the books, must not hide that.
 */
async function assertTaken(verdicts: Verdicts, writes: Promise<unknown>[]): Promise<void> {
  const [ahead, first, ...written] = await Promise.allSettled([
    verdicts.isAhead,
    verdicts.isFirst,
    ...writes,
  ]);
  if (isFalse(first)) throw new RolledBack("duplicate");
  if (isFalse(ahead)) throw new RolledBack("conflict");
  const failed = [ahead, first, ...written].find((one) => one.status === "rejected");
  if (failed) throw failed.reason;
}

/** For an engineer, who reads its id in the log. */
function keepBroken(
  tx: Tx,
  { deps, conversation, turnId }: Commit,
  { snapshot, reason }: NonNullable<Conversation["broken"]>,
): Promise<void> {
  const { id: conversationId, seq } = conversation;
  const id = deps.newId();
  deps.log.error({ turnId, brokenSnapshotId: id, reason }, "a stored conversation could not be opened");
  return keepBrokenSnapshot(tx, { id, conversationId, seq, snapshot, foundAt: deps.clock.now() });
}

interface Verdicts {
  isFirst: Promise<boolean>;
  isAhead: Promise<boolean>;
}

const isFalse = (settled: PromiseSettledResult<unknown>): boolean =>
  settled.status === "fulfilled" && settled.value === false;

/** The reply, the lease to deliver it, and the job that delivers it should this process die. */
async function queueReply(
  tx: Tx,
  { decision: { next }, input, turnId, at, deps }: Commit,
  reply: Outbound,
): Promise<boolean> {
  const { id: conversationId } = next;
  const [, leased] = await Promise.all([
    queueOutbound(tx, {
      id: deps.newId(),
      conversationId,
      turnId,
      outbound: next.thread === undefined ? reply : { ...reply, thread: next.thread },
      replaces: input.replaces ?? null,
      at,
    }),
    claimDelivery(tx, { conversationId, holder: turnId, leaseSeconds }),
    ensureDeliveryJob(tx, conversationId, safetyNetSeconds),
  ]);
  return leased;
}

const stageOf = ({ state: { value } }: Conversation): string =>
  typeof value === "string" ? value : (Object.keys(value)[0] ?? "");
