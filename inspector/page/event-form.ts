/** A form for an event's payload, made from its schema. What is no plain field is written as JSON. */
import { element } from "../../bot/web/page/dom.ts";
import type { FieldSchema } from "../server/protocol.ts";

export interface PayloadForm {
  fields: HTMLElement[];
  /** Throws TypeError on JSON that cannot be read. */
  read(): Record<string, unknown>;
}

interface Field {
  name: string;
  label: HTMLElement;
  /** undefined: left out. */
  value(): unknown;
}

export function payloadForm(
  schema: FieldSchema,
  suggestion: Record<string, unknown>,
  idPrefix: string,
): PayloadForm {
  const fields = Object.entries(schema.properties ?? {})
    .filter(([name, field]) => !(name === "type" && field.const !== undefined))
    .map(([name, field]) => {
      const required = schema.required?.includes(name) ?? false;
      const given = suggestion[name] ?? field.default;
      return fieldOf(`${idPrefix}-${name}`, { name, field, required, given });
    });
  return {
    fields: fields.map(({ label }) => label),
    read: () =>
      Object.fromEntries(
        fields.map(({ name, value }) => [name, value()]).filter(([, value]) => value !== undefined),
      ),
  };
}

interface FieldRequest {
  name: string;
  field: FieldSchema;
  required: boolean;
  given: unknown;
}

const nothing = "";

function fieldOf(id: string, request: FieldRequest): Field {
  const { name, field, required, given } = request;
  const choices = choicesOf(field);
  const control = choices ? selectOf(id, choices, request) : inputOf(id, field, given);
  const label = element("label", { for: id }, `${name}${required ? "" : " (?)"}`, control);
  return { name, label, value: () => readControl(control, field) };
}

/** Of an enum, a boolean, or either with null. */
function choicesOf(field: FieldSchema): string[] | undefined {
  if (field.enum) return field.enum.map(String);
  if (field.type === "boolean") return ["true", "false"];
  const inner = field.anyOf?.map(choicesOf);
  if (!inner || field.anyOf?.some(({ type, enum: values }) => !values && type !== "null")) return undefined;
  return [...inner.flatMap((values) => values ?? []), "null"];
}

function selectOf(id: string, choices: string[], { required, given }: FieldRequest): HTMLSelectElement {
  const select = element("select", { id });
  if (!required) select.append(element("option", { value: nothing }, "–"));
  select.append(...choices.map((choice) => element("option", { value: choice }, choice)));
  if (given !== undefined) select.value = String(given);
  return select;
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const isPlain = ({ type }: FieldSchema): boolean => type === "string" || isNumber(type);
const isNumber = (type: FieldSchema["type"]): boolean => type === "number" || type === "integer";

function inputOf(id: string, field: FieldSchema, given: unknown): Control {
  if (!isPlain(field)) {
    const area = element("textarea", { id, rows: 3, spellcheck: "false" });
    area.value = given === undefined ? "" : JSON.stringify(given, null, 1);
    return area;
  }
  const input = element("input", {
    id,
    autocomplete: "off",
    ...(isNumber(field.type) && { inputmode: "decimal" }),
  });
  input.value = given === undefined ? "" : String(given);
  return input;
}

function readControl({ value }: Control, field: FieldSchema): unknown {
  if (value === nothing) return undefined;
  if (isNumber(field.type)) return Number(value);
  if (field.type === "string" || field.enum) return value;
  if (field.type === "boolean" || choicesOf(field)) return readChoice(value);
  try {
    return JSON.parse(value) as unknown;
  } catch {
    throw new TypeError(`not JSON: ${value.slice(0, 40)}`);
  }
}

function readChoice(value: string): unknown {
  if (value === "null") return null;
  return value === "true" || value === "false" ? value === "true" : value;
}
