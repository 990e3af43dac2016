/** A tester's work outlives another machine, a reload, back and forward, and the server itself. */

import { readFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { machines } from "../../../inspector/machines.ts";
import { type ServedInspector, serveInspector } from "../../../inspector/server/serve-inspector.ts";
import { browserNote, hasBrowser, openBrowser, openPage } from "../../channels/web/browser.ts";
import { countingIds } from "../../support/counting-ids.ts";
import { at, press, say, violations } from "../page/tester.ts";

describe.skipIf(!hasBrowser)(`a tester's sessions${browserNote}`, { timeout: 180_000 }, () => {
  let browser: Browser;
  let inspector: ServedInspector;
  const serve = (token: string, port: number) =>
    serveInspector({ machines, token, newId: countingIds(1), port });
  beforeAll(async () => {
    inspector = await serve("the-first-token", 0);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await inspector?.stop();
  });

  it("stay when the machine is another, the page is loaded again, or the server is gone and comes back", async () => {
    const { page } = await openPage(browser, inspector.url);
    await page.locator("#now strong").waitFor();
    await say(page, "你好", "welcoming.reviewingPrivacy");
    await press(page, "同意并继续", "idle");
    const address = page.url();
    expect(address).toContain("#session=");
    await page.locator("#machine").selectOption("loan");
    await at(page, "active");
    await page.locator("#machine").selectOption("journey");
    await at(page, "idle");
    expect(await page.locator("#history button").count()).toBe(3);
    await page.goBack();
    await at(page, "active");
    await page.goForward();
    await at(page, "idle");
    await page.locator("#sessions").click();
    expect(await page.locator("#sessions-menu li").allTextContents()).toEqual([
      expect.stringMatching(/^(journey|loan) 1 .*步/),
      expect.stringMatching(/^(journey|loan) 1 .*步/),
    ]);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");

    const port = Number(new URL(inspector.url).port);
    await inspector.stop();
    await page.locator("#words").fill("我想借10000分5期");
    await page.locator("#words").press("Enter");
    await page.locator("#trouble", { hasText: "没有回应" }).waitFor();
    expect(await page.locator("#words").inputValue()).toBe("我想借10000分5期");
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#save").click()]);
    expect(JSON.parse(await readFile(await download.path(), "utf8")).steps).toHaveLength(3);

    inspector = await serve("the-second-token", port);
    await page.evaluate(() => {
      location.hash = "#token=the-second-token";
    });
    await page.locator("#trouble:empty").waitFor({ state: "attached" });
    await page.locator("#words").press("Enter");
    await at(page, "checkingEligibility.identifying");
    expect(await page.locator("#words").inputValue()).toBe("");
    await page.reload();
    await at(page, "checkingEligibility.identifying");
  });
});
