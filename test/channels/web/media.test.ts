/** Pictures and files of replies: behind the tab's own token, and on the page. */
import { readFile } from "node:fs/promises";
import type { Browser, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drawPng, mostUnfinished } from "../../../bot/media/draw-png.ts";
import { renderMedium } from "../../../bot/media/render-medium.ts";
import { svg } from "../../../bot/media/svg-node.ts";
import { contentOf, fileMedium, pictureMedium, published } from "../../media/contents.ts";
import { awaitMessage, browserNote, hasBrowser, openBrowser, openPage, write } from "./browser.ts";
import type { Part } from "./scripted-assistant.ts";
import { openTab } from "./tab.ts";
import { startTestMessenger, type TestMessenger } from "./test-messenger.ts";

const calendar = contentOf([published], "2016-02-10");
const media = [pictureMedium(calendar, "zh-CN"), fileMedium(calendar)] as const;
const broken = { ...media[0], calendar: { ...calendar, at: "no time" } };

const part: Part = (said) => [
  { text: `echo: ${said}`, media: said === "broken" ? [broken] : said === "calendar" ? [...media] : [] },
];

let messenger: TestMessenger;
beforeAll(async () => {
  messenger = await startTestMessenger({ part });
});
afterAll(() => messenger.close());

describe("a reply's media", () => {
  it("are given to its own chat: what was announced, to be saved under its name", async () => {
    const tab = await openTab(messenger.url);
    await tab.say("calendar");
    const item = (await tab.history()).at(-1)?.id;
    for (const [place, medium] of media.entries()) {
      const response = await tab.medium(`${item}/${place}`);
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toContain(medium.mimeType);
      expect(response.headers.get("content-disposition")).toBe(`attachment; filename="${medium.name}"`);
      expect(response.headers.get("cache-control")).toBe("no-store");
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(bytes.equals(await renderMedium(medium, "zh-CN"))).toBe(true);
    }
  });

  it("are given to nobody else, and nothing is there in other places", async () => {
    const [tab, stranger] = [await openTab(messenger.url), await openTab(messenger.url)];
    await tab.say("calendar");
    await stranger.say("hello");
    const [said, answered] = await tab.history();
    expect((await stranger.medium(`${answered?.id}/0`)).status).toBe(404);
    for (const path of [`${answered?.id}/2`, `${said?.id}/0`, "0/0", "999999/0"])
      expect((await tab.medium(path)).status, path).toBe(404);
    for (const path of ["x/0", "1/-1", "1.5/0"]) expect((await tab.medium(path)).status, path).toBe(400);
    expect((await fetch(`${messenger.url}/api/media/${answered?.id}/0`)).status).toBe(401);
  });
});

/** As many drawings as may wait; resolves when all are drawn. */
const fillQueue = (): Promise<unknown> =>
  Promise.all(
    Array.from({ length: mostUnfinished }, () =>
      drawPng(svg("svg", { xmlns: "http://www.w3.org/2000/svg", width: 600, height: 600 })),
    ),
  );

describe("more pictures than can be drawn in time", () => {
  it("are refused in a sentence, and drawn when they are asked for again", async () => {
    const tab = await openTab(messenger.url);
    await tab.say("calendar");
    const item = (await tab.history()).at(-1)?.id;
    const drawn = fillQueue();
    const refused = await tab.medium(`${item}/0`);
    expect(refused.status).toBe(503);
    expect(refused.headers.get("retry-after")).toBe("3");
    expect(await refused.json()).toEqual({
      code: "drawing-busy",
      message: "现在要图片的人多，这张还排不上，请过几秒再试。",
    });
    expect((await tab.medium(`${item}/1`)).status).toBe(200);
    await drawn;
    expect((await tab.medium(`${item}/0`)).status).toBe(200);
  });
});

describe.skipIf(!hasBrowser)(`on the page${browserNote}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it("a picture is shown with its words, kept its place, and can be saved, as can a file", async () => {
    const { page, faults } = await openPage(browser, messenger.url, {
      viewport: { width: 390, height: 844 },
    });
    await write(page, "calendar");
    const image = page.getByRole("img", { name: "the calendar, in words" });
    await page.locator(".medium img[src]").waitFor();
    expect(await image.evaluate((one: HTMLImageElement) => one.decode().then(() => one.naturalWidth))).toBe(
      1080,
    );
    const saved = async (name: string): Promise<Buffer> => {
      const download = page.waitForEvent("download");
      await page.getByText(name).click();
      return await readFile(await (await download).path());
    };
    expect((await saved("保存图片")).equals(await renderMedium(media[0], "zh-CN"))).toBe(true);
    expect((await saved("下载")).toString("utf8")).toMatch(/^BEGIN:VCALENDAR/);
    await page.reload();
    await page.locator(".medium img[src]").waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it("what cannot be fetched says what it shows, and can be tried again", async () => {
    const { page } = await openPage(browser, messenger.url);
    await write(page, "broken");
    await awaitMessage(page, "the calendar, in words");
    await page.getByRole("button", { name: "再试一次" }).click();
    await awaitMessage(page, "没能取到");
    await page.context().close();
  });

  it("one that has to wait says so, and comes when it is asked for again", async () => {
    const { page } = await openPage(browser, messenger.url);
    let drawn: Promise<unknown> | undefined;
    const meanwhile = async (route: Route): Promise<void> => {
      drawn ??= fillQueue();
      await route.continue();
    };
    await page.route("**/api/media/**", meanwhile, { times: 1 });
    await write(page, "calendar");
    await awaitMessage(page, "这张还排不上");
    await drawn;
    await page.getByRole("button", { name: "再试一次" }).click();
    await page.locator(".medium img[src]").waitFor();
    await page.context().close();
  });
});
