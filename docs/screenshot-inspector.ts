/** `npm run screenshot:inspector`: the picture of docs/inspector.md, taken of the inspector itself. */

import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { newId } from "../bot/clock.ts";
import { messagesIn } from "../bot/locales/messages-in.ts";
import { machines } from "../inspector/machines.ts";
import { serveInspector } from "../inspector/server/serve-inspector.ts";
import { openBrowser, openPage } from "../test/channels/web/browser.ts";

const picture = fileURLToPath(new URL("./screenshots/inspector.png", import.meta.url));

async function write(page: Page, words: string): Promise<void> {
  await page.locator("#words").fill(words);
  await page.locator("#words").press("Enter");
}

const press = (page: Page, label: string): Promise<void> =>
  page.locator("#screen").getByRole("button", { name: label, exact: true }).click();

/** A borrower whom the credit bureau is being asked about. */
async function walk(page: Page): Promise<void> {
  const { buttons } = messagesIn("en");
  await write(page, "Hello");
  await press(page, buttons.acceptPrivacy);
  await write(page, "I want to borrow 10000 over 5 months");
  await press(page, buttons.startIdentity);
  await page.locator("#screen").getByRole("button", { name: buttons.authoriseCredit }).waitFor();
  await page.locator("#follow").uncheck();
  await press(page, buttons.authoriseCredit);
  await page.locator("#waiting .asked").waitFor();
}

const token = randomBytes(32).toString("base64url");
const inspector = await serveInspector({ machines, token, newId, port: 0 });
const browser = await openBrowser();
try {
  const { page } = await openPage(browser, inspector.url, {
    ...{ locale: "en-GB", viewport: { width: 1280, height: 860 }, deviceScaleFactor: 2 },
    reducedMotion: "reduce",
  });
  await page.locator("#now strong").waitFor();
  await page.locator("#new").click();
  await page.getByRole("dialog").getByLabel("locale").selectOption("en");
  await page.getByRole("dialog").getByRole("button").click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await walk(page);
  await page.locator("h1").click();
  await page.screenshot({ path: picture });
  process.stdout.write(`${picture}\n`);
} finally {
  await browser.close();
  await inspector.stop();
}
