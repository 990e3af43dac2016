/** A tester at the page, in headless Chromium: stepping, branching, exporting, by mouse and by keyboard. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { browserNote, hasBrowser } from "../../channels/web/browser.ts";
import { freshDatabase } from "../../support/database.ts";
import { testAssistant } from "../../support/test-assistant.ts";
import { playTranscript } from "../../support/transcript/play.ts";
import { readTranscript } from "../../support/transcript/transcript.ts";
import { at, press, say, tester, violations, walkToApplication } from "./tester.ts";

const wide = { width: 1280, height: 800 };
const narrow = { width: 390, height: 800 };

describe.skipIf(!hasBrowser)(`the inspector's page${browserNote}`, { timeout: 180_000 }, () => {
  const { open, folder } = tester();

  async function exported(page: Page, choice: string): Promise<string> {
    await page.locator("#export").click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(`#export-${choice}`).click(),
    ]);
    const file = join(folder(), download.suggestedFilename());
    await download.saveAs(file);
    return file;
  }

  it("walks from hello to a refused assessment and, branching back, to a repaid loan; the export passes as a test", async () => {
    const { page, faults } = await open();
    await say(page, "你好", "welcoming.reviewingPrivacy");
    await press(page, "同意并继续", "idle");
    await say(page, "/persona poor-history", "idle");
    await walkToApplication(page);
    await press(page, "授权查询征信", "checkingEligibility.refused");
    await page.locator("#step").getByText("不成立 approves").waitFor();
    const refused = await exported(page, "transcript");
    const refusedStory = await readFile(refused, "utf8");
    expect(refusedStory).toContain("@ checkingEligibility.refused");

    await page.locator("#history button").nth(2).click();
    await at(page, "idle");
    await walkToApplication(page);
    await press(page, "授权查询征信", "quoting.askingMethod");
    await press(page, "等额本金", "quoting.askingPurpose");
    await press(page, "日常消费", "quoting.reviewing");
    await press(page, "同意报价", "confirming.reviewingContract");
    await press(page, "同意合同，去刷脸", "confirming.signing");
    await press(page, "确认借款 ¥10,000.00，分5期", "reminding.choosing");
    await say(page, "提前还清", "repaying.choosingRail");
    await press(page, "零钱", "repaying.reviewing");
    await press(page, "确认还款 ¥10,000.00", "reminding.watching");
    const paid = await exported(page, "transcript");
    expect(await readFile(paid, "utf8")).toContain("@ reminding.watching");

    const database = await freshDatabase();
    try {
      const system = await testAssistant({ database });
      await playTranscript(system, readTranscript(paid));
      await writeFile(refused, refusedStory);
      await playTranscript(system, readTranscript(refused));
    } finally {
      await database.close();
    }
    expect(faults).toEqual([]);
  });

  it("lets a tester choose what partners answer, move the clock, and step back and forth by keyboard", async () => {
    const { page, faults } = await open();
    await say(page, "你好", "welcoming.reviewingPrivacy");
    await press(page, "同意并继续", "idle");
    await walkToApplication(page);
    await page.locator("#follow").uncheck();
    await press(page, "授权查询征信", "checkingEligibility.assessing");
    await page.locator("#waiting").getByRole("button", { name: "拒绝：too-many-lenders" }).click();
    await at(page, "checkingEligibility.refused");
    await page.locator("#step").getByText("too-many-lenders").first().waitFor();

    await page.locator("h1").click();
    await page.keyboard.press("[");
    await at(page, "checkingEligibility.assessing");
    await page.locator("#waiting").getByRole("button", { name: "按角色评估：通过" }).click();
    await at(page, "quoting.askingMethod");
    await page.locator("h1").click();
    await page.keyboard.press("[");
    await at(page, "checkingEligibility.assessing");
    await page.keyboard.press("]");
    await at(page, "quoting.askingMethod");

    await page.locator("#instant").fill("2016-02-12T10:00:00+08:00");
    await page.locator("#instant").press("Enter");
    await page.locator("#waiting").getByText("idle.nudge").waitFor();
    await page.locator("#now", { hasText: "2016-02-12 10:00" }).waitFor();
    expect(faults).toEqual([]);
  });

  it("is used with the keyboard alone", async () => {
    const { page } = await open();
    await page.locator("#words").focus();
    await page.keyboard.type("你好");
    await page.keyboard.press("Enter");
    await page.locator("#screen button").first().waitFor();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("同意并继续");
    await page.keyboard.press("Enter");
    await at(page, "idle");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("now");
  });

  it("is walked from hello to a paid loan by the keyboard alone, with focus always to be seen", async () => {
    const { page } = await open();
    const focused = () =>
      page.evaluate(() => {
        const { activeElement: at } = document;
        const { outlineStyle } = getComputedStyle(at ?? document.body);
        // Past the last control a browser's own come next: nothing of the page is focused then.
        const seen = outlineStyle !== "none" || at === document.body;
        return { words: at?.textContent ?? "", id: at?.id ?? "", seen };
      });
    type Found = (now: { words: string; id: string }) => boolean;
    async function tabTo(found: Found, key = "Tab"): Promise<void> {
      for (let presses = 0; presses < 80; presses++) {
        await page.keyboard.press(key);
        const now = await focused();
        expect(now.seen, `${now.id} ${now.words.slice(0, 40)}`).toBe(true);
        if (found(now)) return;
      }
      throw new Error("nothing of that kind is reached by Tab");
    }
    async function write(words: string, path: string): Promise<void> {
      await tabTo(({ id }) => id === "words");
      await page.keyboard.type(words);
      await page.keyboard.press("Enter");
      await at(page, path);
    }
    async function choose(label: string, path: string): Promise<void> {
      const { id } = await focused();
      // What is on screen stands before the field, and after the place to which focus falls back.
      await tabTo(({ words }) => words === label, id === "words" ? "Shift+Tab" : "Tab");
      await page.keyboard.press("Enter");
      await at(page, path);
    }
    await write("你好", "welcoming.reviewingPrivacy");
    await choose("同意并继续", "idle");
    await write("我想借10000分5期", "checkingEligibility.identifying");
    await choose("开始实名核验", "checkingEligibility.authorising");
    await choose("授权查询征信", "quoting.askingMethod");
    await choose("等额本金", "quoting.askingPurpose");
    await choose("日常消费", "quoting.reviewing");
    await choose("同意报价", "confirming.reviewingContract");
    await choose("同意合同，去刷脸", "confirming.signing");
    await choose("确认借款 ¥10,000.00，分5期", "reminding.choosing");
  });

  it("says at a field what is wrong with it, and sends nothing", async () => {
    const { page } = await open();
    await page.locator("#machine").selectOption("loan");
    await at(page, "active");
    const form = page.locator("#events form", { has: page.locator("[data-key='event businessDay']") });
    await form.getByLabel("daysPastDue").fill("-1");
    await form.getByLabel("date").fill("tomorrow");
    await form.locator("button").click();
    await form.locator("#event-businessDay-date-wrong", { hasText: "ISO" }).waitFor();
    await form.locator("#event-businessDay-dueStatus\\.daysPastDue-wrong", { hasText: "0" }).waitFor();
    expect(await form.getByLabel("daysPastDue").getAttribute("aria-invalid")).toBe("true");
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("event-businessDay-date");
    expect(await violations(page)).toEqual([]);
    expect(await page.locator("#history button").count()).toBe(1);
    await form.getByLabel("daysPastDue").fill("1");
    await form.getByLabel("date").fill("2016-03-11");
    await form.locator("button").click();
    await at(page, "overdue.reminder");
  });

  it("shows the step, the state and the words of a dialog wherever they are, and stands there again after a reload", async () => {
    const { page } = await open();
    await say(page, "你好", "welcoming.reviewingPrivacy");
    await press(page, "同意并继续", "idle");
    await walkToApplication(page);
    const inSight = (selector: string) =>
      page
        .locator(selector)
        .last()
        .evaluate((one) => {
          const { top, bottom, left } = one.getBoundingClientRect();
          const there = document.elementFromPoint(left + 8, (top + bottom) / 2);
          return there !== null && (one === there || one.contains(there) || there.contains(one));
        });
    await expect.poll(() => inSight("#history [aria-current]")).toBe(true);
    await expect.poll(() => inSight(".node.state.active rect")).toBe(true);
    await page.locator("#new").click();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.reload();
    await at(page, "checkingEligibility.authorising");
    expect(await page.locator("#history button").count()).toBe(7);
  });

  it("sends any event with a payload from its form", async () => {
    const { page } = await open();
    await say(page, "你好", "welcoming.reviewingPrivacy");
    await press(page, "同意并继续", "idle");
    await page.locator("#events-box summary").click();
    const form = page.locator("#events form", { has: page.locator("[data-key='event borrow']") });
    await form.getByLabel("amount").fill("20000");
    await form.getByLabel("installments").fill("10");
    await form.getByLabel("method").selectOption("level-payment");
    await form.locator("button").click();
    await at(page, "checkingEligibility.identifying");
    await page.locator("#step").getByText("request.installments").waitFor();
  });

  it("saves a session and opens it again", async () => {
    const { page } = await open();
    await say(page, "你好", "welcoming.reviewingPrivacy");
    await press(page, "同意并继续", "idle");
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#save").click()]);
    const file = join(folder(), "saved.json");
    await download.saveAs(file);
    const { page: other } = await open();
    await at(other, "welcoming.reviewingPrivacy");
    await other.locator("#file").setInputFiles(file);
    await at(other, "idle");
    expect(await other.locator("#history button").count()).toBe(3);
  });

  it("gives the chart and the sequence as SVG and as PNG", async () => {
    const { page } = await open();
    await say(page, "你好", "welcoming.reviewingPrivacy");
    expect(await readFile(await exported(page, "chart-svg"), "utf8")).toContain(
      ">checkingEligibility</text>",
    );
    expect(await readFile(await exported(page, "sequence-svg"), "utf8")).toContain("你好");
    for (const choice of ["chart-png", "sequence-png"]) {
      const png = await readFile(await exported(page, choice));
      expect(png.subarray(1, 4).toString()).toBe("PNG");
      expect(png.readUInt32BE(16)).toBeGreaterThan(600);
    }
  });

  it("draws the loan too, and says what no test has taken", async () => {
    const { page, faults } = await open();
    await page.locator("#machine").selectOption("loan");
    await at(page, "active");
    await page.locator(".node.state.active", { hasText: "active" }).first().waitFor();
    await page.locator("#tab-checks").click();
    await page.locator("#panel details").nth(3).waitFor();
    await page.locator("#tab-coverage").click();
    await page.locator("#panel .figures").waitFor();
    expect(faults).toEqual([]);
  });

  it.each([
    ["1280 pixels", wide, "light"],
    ["1280 pixels, dark", wide, "dark"],
    ["390 pixels", narrow, "light"],
    ["390 pixels, dark", narrow, "dark"],
  ] as const)("is readable at %s", async (_, viewport, colorScheme) => {
    const { page } = await open({ viewport, colorScheme });
    await say(page, "你好", "welcoming.reviewingPrivacy");
    const views = viewport.width < 900 ? ["act", "picture", "step", "history"] : [""];
    await page.locator("#events-box summary").click();
    for (const view of views) {
      if (view) await page.locator(`[data-key="view ${view}"]`).click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
      expect(await violations(page), view).toEqual([]);
    }
  });
});
