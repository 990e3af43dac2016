import type { Locale } from "../../../domain/language/languages.ts";

/** What a sentence may be about; "out_of_scope" is everything that is not about borrowing here. */
export const intents = [
  "find_entry",
  "compare_products",
  "check_eligibility",
  "ask_limit",
  "ask_rate",
  "apply_loan",
  "loan_status",
  "ask_schedule",
  "repay",
  "repay_method",
  "overdue",
  "credit_report",
  "manage_reminders",
  "security_privacy",
  "account_change",
  "contract_proof",
  "cancel",
  "human_agent",
  "greeting_help",
  "out_of_scope",
] as const;
export type Intent = (typeof intents)[number];

/** Sentences are judged by one model a language. */
export type ModelLanguage = "zh" | "en";

/** The language files that a model learns from: the models are of scripts, the files of languages. */
export const localeOf: Record<ModelLanguage, Locale> = { zh: "zh-CN" as Locale, en: "en" as Locale };
