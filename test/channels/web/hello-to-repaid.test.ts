/**
 * The whole journey in a real browser: the real assistant, its jobs and its database, the sandbox's partners. The
 * figures are the published example that DESIGN names: 10,000 yuan at 0.05 % a day, equal principal, five
 * installments from 10 February 2016: first 2,145.00, last 2,030.00, interest 451.00.
 */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { composeAssistant } from "../../../bot/assistant.ts";
import { WebChannel } from "../../../bot/channels/web/web-channel.ts";
import { clockAt, newId } from "../../../bot/clock.ts";
import { startWorker } from "../../../bot/jobs/start-worker.ts";
import { messagesIn } from "../../../bot/locales/messages-in.ts";
import { silentLog } from "../../../bot/log/log.ts";
import type { Database } from "../../../db/connection/connection.ts";
import { findBorrower } from "../../../db/lending/borrowers.ts";
import { syncProducts } from "../../../db/lending/products.ts";
import { memorySessions } from "../../../db/sessions/memory-sessions.ts";
import type { Locale } from "../../../domain/language/languages.ts";
import { productList } from "../../../domain/product/catalogue.ts";
import { sandboxPartners } from "../../../partners/sandbox/partners.ts";
import { freshDatabase } from "../../support/database.ts";
import {
  awaitMessage,
  browserNote,
  hasBrowser,
  openBrowser,
  openPage,
  press,
  transcript,
  write,
} from "./browser.ts";
import { startWebMessenger } from "./web-messenger.ts";

const clock = clockAt("2016-02-10T10:00:00+08:00");

async function startRealMessenger(database: Database): Promise<{ url: string; stop(): Promise<void> }> {
  const { sql, orm } = database;
  await syncProducts(orm, productList());
  const { assistant, jobs } = composeAssistant({
    database,
    sessions: memorySessions({ ttlSeconds: 3600, capacity: 100, now: () => Date.parse(clock.now()) }),
    partners: sandboxPartners({
      personaOf: async (id) => (await findBorrower(orm, id))?.persona ?? null,
      production: false,
    }),
    channels: [new WebChannel(sql)],
    clock,
    newId,
    log: silentLog,
  });
  const worker = await startWorker({ deps: jobs, concurrency: 2 });
  const web = await startWebMessenger({ assistant, sql, log: silentLog, sandbox: true, port: 0 });
  return { url: web.url, stop: () => web.stop().then(() => worker.stop()) };
}

/** Folded away under its total, and opened to be read whole. */
async function card(page: Page): Promise<string> {
  const last = page.locator(".card").last();
  const folded = last.locator("summary");
  if (await folded.count()) await folded.click();
  return last.innerText();
}

async function borrow(page: Page, locale: Locale, wish: string): Promise<void> {
  const { buttons, words } = messagesIn(locale);
  await press(page, buttons.acceptPrivacy);
  await page.getByRole("button", { name: buttons.borrow, exact: true }).waitFor();
  await write(page, wish);
  await press(page, buttons.startIdentity);
  await press(page, buttons.authoriseCredit);
  await press(page, words.methods["equal-principal"]);
  await press(page, words.purposes.daily);
  await page.getByRole("button", { name: buttons.acceptQuote, exact: true }).waitFor();
  const quote = await card(page);
  for (const figure of ["451.00", "10,451.00", "2,145.00", "2,030.00"]) expect(quote).toContain(figure);
  await press(page, buttons.acceptQuote);
  await press(page, buttons.acceptContract);
  await press(page, buttons.sign("10000.00", 5));
  await press(page, buttons.reminderDays(3));
}

async function repay(page: Page, locale: Locale): Promise<void> {
  const { buttons, words, notices } = messagesIn(locale);
  const { kindWithAmount, confirmRepayment } = buttons;
  await page.locator(".tools > summary").click();
  await press(page, buttons.nextDue);
  // The calendar, the reminder three days before and the one of the day: each takes the last one's buttons away.
  const moved = page.locator(".messages .from-borrower").filter({ hasText: buttons.nextDue });
  await moved.locator(":scope ~ .from-assistant").nth(2).waitFor();
  await press(page, buttons.repay);
  await press(page, kindWithAmount(words.kinds.due, "2145.00"));
  await press(page, words.rails.balance);
  await press(page, confirmRepayment("2145.00"));
  // On the very day an installment is paid, no interest has accrued on the rest.
  await press(page, buttons.repay);
  await press(page, kindWithAmount(words.kinds.payoff, "8000.00"));
  await press(page, words.rails.balance);
  await press(page, confirmRepayment("8000.00"));
  await awaitMessage(page, notices.settled);
}

/** The one loan of the one conversation in that language, and what its ledger comes to. */
async function books({ sql }: Database, locale: Locale): Promise<unknown> {
  const [found] = await sql`
    select loan.status, loan.settled_on as "settledOn",
      sum(entry.amount) filter (where account = 'loans:principal') as principal,
      sum(entry.amount) filter (where account = 'cash:balance') as received,
      sum(entry.amount) filter (where account = 'income:interest') as interest
    from conversations join loans loan using (borrower_id)
    join ledger_transactions movement on movement.loan_id = loan.id
    join ledger_entries entry on entry.transaction_id = movement.id
    where conversations.locale = ${locale} group by loan.id`;
  return found && { ...found };
}

describe.skipIf(!hasBrowser)(`from hello to repaid${browserNote}`, () => {
  let browser: Browser;
  let database: Database;
  let messenger: { url: string; stop(): Promise<void> };
  beforeAll(async () => {
    [browser, database] = await Promise.all([openBrowser(), freshDatabase()]);
    messenger = await startRealMessenger(database);
  });
  afterAll(async () => {
    await browser.close();
    await messenger.stop();
    await database.close();
  });

  const journeys: [string, Locale, { hello: string; wish: string }][] = [
    ["in Chinese", "zh-CN", { hello: "你好", wish: "我想借10000元，分5期" }],
    ["in English", "en", { hello: "Hello", wish: "I want to borrow 10000 over 5 months" }],
  ];

  it.each(journeys)("%s, on a phone", async (_, locale, { hello, wish }) => {
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
    const { page, faults } = await openPage(browser, messenger.url, { ...phone, locale });
    await write(page, hello);
    await borrow(page, locale, wish);
    await page.reload();
    await repay(page, locale);
    expect(await books(database, locale)).toEqual({
      status: "settled",
      settledOn: "2016-03-10",
      principal: "0.00",
      received: "10145.00",
      // 10,000 yuan for the 29 days to 10 March 2016.
      interest: "-145.00",
    });
    expect((await transcript(page))[0]).toBe(`you: ${hello}`);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
