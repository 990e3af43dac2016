/**
 * The fields of what borrowers say and press, each defined once and shared by all events that have it. What a button
 * can carry has a letter: messengers allow 64 bytes for all of an event.
 */
import { z } from "zod";
import { requestReasons } from "../../domain/contact/request-reasons.ts";
import { locales } from "../../domain/language/languages.ts";
import { deductionSources } from "../../domain/repayment/deduction-sources.ts";
import {
  alternativesSchema,
  courtesies,
  exampleSchema,
  secretKinds,
  wordlessKinds,
} from "../message-kinds.ts";
import { topicSchema } from "../topics.ts";

export interface LetteredField {
  /** Never given to another field: buttons that carry it stay in chats for years. */
  letter: string;
  /** Of a button; a number's is that of its digits. Neither "," nor "|" may be in it. */
  spelling: RegExp;
  schema: z.ZodString | z.ZodNumber | z.ZodEnum;
  /** A button carries so many characters from its beginning. */
  cutTo?: number;
}

/** Said in words, or found in a message: an event that has it has no button. */
export interface SpokenField {
  letter: null;
  schema: z.ZodType;
}

const word = /^[\w.-]+$/;
const whole = /^\d{1,4}$/;
const yuan = /^\d+(\.\d+)?$/;

export const eventFields = {
  /** Yuan as typed, normalised to plain digits: "20000", "-5", "0.001"; the machine judges it. */
  amount: { letter: "a", spelling: yuan, schema: z.string() },
  installments: { letter: "n", spelling: whole, schema: z.number() },
  method: { letter: "m", spelling: word, schema: z.enum(["equal-principal", "level-payment"]) },
  purpose: {
    letter: "p",
    spelling: word,
    schema: z.enum(["daily", "renovation", "education", "medical", "travel"]),
  },
  /** Of the very offer that is agreed to; the machine compares by prefix. */
  hash: { letter: "h", spelling: /^[0-9a-f]{16}$/, schema: z.string(), cutTo: 16 },
  loanId: { letter: "l", spelling: word, schema: z.string() },
  kind: { letter: "k", spelling: word, schema: z.enum(["due", "partial", "payoff"]) },
  rail: { letter: "r", spelling: word, schema: z.enum(["balance", "bank-card", "credit-card"]) },
  /** Before the due date; 0 is "on the day only". */
  daysBefore: { letter: "d", spelling: whole, schema: z.number() },
  topic: { letter: "t", spelling: word, schema: topicSchema },
  entry: { letter: "e", spelling: word, schema: z.string() },
  locale: { letter: "g", spelling: word, schema: z.enum(locales) },
  persona: { letter: "o", spelling: word, schema: z.string() },
  to: { letter: "f", spelling: word, schema: z.enum(["next-day", "next-due", "overdue"]) },
  product: { letter: "i", spelling: word, schema: z.string() },
  merchant: { letter: "c", spelling: word, schema: z.string() },
  orderNumber: { letter: "u", spelling: word, schema: z.string() },
  /** Of the borrower's clock; the machine judges it. */
  hour: { letter: "j", spelling: whole, schema: z.number() },
  source: { letter: "s", spelling: word, schema: z.enum(deductionSources) },
  /** Asia/Shanghai date. */
  on: { letter: "y", spelling: word, schema: z.string() },
  /** Yuan that a shopper pays at the checkout; the loan pays the rest of the cart. */
  downPayment: { letter: "w", spelling: yuan, schema: z.string() },
  /** "2016-03-10T15:00", Asia/Shanghai. */
  until: { letter: "z", spelling: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, schema: z.string() },

  /** Of a courtesy. */
  of: { letter: null, schema: z.enum(courtesies) },
  /** Why staff are to hear of it. */
  reason: { letter: null, schema: z.enum(requestReasons) },
  example: { letter: null, schema: exampleSchema },
  /** What a message may have meant, likeliest first; with "also", what else it asked for. */
  alternatives: { letter: null, schema: alternativesSchema },
  /** With "also": not what it asked for besides, but what it may have asked instead. */
  instead: { letter: null, schema: z.literal(true) },
  /** There were no words to understand. */
  wordless: { letter: null, schema: z.enum(wordlessKinds) },
  /** Of secrets. */
  kinds: { letter: null, schema: z.array(z.enum(secretKinds)) },
  /** It follows another event of the same message. */
  besides: { letter: null, schema: z.literal(true) },
  /** Told by what the borrower wrote, not chosen. */
  heard: { letter: null, schema: z.literal(true) },
} as const satisfies Record<string, LetteredField | SpokenField>;

export type Fields = typeof eventFields;
export type FieldName = keyof Fields;
/** Those that a button can carry. */
export type LetteredName = {
  [Name in FieldName]: Fields[Name] extends SpokenField ? never : Name;
}[FieldName];
