/**
 * The whole journey in Telegram: a real grammY bot over HTTP, the real assistant, a real database. The loan is
 * the published example: 10,000 yuan at 0.05 % a day from 10 February 2016, equal principal, 5 installments:
 * first 2,145.00, last 2,030.00, interest 451.00 in all.
 */
import { Hono } from "hono";
import ICAL from "ical.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startTelegramPolling } from "../../../bot/channels/telegram/telegram-polling.ts";
import { telegramWebhook } from "../../../bot/channels/telegram/telegram-webhook.ts";
import { messagesIn } from "../../../bot/locales/messages-in.ts";
import { unavailable } from "../../../bot/views/unavailable.ts";
import type { Database } from "../../../db/connection/connection.ts";
import { type BotApi, startBotApi } from "../../support/bot-api/bot-api.ts";
import type { ShownMessage } from "../../support/bot-api/chats.ts";
import { listen } from "../../support/bot-api/listen.ts";
import { ManualDelay } from "../../support/bot-api/manual-delay.ts";
import type { TestUser } from "../../support/bot-api/people.ts";
import { freshDatabase } from "../../support/database.ts";
import { tcpProxy } from "../../support/tcp-proxy.ts";
import { secret } from "./support/bots.ts";
import { realAssistant } from "./support/real-assistant.ts";

const now = "2016-02-10T02:00:00.000Z";

let botApi: BotApi;
let database: Database;
let lin: TestUser;
const running: (() => Promise<void>)[] = [];

beforeEach(async () => {
  botApi = await startBotApi();
  database = await freshDatabase();
  lin = botApi.user({ id: 11, firstName: "Lin", languageCode: "zh-hans" });
});
afterEach(async () => {
  for (const stop of running.splice(0).reverse()) await stop();
  await botApi.close();
  await database.close();
});

interface Running {
  stop(): Promise<void>;
  log: Awaited<ReturnType<typeof realAssistant>>["log"];
}

async function startPolling(databaseUrl = database.url, time?: ManualDelay): Promise<Running> {
  const { assistant, log, close } = await realAssistant({ botApi, databaseUrl, now });
  const { token, apiRoot } = botApi;
  const options = { token, apiRoot, assistant, log, sandbox: true };
  const polling = startTelegramPolling(time ? { ...options, delay: time.delay } : options);
  await polling.ready;
  return stoppable(log, async () => {
    await polling.stop();
    await close();
  });
}

async function startWebhook(): Promise<Running> {
  const { assistant, log, close } = await realAssistant({ botApi, databaseUrl: database.url, now });
  const app = new Hono();
  const web = await listen(app);
  const { token, apiRoot } = botApi;
  const publicUrl = web.origin;
  const webhook = telegramWebhook({ token, apiRoot, assistant, log, sandbox: true, publicUrl, secret });
  app.post(webhook.path, webhook.handler);
  await webhook.register(new AbortController().signal);
  return stoppable(log, async () => {
    await web.close();
    await close();
  });
}

/** Stopped by the test, or at its end. */
function stoppable(log: Running["log"], stop: () => Promise<void>): Running {
  let stopped: Promise<void> | undefined;
  const once = (): Promise<void> => {
    stopped ??= stop();
    return stopped;
  };
  running.push(once);
  return { stop: once, log };
}

const { buttons } = messagesIn("zh-CN");

async function toTheQuote(): Promise<void> {
  lin.says("/start");
  await lin.hearsOf("隐私");
  await lin.presses(buttons.acceptPrivacy);
  lin.says("我想借10000分5期，等额本金");
  await lin.hearsWith(buttons.startIdentity);
  await lin.presses(buttons.startIdentity);
  await lin.hearsWith(buttons.authoriseCredit);
  await lin.presses(buttons.authoriseCredit);
  await lin.hearsWith("日常消费");
  await lin.presses("日常消费");
  const quote = await lin.hearsWith(buttons.acceptQuote);
  const schedule = quote.fixedWidth.join("\n");
  for (const figure of ["¥2,145.00", "¥2,030.00", "¥451.00"]) expect(schedule).toContain(figure);
}

const sign = buttons.sign("10000.00", 5);

async function toTheSignature(): Promise<ShownMessage> {
  await lin.presses(buttons.acceptQuote);
  await lin.hearsWith(buttons.acceptContract);
  await lin.presses(buttons.acceptContract);
  return lin.hearsWith(sign);
}

async function toTheLoan(): Promise<void> {
  await toTheSignature();
  await lin.presses(sign);
  await lin.hearsWith(buttons.reminderDays(3));
  await lin.presses(buttons.reminderDays(3));
  await lin.hearsWith(buttons.nextDue);
}

/** Skips to the due date, pays the installment, then all that is left: no interest on the day itself. */
async function toTheEnd(): Promise<void> {
  await lin.presses(buttons.nextDue);
  await lin.hearsOf(/第1期.*今天到期/);
  await repay(/¥2,145\.00$/, "2145.00");
  await repay(/¥8,000\.00$/, "8000.00");
}

