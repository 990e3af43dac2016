/** What a field of a form is, by its JSON Schema. */
import type { FieldSchema } from "../../server/protocol.ts";
import { t } from "../texts.ts";

export const isNumber = ({ type }: FieldSchema): boolean => type === "number" || type === "integer";

export const isPlain = (field: FieldSchema): boolean => field.type === "string" || isNumber(field);

/** An object of plain fields only: each gets a control of its own. */
export const isGroup = ({ properties }: FieldSchema): boolean =>
  properties !== undefined &&
  Object.values(properties).every((field) => isPlain(field) || fieldChoices(field) !== undefined);

/** Of an enum, a boolean, or either with null. */
export function fieldChoices(field: FieldSchema): string[] | undefined {
  if (field.enum) return field.enum.map(String);
  if (field.type === "boolean") return ["true", "false"];
  const inner = field.anyOf?.map(fieldChoices);
  if (!inner || field.anyOf?.some(({ type, enum: values }) => !values && type !== "null")) return undefined;
  return [...inner.flatMap((values) => values ?? []), "null"];
}

/** "integer, 0 or more", "date", "JSON". */
export function hintOf(field: FieldSchema): string {
  const { type, format, minimum, maximum } = field;
  if (!isPlain(field)) return "JSON";
  if (type === "string") return format ?? "";
  return [
    t(type === "integer" ? "integer" : "number"),
    ...(isBound(minimum) ? [`≥ ${minimum}`] : []),
    ...(isBound(maximum) ? [`≤ ${maximum}`] : []),
  ].join(" ");
}

/** Zod gives every integer the bounds within which JavaScript counts exactly. */
const isBound = (bound: number | undefined): bound is number =>
  bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER;
