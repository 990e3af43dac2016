/**
 * What a button carries: the event that pressing it means, and the conversation's sequence at which it was
 * shown, as `<seq base36>|<event type>|<field>=<value>,...`. Messengers allow 64 bytes, so fields have one
 * letter and a hash keeps its first sixteen characters.
 */
import { isInternal, type JourneyEvent, journeyEventSchema } from "../machines/journey-events.ts";

const maxBytes = 64;

/** A button names its offer by this much of the hash; the machine compares by prefix. */
const hashCharacters = 16;

interface Field {
  letter: string;
  name: string;
  value: RegExp;
  numeric?: true;
}

const word = /^[\w.-]+$/;
const whole = /^\d{1,4}$/;

const fields: readonly Field[] = [
  { letter: "a", name: "amount", value: /^\d+(\.\d+)?$/ },
  { letter: "n", name: "installments", value: whole, numeric: true },
  { letter: "m", name: "method", value: word },
  { letter: "p", name: "purpose", value: word },
  { letter: "h", name: "hash", value: /^[0-9a-f]{16}$/ },
  { letter: "l", name: "loanId", value: word },
  { letter: "k", name: "kind", value: word },
  { letter: "r", name: "rail", value: word },
  { letter: "d", name: "daysBefore", value: whole, numeric: true },
  { letter: "t", name: "topic", value: word },
  { letter: "e", name: "entry", value: word },
  { letter: "g", name: "locale", value: word },
  { letter: "o", name: "persona", value: word },
  { letter: "f", name: "to", value: word },
  { letter: "i", name: "product", value: word },
  { letter: "c", name: "merchant", value: word },
  { letter: "u", name: "orderNumber", value: word },
  { letter: "j", name: "hour", value: whole, numeric: true },
  { letter: "s", name: "source", value: word },
  { letter: "y", name: "on", value: word },
  { letter: "w", name: "downPayment", value: /^\d+(\.\d+)?$/ },
  { letter: "z", name: "until", value: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/ },
];
const byName = new Map(fields.map((field) => [field.name, field]));
const byLetter = new Map(fields.map((field) => [field.letter, field]));

/** Room for sequences of nine digits in base 36, beyond those of any conversation. */
const longestSeq = 9;

/**
 * Whether a button can carry an event, whatever the sequence. What a borrower's words made (a negative amount, a term
 * of five digits) may be none.
 */
export function canCarry({ type, ...slots }: JourneyEvent): boolean {
  const parts = encodeSlots(slots);
  return parts !== undefined && longestSeq + 1 + type.length + 1 + parts.length <= maxBytes;
}

/** The id of a button shown at `seq`: at most 64 ASCII bytes. Throws on an event that no button can carry. */
export function encodeButton(event: JourneyEvent, seq: number): string {
  const { type, ...slots } = event;
  const parts = encodeSlots(slots);
  if (parts === undefined || !canCarry(event)) throw new RangeError(`No button can carry this ${type}`);
  return [seq.toString(36), type, parts].join("|");
}

function encodeSlots(slots: Record<string, unknown>): string | undefined {
  const parts = Object.entries(slots)
    .filter(([, value]) => value !== undefined)
    .map(encodeSlot);
  return parts.includes(undefined) ? undefined : parts.sort().join(",");
}

function encodeSlot([name, value]: [string, unknown]): string | undefined {
  const field = byName.get(name);
  const text = name === "hash" ? String(value).slice(0, hashCharacters) : String(value);
  return field?.value.test(text) ? `${field.letter}=${text}` : undefined;
}

export interface DecodedButton {
  seq: number;
  event: JourneyEvent;
}

/** What `encodeButton` wrote; undefined for anything else, and for events that are not a borrower's to send. */
export function decodeButton(id: string): DecodedButton | undefined {
  if (id.length > maxBytes) return undefined;
  const [seqText = "", type = "", slotsText = "", ...rest] = id.split("|");
  const slots = decodeSlots(slotsText);
  if (rest.length > 0 || !slots || !/^[0-9a-z]{1,9}$/.test(seqText)) return undefined;
  const parsed = journeyEventSchema.safeParse({ ...slots, type });
  if (!parsed.success || isInternal(parsed.data) || !canCarry(parsed.data)) return undefined;
  const seq = Number.parseInt(seqText, 36);
  // One event has one spelling: order, repeats, leading zeros or another event's fields make it a forgery.
  return encodeButton(parsed.data, seq) === id ? { seq, event: parsed.data } : undefined;
}

function decodeSlots(text: string): Record<string, string | number> | undefined {
  const slots: Record<string, string | number> = {};
  for (const part of text === "" ? [] : text.split(",")) {
    const field = byLetter.get(part.slice(0, 1));
    const value = part.slice(2);
    if (part[1] !== "=" || !field?.value.test(value)) return undefined;
    slots[field.name] = field.numeric ? Number(value) : value;
  }
  return slots;
}
