/** `npm run screenshot`: the README's picture, taken of the running application with a clock that is set. */
import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { readConfig } from "../bot/config.ts";
import { messagesIn } from "../bot/locales/messages-in.ts";
import { openLog } from "../bot/log/log.ts";
import { type App, openApp } from "../bot/open-app.ts";
import { setClock } from "../bot/turn/set-clock.ts";
import type { Locale } from "../domain/language/languages.ts";
import { openBrowser, openPage, press, write } from "../test/channels/web/browser.ts";
import { startWebMessenger } from "../test/channels/web/web-messenger.ts";

const now = "2026-02-10T10:00:00+08:00";
const picture = fileURLToPath(new URL("./screenshots/quote.png", import.meta.url));
const phone = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
  reducedMotion: "reduce",
} as const;

const newToken = (): string => randomBytes(32).toString("base64url");

interface Shot {
  locale: Locale;
  colorScheme: "light" | "dark";
  wish: string;
}

const shots: Shot[] = [
  { locale: "zh-CN", colorScheme: "light", wish: "我想借20000元，分10期" },
  { locale: "en", colorScheme: "dark", wish: "I want to borrow 20000 over 10 months" },
];

/** A phone on which a borrower has just been given a quote. */
async function photograph(browser: Browser, app: App, url: string, shot: Shot): Promise<Buffer> {
  const { locale, colorScheme, wish } = shot;
  const token = newToken();
  const chatId = createHash("sha256").update(token).digest("hex");
  const address = {
    channel: "web",
    chatId,
    senderId: chatId,
    messageId: "clock",
    languageHint: locale,
  } as const;
  await setClock(app.jobs, { inbound: { ...address, kind: "text", text: "" }, now });
  const { page } = await openPage(browser, url, { ...phone, locale, colorScheme });
  await page.evaluate((kept) => sessionStorage.setItem("jiedao.token", JSON.stringify(kept)), token);
  await page.reload();
  const { buttons, words } = messagesIn(locale);
  await write(page, locale === "en" ? "Hello" : "你好");
  await press(page, buttons.acceptPrivacy);
  await page.getByRole("button", { name: buttons.borrow, exact: true }).waitFor();
  await write(page, wish);
  for (const label of [
    buttons.startIdentity,
    buttons.authoriseCredit,
    words.methods["equal-principal"],
    words.purposes.daily,
  ]) {
    await press(page, label);
  }
  await page.getByRole("button", { name: buttons.acceptQuote, exact: true }).scrollIntoViewIfNeeded();
  await page.locator("#log").evaluate((log) => log.scrollTo(0, log.scrollHeight));
  await page.locator("#draft").blur();
  const taken = await page.screenshot();
  await page.context().close();
  return taken;
}

/** Beside one another, on nothing. */
async function arrange(browser: Browser, photographs: Buffer[]): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 900, height: 900 }, deviceScaleFactor: 2 });
  const images = photographs.map((taken) => `<img src="data:image/png;base64,${taken.toString("base64")}">`);
  const style =
    "body{margin:0;padding:24px;display:flex;gap:36px;width:max-content}" +
    "img{width:390px;border-radius:28px;box-shadow:0 2px 16px rgb(0 0 0/28%)}";
  await page.setContent(`<style>${style}</style>${images.join("")}`);
  await page.locator("body").screenshot({ path: picture, omitBackground: true });
}

const dataFolder = await mkdtemp(join(tmpdir(), "jiedao-screenshot-"));
const config = readConfig({ LOG_LEVEL: "warn", JIEDAO_DATA: dataFolder });
const log = openLog(config.LOG_LEVEL);
const app = await openApp(config, log);
const { assistant, database } = app;
const web = await startWebMessenger({ assistant, sql: database.sql, log, sandbox: true, port: 0 });
const browser = await openBrowser();
try {
  const photographs = [];
  for (const shot of shots) photographs.push(await photograph(browser, app, web.url, shot));
  await arrange(browser, photographs);
  process.stdout.write(`${picture}\n`);
} finally {
  await browser.close();
  await web.stop();
  await app.close();
  await rm(dataFolder, { recursive: true, force: true });
}
