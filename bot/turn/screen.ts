/** What is on a borrower's screen when a message comes in: the buttons of the last reply. */
import { defaultLocale, locales } from "../../domain/language/languages.ts";
import type { JourneyState } from "../../machines/journey.ts";
import { isBinding } from "../../machines/journey-events.ts";
import { decodeButton } from "../buttons.ts";
import type { Choice, Outbound } from "../messages.ts";
import { folded } from "../reading/folded.ts";
import { renderJourney } from "../views/render-journey.ts";
import type { Conversation } from "./conversation.ts";

export interface Screen {
  /** Rows of buttons, as they were sent. */
  buttons: Outbound["buttons"];
  /** A mere menu: the next reply may take its place. */
  menu: boolean;
  /** The buttons with what they mean, in reading order. */
  shown: readonly Choice[];
  /** The button whose whole label a text is, however wide or spaced it is typed; a consent in any language. */
  pressedBy(text: string): Choice | undefined;
}

const screens = new WeakMap<JourneyState, Screen & { shownSeq: number }>();

/**
 * A reply is its state rendered, so the buttons shown are no second truth that is stored beside it. They are rendered
 * once for a state that was loaded; whoever asks again is given the same screen.
 */
export function screenOf(conversation: Conversation): Screen {
  const { state, shownSeq } = conversation;
  const known = screens.get(state);
  if (known?.shownSeq === shownSeq) return known;
  const screen = { ...rendered(conversation), shownSeq };
  screens.set(state, screen);
  return screen;
}

function rendered({ state, shownSeq }: Conversation): Screen {
  if (shownSeq === 0) return { buttons: [], menu: false, shown: [], pressedBy: () => undefined };
  const { buttons, menu } = renderJourney({ ...state, seq: shownSeq });
  const shown = choicesOf(buttons);
  const binds = shown.some(({ event }) => isBinding(event));
  const consents = (): Choice[] => (binds ? consentsElsewise(state, shownSeq) : []);
  return { buttons, menu, shown, pressedBy: (text) => labelled(text, shown) ?? labelled(text, consents()) };
}

function consentsElsewise({ value, context }: JourneyState, seq: number): Choice[] {
  return locales
    .filter((locale) => locale !== (context.locale ?? defaultLocale))
    .flatMap((locale) => choicesOf(renderJourney({ value, context: { ...context, locale }, seq }).buttons))
    .filter(({ event }) => isBinding(event));
}

const choicesOf = (buttons: Outbound["buttons"]): Choice[] =>
  buttons.flat().flatMap(({ id, label }) => {
    const event = decodeButton(id)?.event;
    return event ? [{ label, event }] : [];
  });

function labelled(text: string, choices: readonly Choice[]): Choice | undefined {
  const typed = folded(text);
  return choices.find(({ label }) => folded(label) === typed);
}
