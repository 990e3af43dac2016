/** What a person did, as the events that it means at this point of the journey. */
import { recordInbound } from "../../db/conversation/inbox.ts";
import { isAlwaysLive, isBinding, type JourneyEvent } from "../../machines/journey-events.ts";
import { decodeButton } from "../buttons.ts";
import type { ChatCommandName, Inbound } from "../messages.ts";
import type { Understanding } from "../understanding/situation.ts";
import { understand } from "../understanding/understand.ts";
import type { ModelOpinion } from "./ask-language-model.ts";
import { beginConversation, type Conversation, readConversation } from "./conversation.ts";
import { readDeepLink } from "./deep-link.ts";
import type { TurnDependencies } from "./dependencies.ts";
import { readAtDoor } from "./door.ts";
import type { TurnCause, TurnInput } from "./handle-turn.ts";
import { readPastLabel } from "./past-label.ts";
import { screenOf } from "./screen.ts";
import { withWarning } from "./warn-of-secrets.ts";

const stale: JourneyEvent = { type: "button.stale" };

const commandEvents: Record<Exclude<ChatCommandName, "start" | "persona">, JourneyEvent> = {
  help: { type: "help" },
  language: { type: "language.choose" },
  cancel: { type: "cancel" },
  back: { type: "back" },
  where: { type: "where" },
  borrow: { type: "borrow" },
  repay: { type: "repay" },
  human: { type: "person.request" },
  mydata: { type: "mydata" },
};

export interface ReadOptions {
  /** The borrower's time now: what "tomorrow" is counted from. */
  at: string;
  understood?: Understanding | undefined;
}

/** `understood`: what a text was found to mean to this very conversation; our own rules read it otherwise. */
export function readInbound(
  conversation: Conversation,
  inbound: Inbound,
  { at, understood }: ReadOptions,
): TurnInput {
  switch (inbound.kind) {
    case "button":
      return readButton(conversation, inbound);
    case "command":
      return { events: [readCommand(inbound)], said: `/${inbound.name}` };
    case "text":
      return readText(conversation, inbound, { at, understood });
    case "unreadable":
      return { events: [{ type: "unclear", wordless: inbound.of }] };
  }
}

/** Only what is on screen counts; anything older is answered with the fresh offer. */
function readButton(
  conversation: Conversation,
  { buttonId, menuRef }: Extract<Inbound, { kind: "button" }>,
): TurnInput {
  const { buttons, menu } = screenOf(conversation);
  const pressed = buttons.flat().find(({ id }) => id === buttonId);
  const event = decodeButton(buttonId)?.event;
  const live = event !== undefined && (pressed !== undefined || isAlwaysLive(event));
  const replaces = pressed && menu ? menuRef : undefined;
  return {
    events: [live ? event : stale],
    said: pressed?.label ?? null,
    ...(replaces !== undefined && { replaces }),
  };
}

function readCommand({ name, argument }: Extract<Inbound, { kind: "command" }>): JourneyEvent {
  if (name === "start") return (argument && readDeepLink(argument)) || { type: "start" };
  if (name === "persona")
    return argument ? { type: "persona.choose", persona: argument } : { type: "persona.show" };
  return commandEvents[name];
}

/** A line equal to a shown button's label presses it; anything else is understood. */
function readText(
  conversation: Conversation,
  { text, secrets = [] }: Extract<Inbound, { kind: "text" }>,
  { at, understood }: ReadOptions,
): TurnInput {
  const { pressed, reading, situation } = readAtDoor(conversation, screenOf(conversation), text, at);
  if (pressed) return { events: [pressed.event], said: text };
  const past = readPastLabel(text, situation.context);
  if (past) return { events: [past], said: text };
  const events = eventsOf(understood ?? understand(reading, situation));
  return { events: secrets.length > 0 ? withWarning(events, reading, secrets) : events, said: text };
}

/** A language told by the words is set before they are acted upon; what else they asked comes last. */
function eventsOf({
  event,
  language,
  product,
  alternatives = [],
  instead = [],
}: Understanding): JourneyEvent[] {
  const first: JourneyEvent[] = [
    ...(language ? [{ type: "language.set" as const, locale: language, heard: true as const }] : []),
    ...(product ? [{ type: "product.choose" as const, product }] : []),
  ];
  // Whatever words are taken for, they are no consent.
  if (isBinding(event)) return [...first, { type: "assent" }];
  if (event.type === "unclear") return [...first, { ...event, alternatives }];
  if (alternatives.length > 0) return [...first, event, { type: "also", alternatives }];
  return [
    ...first,
    event,
    ...(instead.length > 0 ? [{ type: "also", alternatives: instead, instead: true } as const] : []),
  ];
}

/** A chat's conversation as just read, if there is one; `warm`: from the session store. */
export interface KnownConversation {
  conversation: Conversation | undefined;
  warm: boolean;
}

/** `opinion`: a language model's, on that conversation. */
export const inboundCause = (
  deps: TurnDependencies,
  inbound: Inbound,
  known: KnownConversation,
  opinion?: ModelOpinion,
): TurnCause => ({
  warm: known.warm,
  apologised: { said: wordsOf(inbound) },
  load: async (first) => {
    const found = first ? known.conversation : await readConversation(deps, inbound);
    return { ...(found ?? (await beginConversation(deps, inbound))), thread: inbound.thread };
  },
  read: (conversation, at) =>
    readInbound(conversation, inbound, {
      at,
      understood: opinion?.seq === conversation.seq ? opinion.understood : undefined,
    }),
  claim: (tx, { turnId, conversation, at, input }) =>
    recordInbound(tx, {
      conversationId: conversation.id,
      messageId: inbound.messageId,
      turnId,
      text: input.said ?? null,
      at,
    }),
});

function wordsOf(inbound: Inbound): string | null {
  if (inbound.kind === "text") return inbound.text;
  return inbound.kind === "command" ? `/${inbound.name}` : null;
}
