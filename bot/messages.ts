/**
 * One way in, one way out: what every channel turns its messages into, and what it shows.
 * Nothing past a channel's folder knows which messenger is in use.
 */
import type { Locale } from "../domain/language/languages.ts";
import type { JourneyEvent } from "../machines/journey-events.ts";
import type { SecretKind, WordlessKind } from "../machines/message-kinds.ts";

/** Where a message came from and whom to answer. */
export interface Address {
  /** As in the registry (bot/channels/registry.ts). */
  channel: string;
  /** The chat in the channel's own words. */
  chatId: string;
}

interface InboundBase extends Address {
  /** Who wrote or pressed, in the channel's own words: one chat belongs to one person. */
  senderId: string;
  /** Unique within the chat; a message delivered again carries the same one. */
  messageId: string;
  /** The part of the chat in which it was said, in the channel's own words, where a chat has parts: it is answered there. */
  thread?: string;
  /** The channel's guess at the person's language, when it has one ("zh", "en-GB"). */
  languageHint?: string;
  /** What the person chose outright for a conversation that begins. */
  language?: Locale;
}

/** What a person did: wrote, pressed a button, or gave a command. */
export type Inbound = InboundBase &
  /** `secrets`: what was taken out of the text, at the door. */
  (
    | { kind: "text"; text: string; secrets?: readonly SecretKind[] }
    /** `menuRef`: the channel's reference of the message that carried the button. */
    | { kind: "button"; buttonId: string; menuRef?: string }
    | { kind: "command"; name: ChatCommandName; argument?: string }
    /** A sticker, a picture, a voice message, somebody else's words: answered, never lost, never acted upon. */
    | { kind: "unreadable"; of: WordlessKind }
  );

export const chatCommandNames = [
  "start",
  "help",
  "language",
  "cancel",
  "back",
  "where",
  "borrow",
  "repay",
  "human",
  "mydata",
  "persona",
] as const;
export type ChatCommandName = (typeof chatCommandNames)[number];

/** A button as a view asks for it: its label and the event that pressing it means. */
export interface Choice {
  label: string;
  event: JourneyEvent;
}

/** A button as a channel shows it: `id` is at most 64 ASCII bytes and comes back in `Inbound.buttonId`. */
export interface Button {
  label: string;
  id: string;
  /** The one that goes on, of a reply that has one; `binding` where pressing it moves money. */
  weight?: "main" | "binding";
  /** Of the sandbox, no part of the conversation: a clock to move, another person to be. */
  tool?: true;
}

/** A table beside the text: the schedule of a quote, the way to an entry. All cells are ready to show. */
export interface Card {
  title: string;
  /** Label and value, above the table: total interest, APR. */
  facts: { label: string; value: string }[];
  columns: string[];
  rows: string[][];
  /** The rows in one line, for where they are folded away until they are wanted. */
  rowsInBrief?: string;
  footnote?: string;
}

/** A due date as calendars show it. Yuan, two decimals: still to pay; once nothing is, what was paid. */
export interface CalendarDue {
  /** Asia/Shanghai. */
  date: string;
  loanId: string;
  loanNumber: string;
  installment: number;
  /** Installments of the loan in all. */
  of: number;
  amount: string;
  status: "upcoming" | "due" | "overdue" | "settled";
}

/** All that a calendar is drawn and written from. */
export interface CalendarContent {
  /** The borrower's time, ISO 8601: the figures stand as of its day in Shanghai. */
  at: string;
  /** How many days ahead the borrower wants to be reminded; 0 is on the day only. */
  daysBefore: number;
  /** At what full hour, 8 to 21. */
  hour: number;
  /** Everything is pretended, and says so. */
  sandbox: boolean;
  /** Of all loans, by date. */
  dues: CalendarDue[];
  /** Due dates of which a prepayment left nothing: an earlier file has put them into the phone. */
  dropped?: CalendarDue[];
}

interface MediumBase {
  /** File name, ASCII. */
  name: string;
  /** What it shows, in words: for those who cannot see or open it. */
  alt: string;
  calendar: CalendarContent;
}

/**
 * A picture or a file that goes with a reply. It is kept as the data it is made of, so that it can be made again, the
 * same, whenever and wherever the reply is delivered: `renderMedium` makes it.
 */
export type Medium =
  /** Pixels. */
  | (MediumBase & { kind: "picture"; mimeType: "image/png"; width: number; height: number })
  | (MediumBase & { kind: "file"; mimeType: "text/calendar" });

/** What a person is shown. Plain text: paragraphs separated by an empty line, no markup. */
export interface Outbound {
  text: string;
  card?: Card;
  media?: Medium[];
  /** Rows of buttons, in reading order. */
  buttons: Button[][];
  /** The top-level stage of the journey, by its product name. */
  stage: string;
  locale: Locale;
  /** A mere menu: the next reply may take its place. Anything about money stays in the chat. */
  menu: boolean;
  /** What is to be paid next, in one line, for where it can be kept in sight; absent where nothing is owed. */
  due?: { text: string; pressing: boolean };
  /** The part of the chat in which the person last wrote; absent where a chat has none. */
  thread?: string;
}
