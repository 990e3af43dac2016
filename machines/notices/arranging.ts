/** What is told of reminders, paying later, automatic deductions and people to talk to. Dates of Asia/Shanghai. */
import { z } from "zod";
import { requestReasons } from "../../domain/contact/request-reasons.ts";
import type { NoticeDefinition } from "./definition.ts";

const told = { payload: {}, prompt: "full", passes: false, money: false } as const;
const interrupting = { ...told, prompt: "resumed" } as const;

/** A day that a borrower named and cannot have: the first and the last of those they can. */
const dayRefused = { given: z.string(), from: z.string(), to: z.string() };

export const arrangingNotices = {
  "reminder-saved": { ...told, payload: { daysBefore: z.number() } },
  "days-refused": { ...interrupting, payload: { given: z.number(), most: z.number() } },
  "hour-saved": { ...told, payload: { hour: z.number() } },
  "hour-refused": { ...interrupting, payload: { reason: z.enum(["quiet", "not-whole"]) } },
  "reminders-stopped": interrupting,
  "reminders-resumed": interrupting,
  /** `moved`: the time asked for lies in the quiet hours. */
  snoozed: { ...interrupting, payload: { until: z.string(), moved: z.boolean() } },
  "snooze-refused": { ...interrupting, payload: { reason: z.enum(["past", "too-far"]) } },

  "nothing-owed": interrupting,
  "paid-claimed": interrupting,
  "promise-made": { ...told, money: true },
  "promise-withdrawn": interrupting,
  "promise-refused": { ...told, payload: dayRefused },
  "extension-asked": { ...told, money: true },
  "extension-pending": interrupting,
  "extension-refused": { ...told, payload: dayRefused },
  /** The day of a promise, or of an extension, with something still to pay. */
  "day-has-come": { ...interrupting, payload: { of: z.enum(["promise", "extension"]) }, money: true },

  /** `again`: it waits for staff already. */
  "person-asked": { ...interrupting, payload: { reason: z.enum(requestReasons), again: z.boolean() } },
  /** `reply`: what staff wrote, as they wrote it. */
  "request-decided": {
    ...interrupting,
    payload: {
      decision: z.enum(["approved", "declined", "answered"]),
      until: z.string().optional(),
      reply: z.string().optional(),
    },
  },

  "deduction-saved": { ...told, money: true },
  "deduction-stopped": interrupting,
  "deduction-none": interrupting,
} as const satisfies Record<string, NoticeDefinition>;
