/** The label by which an event is offered to whoever was not understood, found where its definition says. */

import type { Locale } from "../../../domain/language/languages.ts";
import { type EventOf, type EventType, eventTable } from "../../../machines/events/table.ts";
import type { JourneyEvent } from "../../../machines/journey-events.ts";
import { titleOf } from "../../knowledge/topics.ts";
import type { Messages } from "../../locales/messages.ts";

/** Where in the messages something of that form stands: "buttons.locate". */
type PathTo<Form, Group = Messages> = {
  [Name in keyof Group & string]: Group[Name] extends Form
    ? Name
    : Group[Name] extends object
      ? `${Name}.${PathTo<Form, Group[Name]>}`
      : never;
}[keyof Group & string];

type OfValue<Value> =
  | ((value: Value) => string)
  | (Value extends string ? Readonly<Record<Value, string>> : never);

type OfField<Event, Name extends keyof Event> = {
  of: Name;
  message: PathTo<OfValue<NonNullable<Event[Name]>>>;
} & (undefined extends Event[Name] ? { without: PathTo<string> } : { without?: never });

export type LabelOf<Event> =
  | PathTo<string | ((event: Event) => string)>
  | { [Name in keyof Event]-?: OfField<Event, Name> }[keyof Event]
  | { titleOf: keyof Event }
  | null;

type Labelled = {
  [Type in EventType]: (typeof eventTable)[Type] extends { label: unknown } ? Type : never;
}[EventType];

/** A label that stands nowhere in the messages does not compile here. */
const labels: { readonly [Type in Labelled]: { label: LabelOf<EventOf<Type>> } } = eventTable;

const isLabelled = (type: EventType): type is Labelled =>
  type in labels && "label" in labels[type as Labelled];

/** Undefined for what nobody can mean by words. */
export function clarificationLabel(event: JourneyEvent, m: Messages, locale: Locale): string | undefined {
  const label = isLabelled(event.type) ? labels[event.type].label : null;
  if (label === null) return undefined;
  if (typeof label === "string") return told(messageAt(m, label), event);
  const field = (name: string): unknown => (event as Record<string, unknown>)[name];
  if ("titleOf" in label) return titleOf(String(field(label.titleOf)), locale);
  const value = field(label.of);
  return value === undefined && label.without !== undefined
    ? told(messageAt(m, label.without), event)
    : told(messageAt(m, label.message), value);
}

type Message = string | ((of: unknown) => string) | Readonly<Record<string, string>>;

const messageAt = (m: Messages, path: string): Message =>
  path.split(".").reduce<unknown>((group, name) => (group as Record<string, unknown>)[name], m) as Message;

function told(message: Message, of: unknown): string | undefined {
  if (typeof message === "string") return message;
  return typeof message === "function" ? message(of) : message[String(of)];
}
