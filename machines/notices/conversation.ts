/** What is told of the conversation itself. */
import { z } from "zod";
import {
  alternativesSchema,
  courtesies,
  exampleSchema,
  secretKinds,
  wordlessKinds,
} from "../message-kinds.ts";
import { topicSchema } from "../topics.ts";
import type { NoticeDefinition } from "./definition.ts";

const menu = { payload: {}, passes: true, money: false } as const;
const told = { payload: {}, prompt: "full", passes: false, money: false } as const;
const interrupting = { payload: {}, prompt: "resumed", passes: false, money: false } as const;

export const conversationNotices = {
  hello: { ...menu, prompt: "full" },
  /** The stored conversation could not be opened: its place was made from the books. */
  "place-found": told,
  /** `person`: not the first miss in a row, so a person is offered. */
  unclear: {
    ...menu,
    payload: {
      alternatives: alternativesSchema.optional(),
      wordless: z.enum(wordlessKinds).optional(),
      person: z.boolean().optional(),
    },
    prompt: "replaced",
  },
  also: {
    ...interrupting,
    payload: { alternatives: alternativesSchema, instead: z.literal(true).optional() },
    prompt: "resumed-under-way",
  },
  "out-of-scope": {
    ...menu,
    payload: { topic: topicSchema.optional(), person: z.boolean().optional() },
    prompt: "resumed-under-way",
  },
  "secret-typed": { ...interrupting, payload: { kinds: z.array(z.enum(secretKinds)) } },
  help: { ...menu, prompt: "resumed" },
  where: { ...menu, prompt: "full" },
  mydata: interrupting,
  answer: {
    ...interrupting,
    payload: { topic: topicSchema, example: exampleSchema.optional() },
    prompt: "resumed-under-way",
  },
  courtesy: { ...menu, payload: { of: z.enum(courtesies) }, prompt: "resumed-under-way" },
  "choose-language": { ...menu, prompt: "replaced" },
  "language-set": { ...menu, prompt: "full" },
  "stale-button": { ...menu, prompt: "full" },
  "not-now": { ...menu, prompt: "replaced" },
  "button-needed": { ...menu, prompt: "replaced" },
  /** `of`: what was given up, where it was under way. */
  cancelled: { ...told, payload: { of: z.enum(["application", "repayment"]).optional() } },
  "cannot-cancel": told,
  "partner-unreachable": told,
  nudge: told,

  /** Sandbox only. */
  "choose-persona": { ...menu, prompt: "replaced" },
  "persona-chosen": { ...told, payload: { persona: z.string() } },
  "clock-moved": { ...told, payload: { to: z.string() } },
} as const satisfies Record<string, NoticeDefinition>;
