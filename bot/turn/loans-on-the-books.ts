/** A conversation with its loans as Postgres has them, for the turns on which another loan depends. */
import { loadLoansOf } from "../../db/lending/loan-facts.ts";
import type { JourneyEvent } from "../../machines/journey-events.ts";
import type { Conversation } from "./conversation.ts";
import type { TurnDependencies } from "./dependencies.ts";

/** From the credit check to the payout: what was paid, given back or written off since the last turn counts. */
const towardsLoan: ReadonlySet<JourneyEvent["type"]> = new Set([
  ...(["credit.authorise", "quote.accept", "contract.accept", "sign", "payout.refused"] as const),
]);

export const dependsOnLoans = (events: readonly JourneyEvent[]): boolean =>
  events.some(({ type }) => towardsLoan.has(type));

export async function withLoansOnTheBooks(
  { database }: TurnDependencies,
  conversation: Conversation,
): Promise<Conversation> {
  const { state } = conversation;
  const loans = await loadLoansOf(database.orm, conversation.borrowerId);
  return { ...conversation, state: { ...state, context: { ...state.context, loans } } };
}
