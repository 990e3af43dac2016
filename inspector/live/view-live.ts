/** A running conversation as the inspector shows it: masked, in every language. */
import type { Outbound } from "../../bot/messages.ts";
import type { Conversation } from "../../bot/turn/conversation.ts";
import type { Locale } from "../../domain/language/languages.ts";
import { type JourneyState, journey } from "../../machines/journey.ts";
import type { LiveView } from "../server/protocol.ts";
import { pathOf } from "../session/path.ts";
import { activeIn } from "../session/view-session.ts";
import { inEveryLanguage } from "../stepping/in-every-language.ts";
import { maskContext } from "./mask.ts";
import { type Steering, steerable } from "./steer-partners.ts";

export function viewLive(
  conversation: Conversation,
  { sandbox, steering }: { sandbox: boolean; steering: Steering },
): LiveView {
  const { id, channel, seq, shownSeq, clockOffsetMs, state, borrowerId } = conversation;
  const context = maskContext(state.context);
  return {
    ...{ id, channel, seq, shownSeq, sandbox, clockOffsetMs },
    path: pathOf(state.value),
    active: activeIn(journey.id, state.value),
    context: { ...context },
    answers: sandbox
      ? steerable.map(({ asked, choices }) => ({
          ...{ asked, choices: [...choices] },
          chosen: steering.chosen(borrowerId, asked),
        }))
      : [],
    ...(shownSeq > 0 && { onScreen: shownIn({ value: state.value, context }, shownSeq) }),
  };
}

function shownIn(state: JourneyState, seq: number): Partial<Record<Locale, Outbound>> {
  const shown = Object.entries(inEveryLanguage(state, seq));
  return Object.fromEntries(shown.map(([locale, outbound]) => [locale, withoutIds(outbound)]));
}

/** A button is pressed by its place. */
const withoutIds = ({ buttons, ...shown }: Outbound): Outbound => ({
  ...shown,
  buttons: buttons.map((row) => row.map(({ label }) => ({ id: "", label }))),
});
