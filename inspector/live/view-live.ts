/** A running conversation as the inspector shows it: masked, in both languages. */

import type { Conversation } from "../../bot/turn/conversation.ts";
import { renderJourney } from "../../bot/views/render-journey.ts";
import { journey } from "../../machines/journey.ts";
import type { LiveView } from "../server/protocol.ts";
import { pathOf } from "../session/path.ts";
import { activeIn } from "../session/view-session.ts";
import { maskContext } from "./mask.ts";

export function viewLive(conversation: Conversation, sandbox: boolean): LiveView {
  const { id, channel, seq, shownSeq, clockOffsetMs, state } = conversation;
  const context = maskContext(state.context);
  const render = (locale: "zh-CN" | "en") =>
    renderJourney({ value: state.value, context: { ...context, locale }, seq: shownSeq });
  return {
    ...{ id, channel, seq, sandbox, clockOffsetMs },
    path: pathOf(state.value),
    active: activeIn(journey.id, state.value),
    context: { ...context },
    ...(shownSeq > 0 && { onScreen: { "zh-CN": render("zh-CN"), en: render("en") } }),
  };
}
