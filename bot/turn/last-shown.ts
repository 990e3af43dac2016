import type { Outbound } from "../messages.ts";
import { renderJourney } from "../views/render-journey.ts";
import type { Conversation } from "./conversation.ts";

/** The last reply with buttons: the stored state, rendered once more. */
export function lastShown({ state, shownSeq }: Conversation): Outbound | undefined {
  return shownSeq === 0 ? undefined : renderJourney({ ...state, seq: shownSeq });
}
