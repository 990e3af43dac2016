/**
 * What a button carries: the event that pressing it means, and the conversation's sequence at which it was
 * shown, as `<seq base36>|<event type>|<field>=<value>,...`. Messengers allow 64 bytes, so fields have one
 * letter and a hash keeps its first sixteen characters.
 */
import { z } from "zod";
import { eventFields, type LetteredField, type SpokenField } from "../machines/events/fields.ts";
import { type JourneyEvent, journeyEventSchema, pressedEvent } from "../machines/journey-events.ts";

const maxBytes = 64;

const lettered = Object.entries<LetteredField | SpokenField>(eventFields).flatMap(([name, field]) =>
  field.letter === null ? [] : [{ name, ...field }],
);
const byName = new Map(lettered.map((field) => [field.name, field]));
const byLetter = new Map(lettered.map((field) => [field.letter, field]));

/** Room for sequences of eight digits in base 36: more turns than any conversation has. */
const longestSeq = 8;

/**
 * Whether a button can carry an event, whatever the sequence. What a borrower's words made (a negative amount, a term
 * of five digits) may be none.
 */
export function canCarry({ type, ...slots }: JourneyEvent): boolean {
  const parts = pressedEvent(type) && encodeSlots(slots);
  return parts !== undefined && longestSeq + 1 + type.length + 1 + parts.length <= maxBytes;
}

/** The id of a button shown at `seq`: at most 64 ASCII bytes. Throws RangeError on an event that no button can carry. */
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
  const text = String(value).slice(0, field?.cutTo);
  return field?.spelling.test(text) ? `${field.letter}=${text}` : undefined;
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
  if (rest.length > 0 || !slots || !/^[0-9a-z]{1,8}$/.test(seqText)) return undefined;
  const parsed = journeyEventSchema.safeParse({ ...slots, type });
  if (!parsed.success || !canCarry(parsed.data)) return undefined;
  const seq = Number.parseInt(seqText, 36);
  // One event has one spelling: order, repeats, leading zeros or another event's fields make it a forgery.
  return encodeButton(parsed.data, seq) === id ? { seq, event: parsed.data } : undefined;
}

function decodeSlots(text: string): Record<string, string | number> | undefined {
  const slots: Record<string, string | number> = {};
  for (const part of text === "" ? [] : text.split(",")) {
    const field = byLetter.get(part.slice(0, 1));
    const value = part.slice(2);
    if (part[1] !== "=" || !field?.spelling.test(value)) return undefined;
    slots[field.name] = field.schema instanceof z.ZodNumber ? Number(value) : value;
  }
  return slots;
}