async function repay(kind: RegExp, amount: string): Promise<void> {
  await lin.presses(buttons.repay);
  await lin.hearsWith(kind);
  await lin.presses(kind);
  const rail = messagesIn("zh-CN").words.rails.balance;
  await lin.hearsWith(rail);
  await lin.presses(rail);
  await lin.hearsWith(buttons.confirmRepayment(amount));
  await lin.presses(buttons.confirmRepayment(amount));
  await lin.hearsOf("还款成功");
}

const ledgerSum = async (): Promise<string | undefined> => {
  const [row] = await database.sql<{ sum: string }[]>`select sum(amount)::text as sum from ledger_entries`;
  return row?.sum;
};

describe.each([
  ["by polling", () => startPolling()],
  ["by webhook", () => startWebhook()],
])("from /start to repaid, %s", (_, start) => {
  it("without a press left unanswered, and the quote still there to read", async () => {
    const { log } = await start();
    await toTheQuote();
    await toTheLoan();
    await toTheEnd();
    expect(botApi.unansweredPresses).toBe(0);
    expect(lin.messages().some(({ fixedWidth }) => fixedWidth.join().includes("¥451.00"))).toBe(true);
    expect(log.lines.filter(({ level }) => level === "error")).toEqual([]);
    const loans = await database.sql`select status from loans`;
    expect(loans).toMatchObject([{ status: "settled" }]);
    expect(Number(await ledgerSum())).toBe(0);
  });
});

const loanCount = async (): Promise<number> => (await database.sql`select id from loans`).length;

describe("the button that signs", () => {
  it("pressed by somebody else is refused by an alert, and signs nothing", async () => {
    await startPolling();
    await toTheQuote();
    const shown = await toTheSignature();
    const bo = botApi.user({ id: 22, firstName: "Bo", languageCode: "en" });
    const answer = await bo.presses(sign, shown);
    expect(answer).toEqual({ text: messagesIn("zh-CN").system.foreignPress, alert: true });
    expect(await loanCount()).toBe(0);
    await lin.presses(sign);
    await lin.hearsOf("放款成功");
    expect(await loanCount()).toBe(1);
  });

  it("pressed twice at once makes one loan", async () => {
    await startPolling();
    await toTheQuote();
    await toTheSignature();
    await Promise.all([lin.presses(sign), lin.presses(sign)]);
    await lin.hearsOf("放款成功");
    expect(await loanCount()).toBe(1);
  });

  it("of which Telegram tells three times makes one loan", async () => {
    await startWebhook();
    await toTheQuote();
    await toTheSignature();
    await lin.presses(sign);
    const press = lin.lastUpdate;
    await lin.hearsOf("放款成功");
    await botApi.answerTo(press);
    for (const _ of ["again", "and again"]) {
      botApi.deliverAgain(press);
      await botApi.answerTo(press);
    }
    expect(await loanCount()).toBe(1);
    expect(lin.messages().filter(({ text }) => text.includes("放款成功"))).toHaveLength(1);
  });
});

describe("the loan calendar to take along", () => {
  it("comes as a picture and as a file, and the conversation goes on from there", async () => {
    await startPolling();
    await toTheQuote();
    await toTheLoan();
    await lin.presses(buttons.calendarPicture);
    const { photo } = await lin.hearsOf("你的借款日历画好了");
    expect(photo?.width).toBe(1080);
    await lin.presses(buttons.calendarFile);
    const { document } = await lin.hearsOf("还款日就进日历了");
    const calendar = new ICAL.Component(ICAL.parse(new TextDecoder().decode(document?.bytes)));
    const dates = calendar
      .getAllSubcomponents("vevent")
      .map((one) => new ICAL.Event(one).startDate.toString());
    expect(dates).toEqual(["2016-03-10", "2016-04-10", "2016-05-10", "2016-06-10", "2016-07-10"]);
    await lin.presses(buttons.nextDue);
    await lin.hearsOf("¥2,145.00");
  });
});

describe("what a process may suffer on the way", () => {
  it("being stopped: the next one goes on in the same place", async () => {
    const first = await startPolling();
    await toTheQuote();
    await first.stop();
    await startPolling();
    await toTheLoan();
  });

  it("its database gone for a while: one sentence, then the answer", async () => {
    const { hostname, port } = new URL(database.url);
    const proxy = await tcpProxy({ host: hostname, port: Number(port) });
    running.push(async () => proxy.cut());
    const url = new URL(database.url);
    url.port = String(proxy.port);
    const time = new ManualDelay();
    await startPolling(url.href, time);
    lin.says("/start");
    await lin.hearsOf("隐私");
    await time.passUntil(botApi.confirmed());
    proxy.cut();
    lin.says("/help");
    expect((await lin.hears()).text).toBe(unavailable());
    await time.waitedFor(500);
    time.elapse();
    await time.waitedFor(1_000);
    expect(lin.unheard()).toEqual([]);
    await proxy.mend();
    await time.passUntil(lin.hears());
    await time.passUntil(botApi.confirmed());
  });
});
