/** A conversation whose stored snapshot cannot be opened, put in a safe place that is made from the books. */
import type { ConversationRow } from "../../db/conversation/conversations.ts";
import { knownFacts } from "../../db/conversation/known-facts.ts";
import type { JourneyState } from "../../machines/journey.ts";
import { rebuildJourney } from "../../machines/rebuild.ts";
import type { TurnDependencies } from "./dependencies.ts";

export async function findPlace(
  { database, sandbox, clock }: TurnDependencies,
  { id: conversationId, borrowerId, locale, clockOffsetMs }: ConversationRow,
): Promise<JourneyState> {
  const { persona, ...facts } = await knownFacts(database.orm, { borrowerId, conversationId });
  const at = new Date(Date.parse(clock.now()) + clockOffsetMs).toISOString();
  return rebuildJourney({ borrowerId, locale, sandbox, persona, at }, facts);
}
