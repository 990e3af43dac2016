/** What is told of loans that are owed: reminders and repayments. Amounts in yuan, dates of Asia/Shanghai. */
import { z } from "zod";
import { reminderStages } from "../../domain/contact/reminder-stages.ts";
import type { NoticeDefinition } from "./definition.ts";

const told = { payload: {}, prompt: "full", passes: false, money: false } as const;
const ofMoney = { ...told, money: true } as const;

export const repayingNotices = {
  calendar: { ...told, payload: { form: z.enum(["picture", "file"]) }, prompt: "resumed" },
  reminder: {
    ...ofMoney,
    payload: { loanId: z.string(), installment: z.number(), stage: z.enum(reminderStages) },
    prompt: "resumed-under-way",
  },
  "nothing-due": told,
  repaid: {
    ...ofMoney,
    payload: { loanId: z.string(), repaymentId: z.string(), settled: z.boolean() },
  },
  "repayment-processing": { ...ofMoney, payload: { amount: z.string(), arrivesOn: z.string() } },
  "repayment-refused": {
    ...ofMoney,
    payload: { reason: z.enum(["insufficient-funds", "card-rejected", "superseded"]) },
  },
} as const satisfies Record<string, NoticeDefinition>;
