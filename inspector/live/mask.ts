/**
 * Whose a conversation is, taken out of everything that it remembers. Only what is known to be nobody's own is left:
 * the product's words, money, dates, counts. Ids keep their shape and their ends, so that two can be told apart. What
 * else a borrower or a partner wrote, and whatever a machine comes to remember later, is hidden until it is named here.
 */
import { z } from "zod";
import { productList } from "../../domain/product/catalogue.ts";
import { entryList } from "../../domain/product/entries.ts";
import { merchantList } from "../../domain/purchase/merchant-checkout.ts";
import { type JourneyContext, journeyContextSchema } from "../../machines/journey-context.ts";
import { journeyEventSchema } from "../../machines/journey-events.ts";
import { personaIds } from "../../partners/sandbox/personas.ts";

const hidden = "••••";

/** Of a person, though they look like anybody's. */
const personal: ReadonlySet<string> = new Set(["age", "tail", "bank", "maskedName"]);

export function maskContext(context: JourneyContext): JourneyContext {
  const { means: _, ...masked } = mask(context);
  return masked;
}

/** Written by the house alone. */
const ours: ReadonlySet<string> = new Set(["command", "hash", "quoteHash"]);

/** The same shape, masked; the same value is always masked alike. */
export const mask = <Value>(value: Value): Value => masked(value, "") as Value;

function masked(value: unknown, name: string): unknown {
  if (typeof value === "string") return maskText(value, name);
  if (typeof value === "number") return personal.has(name) ? 0 : value;
  if (Array.isArray(value)) return value.map((one) => masked(one, name));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, masked(one, key)]));
}

function maskText(text: string, name: string): string {
  if (ours.has(name)) return text;
  if (personal.has(name)) return hidden;
  // Reckoned with where it is shown.
  if (name === "amount") return /^-?\d{0,7}(\.\d+)?$/.test(text) ? text : "0";
  const parts = text.split(ids);
  const found = text.match(ids) ?? [];
  if (!parts.every((part) => part === "" || isNobodys(part, found.length > 0))) return hidden;
  return parts.map((part, index) => `${part}${maskId(found[index] ?? "")}`).join("");
}

/** UUIDs and loan numbers, also within a key such as "payOut:…". */
const ids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\bJD\d{6,}/gi;

function maskId(id: string): string {
  if (id === "") return "";
  return id.includes("-") ? `00000000-0000-0000-0000-00000000${id.slice(-4)}` : `${hidden}${id.slice(-4)}`;
}

/** A date, a time, an amount or rate with its decimals, a count of at most three digits. */
const plain = /^(\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?|-?\d{1,9}\.\d{1,12}|\d{1,3})$/;
/** Two lower-case words at least: "equal-principal", "quote.expired". */
const compound = /^[a-z]+([-.][a-z]+)+$/;
/** Around an id: "reminder:…:2:due". */
const aroundId = /^[a-zA-Z]*(:[a-zA-Z0-9.-]{0,12})*:?$/;

const isNobodys = (text: string, aroundAnId: boolean): boolean =>
  plain.test(text) || compound.test(text) || words.has(text) || (aroundAnId && aroundId.test(text));

/** Every word that the machine itself may write. */
const words: ReadonlySet<string> = new Set([
  ...[journeyContextSchema, journeyEventSchema].flatMap((schema) =>
    wordsIn(z.toJSONSchema(schema, { unrepresentable: "any" })),
  ),
  ...[...productList(), ...entryList(), ...merchantList()].map(({ id }) => id),
  ...personaIds,
  ...["social", "payments", "credit", "assets", "chats", "spending", "transfers", "investments"],
]);

function wordsIn(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([name, value]) => {
    if (name === "const") return [String(value)];
    if (name === "enum") return (value as unknown[]).map(String);
    return wordsIn(value);
  });
}
