/** A conversation with its loans as Postgres has them, for the turns on which another loan depends. */
import { loadLoansOf } from "../../db/lending/loan-facts.ts";
import type { Conversation } from "./conversation.ts";
import type { TurnDependencies } from "./dependencies.ts";

export async function withLoansOnTheBooks(
  { database }: TurnDependencies,
  conversation: Conversation,
): Promise<Conversation> {
  const { state } = conversation;
  const loans = await loadLoansOf(database.orm, conversation.borrowerId);
  return { ...conversation, state: { ...state, context: { ...state.context, loans } } };
}
