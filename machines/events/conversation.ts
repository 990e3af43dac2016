/** What moves within a conversation: questions, language, going back; and what the turn makes of a message. */
import { type EventDefinition, harmless } from "./definition.ts";

const asked = { ...harmless, fields: [], asQuestion: "done" } as const;
const leaving = { ...asked, button: "shown", asQuestion: "asked-back", waitsForMoney: true } as const;
const spoken = { from: "borrower", button: "never", reads: "session", asQuestion: "done" } as const;

export const conversationEvents = {
  start: { ...spoken, fields: [] },
  greet: { ...spoken, fields: [] },
  courtesy: { ...spoken, fields: ["of"] },
  help: { ...asked, button: "always", label: "clarification.help" },
  where: { ...asked, button: "shown", label: "clarification.where" },
  mydata: { ...asked, button: "shown", label: "clarification.mydata" },
  /** `example`: a loan whose cost is asked for before it is quoted. */
  ask: {
    ...asked,
    fields: ["topic", "example?"],
    button: "always",
    label: { titleOf: "topic" },
  },
  "person.request": {
    ...asked,
    fields: ["reason?"],
    button: "always",
    label: "clarification.human",
  },
  cancel: { ...leaving, label: "buttons.cancel" },
  back: { ...leaving, label: "buttons.back" },
  home: { ...leaving, label: "buttons.home" },
  "language.choose": { ...asked, button: "shown", label: "buttons.language" },
  "language.set": { ...asked, fields: ["locale", "heard?"], button: "always", label: null },

  /** Sandbox only. */
  "persona.show": { ...asked, button: "shown", label: null },
  "persona.choose": { ...asked, waitsForMoney: true, fields: ["persona"], button: "shown", label: null },
  "clock.forward": { ...asked, waitsForMoney: true, fields: ["to"], button: "shown", label: null },

  /** With what it may have meant. */
  unclear: {
    from: "turn",
    fields: ["alternatives?", "wordless?"],
    reads: "session",
    understood: false,
    besides: false,
  },
  /** What else the message asked for, or may have asked instead, after what was done about it. */
  also: {
    from: "turn",
    fields: ["alternatives", "instead?"],
    reads: "session",
    understood: true,
    besides: true,
  },
  /** It was understood, and is nothing to do with borrowing here: declined kindly, in the words of its topic. */
  "out-of-scope": { from: "turn", fields: ["topic"], reads: "session", understood: false, besides: false },
  "secret.typed": {
    from: "turn",
    fields: ["kinds", "besides?"],
    reads: "session",
    understood: true,
    besides: "as-it-says",
  },
  /** A yes where only the button itself agrees. */
  assent: { from: "turn", fields: [], reads: "session", understood: true, besides: false },
  /** A press of what is not on screen: it may be, by what Postgres says. */
  "button.stale": { from: "turn", fields: [], reads: "books", understood: true, besides: false },
} as const satisfies Record<string, EventDefinition>;
