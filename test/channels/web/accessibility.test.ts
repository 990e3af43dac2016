import axe from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { awaitMessage, browserNote, hasBrowser, openBrowser, openPage, press, write } from "./browser.ts";
import { startTestMessenger, type TestMessenger } from "./test-messenger.ts";

const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
};
const settings: [string, BrowserContextOptions][] = [
  ["light, on a desk", {}],
  ["dark, on a desk", { colorScheme: "dark" }],
  ["light, on a phone", phone],
  ["dark, on a phone", { ...phone, colorScheme: "dark" }],
];

/** Violations of WCAG 2.2 A and AA and of axe's good practice, as "rule: where". */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { axe: injected } = window as unknown as { axe: typeof axe };
    return (await injected.run()).violations;
  });
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}

/** Relative luminance of a computed colour, by WCAG's formula. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

describe.skipIf(!hasBrowser)(`reading and using the page${browserNote}`, () => {
  let browser: Browser;
  let messenger: TestMessenger;
  beforeAll(async () => {
    [browser, messenger] = await Promise.all([openBrowser(), startTestMessenger()]);
  });
  afterAll(async () => {
    await browser.close();
    await messenger.close();
  });

  const quoted = async (options: BrowserContextOptions = {}) => {
    const { page } = await openPage(browser, messenger.url, { reducedMotion: "reduce", ...options });
    await write(page, "我想借20000元，分10期");
    await awaitMessage(page, "还款计划");
    return page;
  };

  it.each(settings)("no barrier is found: %s", async (_, options) => {
    const { page } = await openPage(browser, messenger.url, { reducedMotion: "reduce", ...options });
    expect(await violations(page), "the welcome").toEqual([]);
    await write(page, "你好");
    await awaitMessage(page, "先说清楚隐私");
    await write(page, "我想借20000元，分10期");
    await awaitMessage(page, "还款计划");
    expect(await violations(page), "a quote").toEqual([]);
    await press(page, "菜单");
    expect(await violations(page), "the menu").toEqual([]);
    await page.keyboard.press("Escape");
    await press(page, "新对话");
    expect(await violations(page), "the question").toEqual([]);
    await page.context().close();
  });

  it.each(settings)("one button goes on, and one that moves money stands out: %s", async (_, options) => {
    const page = await quoted(options);
    const look = (name: string) =>
      page.getByRole("button", { name, exact: true }).evaluate((button) => {
        const { color, backgroundColor, boxShadow } = getComputedStyle(button);
        return { color, backgroundColor, boxShadow, height: button.getBoundingClientRect().height };
      });
    const contrast = ({ color, backgroundColor }: { color: string; backgroundColor: string }): number => {
      const [dark = 0, light = 0] = [luminance(color), luminance(backgroundColor)].sort((a, b) => a - b);
      return (light + 0.05) / (dark + 0.05);
    };
    const [main, other] = [await look("同意报价"), await look("改金额")];
    expect(main.backgroundColor).not.toBe(other.backgroundColor);
    expect(contrast(main)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(other)).toBeGreaterThanOrEqual(4.5);
    await press(page, "同意报价");
    await awaitMessage(page, "最后一步");
    const binding = await look("确认借款 ¥20,000.00，分10期");
    expect(contrast(binding)).toBeGreaterThanOrEqual(4.5);
    expect(binding.boxShadow).not.toBe(main.boxShadow);
    expect(binding.height).toBeGreaterThan(main.height);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it("is dark where the person prefers it", async () => {
    const [light, dark] = [await quoted(), await quoted({ colorScheme: "dark" })];
    expect(luminance(await ground(light))).toBeGreaterThan(0.7);
    expect(luminance(await ground(dark))).toBeLessThan(0.05);
    await Promise.all([light.context().close(), dark.context().close()]);
  });

  it.each([
    ["on a desk", {}],
    ["on a phone", phone],
  ])("offers targets of 44 pixels %s", async (_, options) => {
    const page = await quoted(options);
    await page.locator("#log").evaluate((log) => log.scrollTo(0, log.scrollHeight));
    const small = await page.getByRole("button").evaluateAll((buttons) =>
      buttons
        .map((each) => ({ name: each.ariaLabel ?? each.textContent, box: each.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.width < 44 || box.height < 44))
        .map(({ name, box }) => `${name}: ${box.width} x ${box.height}`),
    );
    expect(small).toEqual([]);
    await page.context().close();
  });

  it.each([320, 390])("fits a width of %i pixels; a schedule is shown whole", async (width) => {
    const page = await quoted({ viewport: { width, height: 800 } });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    const logOverflow = await page.locator("#log").evaluate((log) => log.scrollWidth - log.clientWidth);
    expect([overflow, logOverflow]).toEqual([0, 0]);
    const table = page.locator(".table").last();
    const hidden = await table.evaluate((box) => ({
      rows: box.scrollHeight - box.clientHeight,
      columns: box.scrollWidth - box.clientWidth,
    }));
    expect(hidden.rows).toBe(0);
    if (width === 390) expect(hidden.columns).toBe(0);
    await page.context().close();
  });

  it("is used by the keyboard alone: reply after reply", async () => {
    const { page } = await openPage(browser, messenger.url);
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("draft");
    await page.keyboard.type("你好");
    await page.keyboard.press("Enter");
    await awaitMessage(page, "先说清楚隐私");
    await page.keyboard.press("Alt+1");
    expect(await focused()).toBe("同意并继续");
    await page.keyboard.press("Enter");
    await page.locator(".messages .from-borrower").nth(1).waitFor();
    await page.waitForFunction(() => document.activeElement?.classList.contains("replies"));
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("同意并继续");
    await page.keyboard.press("2");
    expect(await focused()).toBe("不同意");
    const outline = await page.evaluate(
      () => getComputedStyle(document.activeElement as Element).outlineWidth,
    );
    expect(outline).toBe("3px");
    await page.context().close();
  });

  it("reads new messages out, and neither the restored ones nor one's own twice", async () => {
    const { page } = await openPage(browser, messenger.url);
    const log = page.getByRole("log");
    await write(page, "你好");
    await awaitMessage(page, "先说清楚隐私");
    expect(await log.getAttribute("aria-live")).toBe("polite");
    expect(await page.locator("#pending").getAttribute("aria-live")).toBe("off");
    await page.reload();
    await awaitMessage(page, "先说清楚隐私");
    expect(await log.getAttribute("aria-live")).toBe("off");
    await write(page, "你好");
    await page.locator(".messages .from-borrower").nth(1).waitFor();
    expect(await log.getAttribute("aria-live")).toBe("polite");
    await page.context().close();
  });

  it("moves in no time when asked for less motion", async () => {
    const seconds = (page: Page) =>
      page
        .locator(".from-assistant .bubble")
        .last()
        .evaluate((bubble) => Number.parseFloat(getComputedStyle(bubble).animationDuration));
    const [still, lively] = [await quoted(), await quoted({ reducedMotion: "no-preference" })];
    expect(await seconds(lively)).toBeGreaterThan(0.1);
    expect(await seconds(still)).toBe(0.001);
    await Promise.all([still.context().close(), lively.context().close()]);
  });
});
