/** A tester at the page, in headless Chromium: stepping, branching, exporting, by mouse and by keyboard. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServedInspector, serveInspector } from "../../inspector/server/serve-inspector.ts";
import { countingIds } from "../support/counting-ids.ts";
import { freshDatabase } from "../support/database.ts";
import { testAssistant } from "../support/test-assistant.ts";
import { playTranscript } from "../support/transcript/play.ts";
import { readTranscript } from "../support/transcript/transcript.ts";
import { browserNote, hasBrowser, openBrowser, openPage } from "../web/browser.ts";

const token = "a-token-for-tests-of-forty-three-characters";
const wide = { width: 1280, height: 800 };
const narrow = { width: 390, height: 800 };

describe.skipIf(!hasBrowser)(`the inspector's page${browserNote}`, { timeout: 60_000 }, () => {
  let browser: Browser;
  let inspector: ServedInspector;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "inspector-"));
    inspector = await serveInspector({ token, newId: countingIds(1), port: 0 });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await inspector?.stop();
    await rm(folder, { recursive: true });
  });

  /** Nothing but this machine is ever asked. */
  async function open(
    options: Parameters<typeof openPage>[2] = {},
  ): Promise<{ page: Page; faults: string[] }> {
    const opened = await openPage(browser, inspector.url, options);
    opened.page.on("request", (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (protocol !== "blob:" && hostname !== "127.0.0.1") opened.faults.push(request.url());
    });
    await opened.page.locator("#now strong").waitFor();
    return opened;
  }

  /** Violations of WCAG 2.2 A and AA and of axe's good practice, as "rule: where". */
  async function violations(page: Page): Promise<string[]> {
    await page.evaluate(axe.source);
    const found = await page.evaluate(async () => {
      const { axe: injected } = window as unknown as { axe: typeof axe };
      return (await injected.run()).violations;
    });
    return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
  }

  const at = (page: Page, path: string): Promise<void> =>
    page.locator("#now strong", { hasText: new RegExp(`^${path.replaceAll(".", "\\.")}$`) }).waitFor();
  async function say(page: Page, words: string, path: string): Promise<void> {
    await page.locator("#words").fill(words);
    await page.locator("#words").press("Enter");
    await at(page, path);
  }
  async function press(page: Page, label: string, path: string): Promise<void> {
    await page.locator("#screen").getByRole("button", { name: label, exact: true }).click();
    await at(page, path);
  }
  async function exported(page: Page, choice: string): Promise<string> {
    await page.locator("#export").click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(`#export-${choice}`).click(),
    ]);
    const file = join(folder, download.suggestedFilename());
    await download.saveAs(file);
    return file;
  }

  async function walkToApplication(page: Page): Promise<void> {
    await say(page, "我想借10000分5期", "checkingEligibility.identifying");
    await press(page, "开始实名核验", "checkingEligibility.authorising");
  }

  it("walks from hello to a refused assessment and, branching back, to a repaid loan; the export passes as a test", async () => {
    const { page, faults } = await open();
    await say(page, "你好", "welcoming.reviewingPrivacy");
    await press(page, "同意并继续", "idle");
    await say(page, "/persona poor-history", "idle");
    await walkToApplication(page);
    await press(page, "授权查询征信", "checkingEligibility.refused");
    await page.locator("#step").getByText("不成立 assessmentApproves").waitFor();
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
    const file = join(folder, "saved.json");
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

  interface Written {
    words: string;
    figure: number;
    box: { left: number; right: number; top: number; bottom: number };
    ground: { left: number; right: number };
  }
  const writtenOn = (page: Page): Promise<Written[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll(".figure-frame svg")].flatMap((svg, figure) =>
        [...svg.querySelectorAll("text")].map((text) => ({
          ...{ words: text.textContent ?? "", figure },
          ...{ box: text.getBoundingClientRect().toJSON(), ground: svg.getBoundingClientRect().toJSON() },
        })),
      ),
    );
  const touch = (one: Written, other: Written): boolean =>
    one.figure === other.figure &&
    Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left) > 1 &&
    Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top) > 3;

  /** Pairs of texts in one figure that touch, and texts that stick out of it. */
  async function crowded(page: Page): Promise<string[]> {
    const written = await writtenOn(page);
    expect(written.length).toBeGreaterThan(5);
    const cut = written.filter(({ box, ground }) => box.left < ground.left || box.right > ground.right);
    const over = written.flatMap((one, index) =>
      written
        .slice(index + 1)
        .filter((other) => touch(one, other))
        .map((other) => `${one.words} over ${other.words}`),
    );
    return [...cut.map(({ words }) => `${words} is cut`), ...over];
  }

  it.each(["journey", "loan"])(
    "draws the %s without overlap or cut, with names and with everything",
    async (machine) => {
      const { page } = await open();
      await page.locator("#machine").selectOption(machine);
      await page
        .locator(`[data-figure="${machine} anywhere"], [data-figure="${machine}"], [data-figure]`)
        .first()
        .waitFor();
      expect(await crowded(page)).toEqual([]);
      await page.locator("#full").check();
      await page.locator(".figure-frame text", { hasText: "[" }).first().waitFor();
      expect(await crowded(page)).toEqual([]);
    },
  );
});

describe("the inspector's API", () => {
  let inspector: ServedInspector;
  let base: string;
  beforeAll(async () => {
    inspector = await serveInspector({ token, newId: countingIds(2), port: 0 });
    base = new URL(inspector.url).origin;
  });
  afterAll(() => inspector.stop());

  const ask = (headers: Record<string, string>) => fetch(`${base}/inspector/api/machines`, { headers });

  it("answers who has the token, from its own page alone", async () => {
    const bearer = `Bearer ${token}`;
    expect((await ask({ authorization: bearer })).status).toBe(200);
    expect((await ask({})).status).toBe(401);
    expect((await ask({ authorization: `Bearer ${"x".repeat(token.length)}` })).status).toBe(401);
    expect((await ask({ authorization: bearer, origin: "https://example.com" })).status).toBe(403);
  });

  it("shows the page to anyone on this machine, without any data or the token in it", async () => {
    const page = await fetch(`${base}/inspector`);
    expect(page.status).toBe(200);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await page.text()).not.toContain(token);
  });
});
