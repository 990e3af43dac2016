import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { silentLog } from "../../../bot/log/log.ts";
import {
  awaitMessage,
  browserNote,
  hasBrowser,
  type OpenedPage,
  openBrowser,
  openPage,
  transcript,
  write,
} from "./browser.ts";
import { startTestMessenger, type TestMessenger } from "./test-messenger.ts";
import { startWebMessenger } from "./web-messenger.ts";

describe.skipIf(!hasBrowser)(`the page in an outage${browserNote}`, () => {
  let browser: Browser;
  let messenger: TestMessenger;
  let opened: OpenedPage;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    messenger = await startTestMessenger({
      part: (said) => [{ text: `echo: ${said}`, buttons: [["同意"]] }],
    });
    opened = await openPage(browser, messenger.url);
  });
  afterEach(async () => {
    await opened.page.context().close();
    await messenger.close();
  });

  it("keeps a message while the database is away, says so, and sends it once it is back", async () => {
    const { page } = opened;
    await write(page, "你好");
    await awaitMessage(page, "echo: 你好");
    messenger.assistant.storing = false;
    await write(page, "借 5000 元");
    await page.locator("#banner").getByText("连不上数据库").waitFor();
    await page.locator(".pending").getByText("等待发送").waitFor();
    expect(await page.locator("#typing").isVisible()).toBe(false);
    messenger.assistant.storing = true;
    await awaitMessage(page, "echo: 借 5000 元");
    expect(await page.locator(".pending").count()).toBe(0);
    await page.locator("#banner").waitFor({ state: "hidden" });
    const ids = messenger.assistant.received.slice(1).map(({ messageId }) => messageId);
    expect(ids.length).toBeGreaterThan(1);
    expect(new Set(ids).size).toBe(1);
  });

  it("keeps what waits over a reload, in its order", async () => {
    const { page } = opened;
    messenger.assistant.storing = false;
    await write(page, "第一句");
    await write(page, "第二句");
    await page.locator(".pending").getByText("等待发送").first().waitFor();
    await page.reload();
    await page.locator(".pending").nth(1).waitFor();
    messenger.assistant.storing = true;
    await awaitMessage(page, "echo: 第二句");
    expect(await transcript(page)).toEqual([
      "you: 第一句",
      "jiedao: echo: 第一句",
      "you: 第二句",
      "jiedao: echo: 第二句",
    ]);
  });

  it("gives up a message on which the server fails, goes on with the next, and sends it again when asked", async () => {
    const { page } = opened;
    await write(page, "你好");
    await awaitMessage(page, "echo: 你好");
    messenger.assistant.faulty.add("坏消息");
    await write(page, "坏消息");
    await write(page, "下一句");
    await awaitMessage(page, "echo: 下一句");
    await page.locator(".pending").getByText("没发出去").waitFor();
    expect(await page.locator(".pending").count()).toBe(1);
    await page.locator("#banner").waitFor({ state: "hidden" });

    await page.reload();
    await awaitMessage(page, "echo: 下一句");
    await page.locator(".pending").getByText("没发出去").waitFor();
    expect((await transcript(page)).slice(0, 2)).toEqual(["you: 你好", "jiedao: echo: 你好"]);

    messenger.assistant.faulty.clear();
    await page.getByRole("button", { name: "再发一次" }).click();
    await awaitMessage(page, "echo: 坏消息");
    expect(await page.locator(".pending").count()).toBe(0);
    const ids = messenger.assistant.received.map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(3);
  });

  it("shows the chat after a reload in the middle of such a fault", async () => {
    const { page } = opened;
    await write(page, "你好");
    await awaitMessage(page, "echo: 你好");
    messenger.assistant.faulty.add("坏消息");
    await write(page, "坏消息");
    await page.locator("#banner").getByText("出错了").waitFor();
    await page.reload();
    await awaitMessage(page, "echo: 你好");
  });

  it("shows a message once whose answer was lost on the way", async () => {
    const { page } = opened;
    await page.route(
      "**/api/messages",
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await write(page, "你好");
    await awaitMessage(page, "echo: 你好");
    expect(await transcript(page)).toEqual(["you: 你好", "jiedao: echo: 你好"]);
    expect(messenger.assistant.received).toHaveLength(2);
  });

  it("shows the latest of a long chat, and what was said before as one scrolls up", async () => {
    const { page } = opened;
    await write(page, "第0句");
    await awaitMessage(page, "echo: 第0句");
    const [chat] = messenger.assistant.received;
    for (let each = 1; each < 60 && chat; each += 1) {
      await messenger.assistant.receive({
        ...chat,
        kind: "text",
        text: `第${each}句`,
        messageId: `said-${each}`,
      });
    }
    await page.reload();
    await awaitMessage(page, "echo: 第59句");
    expect(await page.locator(".messages .message").count()).toBe(50);
    const inSight = page.getByText("echo: 第35句", { exact: true });
    await inSight.scrollIntoViewIfNeeded();
    await page.getByText("echo: 第20句", { exact: true }).waitFor({ state: "attached" });
    await inSight.waitFor({ state: "visible" });
    while (await page.getByText("第0句", { exact: true }).isHidden())
      await page.locator("#log").evaluate((log) => log.scrollTo({ top: 0 }));
    expect(await transcript(page)).toEqual(
      Array.from({ length: 60 }, (_, each) => [`you: 第${each}句`, `jiedao: echo: 第${each}句`]).flat(),
    );
  });

  it("connects again to a server that was started anew, and reads what was said meanwhile", async () => {
    const { page } = opened;
    await write(page, "你好");
    await awaitMessage(page, "echo: 你好");
    const { port } = messenger.web;
    await messenger.web.stop();
    await page.locator("#banner").getByText("连接断开了").waitFor();
    const [chat] = messenger.assistant.received;
    if (chat) await messenger.assistant.tell(chat, { text: "明天还款" });
    const { sql } = messenger.database;
    const { assistant } = messenger;
    messenger.web = await startWebMessenger({
      assistant,
      sql,
      port,
      sandbox: true,
      log: silentLog,
    });
    await awaitMessage(page, "明天还款");
    await page.locator("#banner").waitFor({ state: "hidden" });
  });
});
