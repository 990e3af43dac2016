/** All events of the journey by their names, with the schema that follows from each definition. */
import { z } from "zod";
import { borrowingEvents } from "./borrowing.ts";
import { conversationEvents } from "./conversation.ts";
import { deadlineEvents } from "./deadlines.ts";
import type { EventDefinition } from "./definition.ts";
import { eventFields, type FieldName, type Fields } from "./fields.ts";
import { partnerAnswers } from "./partner-answers.ts";
import { repayingEvents } from "./repaying.ts";

export const eventTable = {
  ...conversationEvents,
  ...borrowingEvents,
  ...repayingEvents,
  ...partnerAnswers,
  ...deadlineEvents,
};
type Table = typeof eventTable;
export type EventType = keyof Table;

export const eventTypes = Object.keys(eventTable) as readonly EventType[];

export const definitionOf = (type: EventType): EventDefinition => eventTable[type];

type Uses<Definition> = Definition extends { fields: readonly (infer Use)[] } ? Use : never;
type Required<Use> = Use extends FieldName ? Use : never;
type Optional<Use> = Use extends `${infer Name extends FieldName}?` ? Name : never;

type Shape<Definition> = Definition extends { payload: infer Payload }
  ? Payload
  : { [Name in Required<Uses<Definition>>]: Fields[Name]["schema"] } & {
      [Name in Optional<Uses<Definition>>]: z.ZodOptional<Fields[Name]["schema"]>;
    };

type SchemaOf<Type extends EventType> = z.ZodObject<{ type: z.ZodLiteral<Type> } & Shape<Table[Type]>>;
export type EventOf<Type extends EventType> = z.infer<SchemaOf<Type>>;
export type JourneyEvent = { [Type in EventType]: EventOf<Type> }[EventType];

function shapeOf(definition: EventDefinition): Record<string, z.ZodType> {
  if ("payload" in definition) return definition.payload;
  return Object.fromEntries(
    definition.fields.map((use) => {
      const name = nameOf(use);
      return [name, name === use ? eventFields[name].schema : eventFields[name].schema.optional()];
    }),
  );
}

const nameOf = (use: FieldName | `${FieldName}?`): FieldName => use.replace("?", "") as FieldName;

/** One a type, for forms and lists. */
export const eventSchemas = Object.fromEntries(
  eventTypes.map((type) => [type, z.object({ type: z.literal(type), ...shapeOf(definitionOf(type)) })]),
) as unknown as { [Type in EventType]: SchemaOf<Type> };

type AnySchema = (typeof eventSchemas)[EventType];

export const journeyEventSchema: z.ZodType<JourneyEvent> = z.discriminatedUnion(
  "type",
  Object.values(eventSchemas) as unknown as [AnySchema, ...AnySchema[]],
);
