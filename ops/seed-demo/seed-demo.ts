/** Demo loans as a lender would have them: most pay on the day, some are late; in two languages. */

import type { Queryable } from "../../db/connection/connection.ts";
import { type DemoLoan, insertDemoLoans } from "../../db/demo/insert-demo-loans.ts";
import { syncProducts } from "../../db/lending/products.ts";
import { addDays, shanghaiDate } from "../../domain/calendar/dates.ts";
import { defaultLocale, strangersLocale } from "../../domain/language/languages.ts";
import { type Quote, quoteHash } from "../../domain/pricing/quote.ts";
import { productList } from "../../domain/product/catalogue.ts";
import { privacyPolicyVersion as privacyPolicy } from "../../machines/journey/actions/conversation.ts";
import { startJourney } from "../../machines/journey.ts";
import { packSnapshot } from "../../machines/snapshots.ts";
import { demoTemplates } from "./demo-templates.ts";

export interface SeedDemoOptions {
  loans: number;
  /** ISO 8601. */
  now: string;
  newId: () => string;
  /** Told after each batch: loans so far. */
  onProgress?: (done: number) => void;
}

const batchSize = 5_000;

export async function seedDemo(q: Queryable, options: SeedDemoOptions): Promise<void> {
  const { loans, now } = options;
  await syncProducts(q, productList());
  const templates = demoTemplates(shanghaiDate(now));
  const snapshot = demoSnapshot(now);
  for (let from = 0; from < loans; from += batchSize) {
    const count = Math.min(batchSize, loans - from);
    const batch = Array.from({ length: count }, (_, index) => demoLoan(from + index, templates, options));
    await q.transaction((tx) => insertDemoLoans(tx, { templates, loans: batch, snapshot, privacyPolicy }));
    options.onProgress?.(from + count);
  }
}

const names = ["李*", "王*芳", "张*", "刘*洋", "陈*", "杨*华", "赵*", "黄*敏", "周*", "吴*磊"];
const daysBefore = [null, null, 3, 1, 5, 0];
const sources = [null, null, null, "balance", "balance-then-card", "bank-card"];
/** Days since when a borrower pays no more: one in twelve is late. */
const lateness = [2, 5, 12, 40, 75];

/** The n-th loan: its variety comes from its number, so that every run makes the same mix. */
function demoLoan(n: number, templates: readonly Quote[], { now, newId }: SeedDemoOptions): DemoLoan {
  const template = (n * 7919) % templates.length;
  const quote = templates[template];
  if (!quote) throw new Error("there is a template for every loan");
  const id = newId();
  const late = n % 12 === 11 ? pick(lateness, Math.floor(n / 12)) : 1;
  return {
    ...{ id, template, borrowerId: newId(), conversationId: newId() },
    hash: quoteHash({ ...quote, id }),
    chatId: id,
    locale: n % 4 === 3 ? strangersLocale : defaultLocale,
    maskedName: pick(names, n),
    reminderDaysBefore: pick(daysBefore, Math.floor(n / 5)),
    automaticDeduction: pick(sources, Math.floor(n / 7)),
    paidThrough: addDays(shanghaiDate(now), -late),
  };
}

function pick<T>(from: readonly T[], n: number): T {
  return from[n % from.length] as T;
}

/** A borrower who is through with everything and whose loan runs. */
function demoSnapshot(now: string): object {
  const input = { borrowerId: "", locale: null, sandbox: true, persona: "ordinary", at: now };
  const { context } = startJourney(input);
  const settled = { ...context, privacyAccepted: true, creditAuthorised: true };
  return { ...packSnapshot({ value: "idle", context: settled }, now), shownSeq: 0 };
}
