/** A form for an event's payload, made from its schema. What is no plain field, nor a group of them, is JSON. */
import { element } from "../../../bot/channels/web/page/dom.ts";
import type { FieldSchema } from "../../server/protocol.ts";
import type { Issue } from "../../stepping/refusals.ts";
import { fieldChoices, hintOf, isGroup, isNumber, isPlain } from "../elements/field-schema.ts";
import { inLanguage, t } from "../texts.ts";

export interface PayloadForm {
  fields: HTMLElement[];
  read(): Record<string, unknown>;
  /** Says at each field what is wrong with it; focus goes to the first. */
  tell(issues: readonly Issue[]): void;
}

interface FieldRequest {
  /** "standing.daysPastDue". */
  path: string;
  name: string;
  field: FieldSchema;
  required: boolean;
  given: unknown;
}

interface Field {
  name: string;
  shown: HTMLElement;
  /** undefined: left out. */
  value(): unknown;
  tell(issues: readonly Issue[]): void;
}

export function payloadForm(
  schema: FieldSchema,
  suggestion: Record<string, unknown>,
  idPrefix: string,
): PayloadForm {
  const fields = fieldsOf(schema, suggestion, idPrefix, "");
  return {
    fields: fields.map(({ shown }) => shown),
    read: () => valuesOf(fields),
    tell(issues) {
      for (const field of fields) field.tell(issues);
      const wrong = fields.map(({ shown }) => shown.querySelector<HTMLElement>("[aria-invalid]"));
      wrong.find((control) => control !== null)?.focus();
    },
  };
}

function fieldsOf(schema: FieldSchema, given: unknown, idPrefix: string, within: string): Field[] {
  const known = typeof given === "object" && given !== null ? (given as Record<string, unknown>) : {};
  return Object.entries(schema.properties ?? {})
    .filter(([name, field]) => !(name === "type" && field.const !== undefined))
    .map(([name, field]) => {
      const required = schema.required?.includes(name) ?? false;
      const request = {
        path: `${within}${name}`,
        name,
        field,
        required,
        given: known[name] ?? field.default,
      };
      return isGroup(field) ? groupOf(idPrefix, request) : fieldOf(`${idPrefix}-${request.path}`, request);
    });
}

const valuesOf = (fields: readonly Field[]): Record<string, unknown> =>
  Object.fromEntries(
    fields.map(({ name, value }) => [name, value()]).filter(([, value]) => value !== undefined),
  );

const titleOf = ({ name, required }: FieldRequest): string =>
  required ? name : `${name} (${t("optional")})`;

function groupOf(idPrefix: string, request: FieldRequest): Field {
  const { name, path, field, given, required } = request;
  const fields = fieldsOf(field, given, idPrefix, `${path}.`);
  const shown = fields.map((one) => one.shown);
  return {
    name,
    shown: element("fieldset", {}, element("legend", {}, titleOf(request)), ...shown),
    value() {
      const values = valuesOf(fields);
      return required || Object.keys(values).length > 0 ? values : undefined;
    },
    tell(issues) {
      for (const one of fields) one.tell(issues);
    },
  };
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function fieldOf(id: string, request: FieldRequest): Field {
  const { name, path, field } = request;
  const choices = fieldChoices(field);
  const control = choices ? selectOf(id, choices, request) : inputOf(id, request);
  const hint = element("small", { id: `${id}-hint` }, choices ? "" : hintOf(field));
  const wrong = element("em", { id: `${id}-wrong`, class: "wrong" });
  control.setAttribute("aria-describedby", `${hint.id} ${wrong.id}`);
  const label = element("label", { for: id }, titleOf(request));
  return {
    name,
    shown: element("div", { class: "field" }, element("div", {}, label, " ", hint), control, wrong),
    value: () => readControl(control, field),
    tell(issues) {
      const own = issues.filter((issue) => issue.path === path || issue.path.startsWith(`${path}.`));
      wrong.textContent = own.map(({ says }) => inLanguage(says)).join(" ");
      if (own.length > 0) control.setAttribute("aria-invalid", "true");
      else control.removeAttribute("aria-invalid");
    },
  };
}

const nothing = "";

function selectOf(id: string, choices: string[], { required, given }: FieldRequest): HTMLSelectElement {
  const select = element("select", { id });
  if (!required) select.append(element("option", { value: nothing }, "–"));
  select.append(...choices.map((choice) => element("option", { value: choice }, choice)));
  if (given !== undefined) select.value = String(given);
  return select;
}

function inputOf(id: string, { field, given }: FieldRequest): Control {
  if (!isPlain(field)) {
    const area = element("textarea", { id, rows: 3, spellcheck: "false" });
    area.value = given === undefined ? "" : JSON.stringify(given, null, 1);
    return area;
  }
  const input = element("input", {
    id,
    autocomplete: "off",
    spellcheck: "false",
    ...(isNumber(field) && { inputmode: "decimal" }),
  });
  input.value = given === undefined ? "" : String(given);
  return input;
}

/** What cannot be read is sent as it was written: its schema says what is wrong with it. */
function readControl({ value }: Control, field: FieldSchema): unknown {
  if (value === nothing) return undefined;
  if (isNumber(field)) return Number.isNaN(Number(value)) ? value : Number(value);
  if (field.type === "string" || field.enum) return value;
  if (fieldChoices(field)) return readChoice(value);
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

function readChoice(value: string): unknown {
  if (value === "null") return null;
  return value === "true" || value === "false" ? value === "true" : value;
}
