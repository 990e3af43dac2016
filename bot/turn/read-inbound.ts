/** What a person did, as the event that it means at this point of the journey. */
import type { JourneyEvent } from "../../machines/journey-events.ts";
import { decodeButton } from "../buttons.ts";
import type { CommandName, Inbound } from "../messages.ts";
import type { Understanding } from "../understanding/situation.ts";
import { understand } from "../understanding/understand.ts";
import { renderJourney } from "../views/render-journey.ts";
import type { Conversation } from "./conversation.ts";

export interface ReadInbound extends Understanding {
  /** As the history shows it; null for what leaves no words, such as a command given by a menu. */
  said: string | null;
}

/** Buttons that mean the same at any time. */
const alwaysLive: ReadonlySet<JourneyEvent["type"]> = new Set(["language.set", "help", "human", "ask"]);

const commandEvents: Record<Exclude<CommandName, "start" | "persona">, JourneyEvent> = {
  help: { type: "help" },
  language: { type: "language.choose" },
  cancel: { type: "cancel" },
  back: { type: "back" },
  where: { type: "where" },
  borrow: { type: "borrow" },
  repay: { type: "repay" },
  human: { type: "human" },
  mydata: { type: "mydata" },
};

export function readInbound(conversation: Conversation, inbound: Inbound): ReadInbound {
  if (inbound.kind === "button") return readButton(conversation, inbound.buttonId);
  if (inbound.kind === "command") return { ...readCommand(inbound), said: `/${inbound.name}` };
  if (inbound.kind === "text") return readText(conversation, inbound.text);
  return { event: { type: "unclear" }, said: null };
}

function readButton(conversation: Conversation, buttonId: string): ReadInbound {
  const shown = shownButtons(conversation).find(({ id }) => id === buttonId);
  const button = decodeButton(buttonId);
  if (!button) return { event: { type: "button.stale" }, said: null };
  const live = shown !== undefined || alwaysLive.has(button.event.type);
  return { event: live ? button.event : { type: "button.stale" }, said: shown?.label ?? null };
}

function readCommand(inbound: Extract<Inbound, { kind: "command" }>): Understanding {
  const { name, argument } = inbound;
  if (name === "start") return { event: { type: "start", ...(argument && { payload: argument }) } };
  if (name === "persona") {
    return { event: argument ? { type: "persona.choose", persona: argument } : { type: "persona.show" } };
  }
  return { event: commandEvents[name] };
}

/** A line equal to a shown button's label presses it; anything else is understood. */
function readText(conversation: Conversation, text: string): ReadInbound {
  const shown = shownButtons(conversation);
  const pressed = shown.find(({ label }) => label === text.trim());
  const event = pressed && decodeButton(pressed.id)?.event;
  if (event) return { event, said: text };
  const { value, context } = conversation.state;
  const choices = shown.flatMap(({ id, label }) => {
    const button = decodeButton(id);
    return button ? [{ label, event: button.event }] : [];
  });
  const understood = understand(text, {
    value: value as string,
    locale: context.locale,
    context,
    shown: choices,
  });
  return { ...understood, said: text };
}

/** The buttons on screen: the last reply's, which is the stored state rendered once more. */
function shownButtons({ state, shownSeq }: Conversation): { id: string; label: string }[] {
  if (shownSeq === 0) return [];
  return renderJourney({ ...state, seq: shownSeq }).buttons.flat();
}
