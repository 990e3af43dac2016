/** What this tab keeps while it is open: whose chat it shows, and what is not yet sent. A reload keeps both. */

import type { Locale } from "../../../../../domain/language/languages.ts";
import type { ChatCommandName } from "../../../../messages.ts";

export type SaidInTab =
  | { kind: "text"; text: string }
  | { kind: "button"; buttonId: string }
  | { kind: "command"; name: ChatCommandName; argument?: string };

export interface PendingMessage {
  messageId: string;
  said: SaidInTab;
  /** What the bubble shows until the history has it. */
  shown: string;
  /** How often the server failed on it. */
  faults?: number;
  /** Given up, until the person sends it again. */
  failed?: true;
}

interface Kept {
  token: string;
  locale: Locale;
  pending: PendingMessage[];
  /** Written and not sent yet. */
  draft: string;
}

const prefix = "jiedao.";
/** Used when the browser refuses storage: the chat then lasts until the reload. */
const memory = new Map<string, string>();

export function recall<Name extends keyof Kept>(name: Name): Kept[Name] | undefined {
  const stored = read(prefix + name);
  return stored === undefined ? undefined : (JSON.parse(stored) as Kept[Name]);
}

export function keep<Name extends keyof Kept>(name: Name, value: Kept[Name]): void {
  memory.set(prefix + name, JSON.stringify(value));
  try {
    sessionStorage.setItem(prefix + name, JSON.stringify(value));
  } catch {
    // The memory has it.
  }
}

export function forgetChat(): void {
  memory.clear();
  try {
    sessionStorage.removeItem(`${prefix}token`);
    sessionStorage.removeItem(`${prefix}pending`);
    sessionStorage.removeItem(`${prefix}draft`);
  } catch {
    // There was no storage to clear.
  }
}

/** Unique within the chat; `crypto.randomUUID` is missing on plain-HTTP addresses. */
export function newMessageId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}

function read(key: string): string | undefined {
  try {
    return sessionStorage.getItem(key) ?? memory.get(key);
  } catch {
    return memory.get(key);
  }
}
