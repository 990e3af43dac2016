import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  awaitMessage,
  browserNote,
  hasBrowser,
  type OpenedPage,
  openBrowser,
  openPage,
  press,
  transcript,
  write,
} from "./browser.ts";
import type { Part } from "./scripted-assistant.ts";
import { startTestMessenger, type TestMessenger } from "./test-messenger.ts";

/** Echoes, with two rows of buttons; "quiet" is answered without any. */
const part: Part = (said, locale) => [
  {
    text: `echo: ${said}`,
    locale,
    stage: said.includes("报价") ? "quoting" : "idle",
    buttons: said === "quiet" ? [] : [["同意", "不同意"], ["返回"]],
  },
];

describe.skipIf(!hasBrowser)(`the messenger's page${browserNote}`, () => {
  let browser: Browser;
  let messenger: TestMessenger;
  let opened: OpenedPage;
  beforeAll(async () => {
    [browser, messenger] = await Promise.all([openBrowser(), startTestMessenger({ part })]);
  });
  afterAll(async () => {
    await browser.close();
    await messenger.close();
  });
  beforeEach(async () => {
    messenger.assistant.received.length = 0;
    opened = await openPage(browser, messenger.url);
  });
  afterEach(async () => {
    await opened.page.context().close();
    expect(opened.faults).toEqual([]);
  });

  const chatOf = () => {
    const [first] = messenger.assistant.received;
    if (!first) throw new Error("nothing was received");
    return first;
  };

  it("keeps what is written and not sent, over a reload", async () => {
    const { page } = opened;
    await page.locator("#draft").fill("想借两万，分");
    await page.reload();
    expect(await page.locator("#draft").inputValue()).toBe("想借两万，分");
    expect(await page.locator("#send").isEnabled()).toBe(true);
  });

  it("welcomes, and asks nothing of the server before something is said", async () => {
    const { page } = opened;
    await page.getByRole("heading", { name: "你好，想借钱，从哪里开始？" }).waitFor();
    expect(await page.evaluate(() => sessionStorage.getItem("jiedao.token"))).toBeNull();
    await press(page, "你好");
    await awaitMessage(page, "echo: 你好");
    expect(await transcript(page)).toEqual(["you: 你好", "jiedao: echo: 你好"]);
    expect(await page.locator("#welcome").isVisible()).toBe(false);
  });

  it("sends what is written on Enter, and breaks the line on Shift+Enter", async () => {
    const { page } = opened;
    const draft = page.locator("#draft");
    const height = async () => (await draft.boundingBox())?.height ?? 0;
    const oneLine = await height();
    await draft.pressSequentially("第一行");
    await draft.press("Shift+Enter");
    await draft.pressSequentially("第二行");
    expect(await height()).toBeGreaterThan(oneLine);
    await draft.press("Enter");
    await awaitMessage(page, "echo: 第一行");
    expect(messenger.assistant.received).toMatchObject([{ kind: "text", text: "第一行\n第二行" }]);
    expect(await draft.inputValue()).toBe("");
    expect(await height()).toBe(oneLine);
  });

  it("leaves Enter to the input method while it is composing", async () => {
    const { page } = opened;
    await page.locator("#draft").fill("jiekuan");
    await page.locator("#draft").dispatchEvent("keydown", { key: "Enter", isComposing: true });
    expect(await page.locator("#draft").inputValue()).toBe("jiekuan");
    expect(messenger.assistant.received).toEqual([]);
  });

  it("does not cut what is too long: it says so and waits for it to be shortened", async () => {
    const { page } = opened;
    await page.locator("#draft").fill("借".repeat(4097));
    expect(await page.locator("#draft-note").textContent()).toContain("4097 / 4096");
    expect(await page.locator("#send").isDisabled()).toBe(true);
    await page.locator("#draft").press("Enter");
    expect(messenger.assistant.received).toEqual([]);
    await page.locator("#draft").fill("借".repeat(4096));
    expect(await page.locator("#draft-note").textContent()).toBe("");
    await page.locator("#send").click();
    await awaitMessage(page, "echo");
  });

  it("shows quick replies under the latest message only", async () => {
    const { page } = opened;
    await write(page, "你好");
    await press(page, "同意");
    await awaitMessage(page, "echo: 同意");
    expect(messenger.assistant.received[1]).toMatchObject({ kind: "button" });
    expect(await page.locator(".reply").filter({ visible: true }).allTextContents()).toEqual([
      "同意",
      "不同意",
      "返回",
    ]);
    await write(page, "quiet");
    await awaitMessage(page, "echo: quiet");
    expect(await page.locator(".reply").filter({ visible: true }).count()).toBe(0);
  });

  it("takes one press of a button however often it is clicked", async () => {
    const { page } = opened;
    await write(page, "你好");
    await page.getByRole("button", { name: "同意", exact: true }).dblclick();
    await awaitMessage(page, "echo: 同意");
    expect(messenger.assistant.received).toHaveLength(2);
  });

  it("lets no button be pressed that takes another's place under the hand", async () => {
    const { page } = opened;
    await write(page, "你好");
    await awaitMessage(page, "echo: 你好");
    await page.clock.install();
    await page.clock.pauseAt(Date.parse("2100-01-01"));
    await messenger.assistant.tell(chatOf(), { text: "明天还款", buttons: [["确认还款"]] });
    const button = page.getByRole("button", { name: "确认还款" });
    await button.waitFor();
    expect(await button.isDisabled()).toBe(true);
    await page.clock.runFor(400);
    await button.click();
    await awaitMessage(page, "echo: 确认还款");
  });

  it("restores the conversation after a reload, and goes on", async () => {
    const { page } = opened;
    await write(page, "你好");
    await awaitMessage(page, "echo: 你好");
    const before = await transcript(page);
    await page.reload();
    await awaitMessage(page, "echo: 你好");
    expect(await transcript(page)).toEqual(before);
    await press(page, "不同意");
    await awaitMessage(page, "echo: 不同意");
    expect(new Set(messenger.assistant.received.map(({ chatId }) => chatId)).size).toBe(1);
  });

  it("makes every tab its own borrower", async () => {
    const { page } = opened;
    await write(page, "甲的话");
    await awaitMessage(page, "echo: 甲的话");
    const second = await page.context().newPage();
    await second.goto(messenger.url);
    await second.locator("#welcome").waitFor();
    await write(second, "乙的话");
    await awaitMessage(second, "echo: 乙的话");
    expect(await transcript(page)).toEqual(["you: 甲的话", "jiedao: echo: 甲的话"]);
    expect(await transcript(second)).toEqual(["you: 乙的话", "jiedao: echo: 乙的话"]);
    const [one, other] = messenger.assistant.received;
    expect(one?.chatId).not.toBe(other?.chatId);
  });

  it("serves more tabs at once than a browser opens connections", async () => {
    const pages = [opened.page];
    while (pages.length < 8) {
      const next = await opened.page.context().newPage();
      await next.goto(messenger.url);
      pages.push(next);
    }
    for (const [index, page] of pages.entries()) await write(page, `第${index}页`);
    for (const [index, page] of pages.entries()) await awaitMessage(page, `echo: 第${index}页`);
  });

  it("becomes a new borrower in a new chat, once that is confirmed", async () => {
    const { page } = opened;
    await write(page, "你好");
    await awaitMessage(page, "echo: 你好");
    await press(page, "新对话");
    await press(page, "留在当前对话");
    expect(await transcript(page)).toHaveLength(2);
    await press(page, "新对话");
    await press(page, "开始新对话");
    await page.locator("#welcome").waitFor();
    await write(page, "又来了");
    await awaitMessage(page, "echo: 又来了");
    expect(await transcript(page)).toEqual(["you: 又来了", "jiedao: echo: 又来了"]);
    const [before, after] = messenger.assistant.received;
    expect(before?.chatId).not.toBe(after?.chatId);
  });

  it("shows what comes unasked, without a reload", async () => {
    const { page } = opened;
    await write(page, "你好");
    await awaitMessage(page, "echo: 你好");
    await messenger.assistant.tell(chatOf(), { text: "明天还款 ¥2,180.00", stage: "reminding" });
    await awaitMessage(page, "明天还款 ¥2,180.00");
  });

  it("names the commands of its menu in the log as in the menu", async () => {
    const { page } = opened;
    await press(page, "菜单");
    await press(page, "还款");
    await awaitMessage(page, "echo: /repay");
    expect(messenger.assistant.received).toMatchObject([{ kind: "command", name: "repay" }]);
    expect((await transcript(page))[0]).toBe("you: 还款");
  });

  it("tells how far the journey has come", async () => {
    const { page } = opened;
    await write(page, "报价");
    await page.getByText("看报价 · 第 3 步，共 6 步").waitFor();
    expect(await page.locator("[aria-current=step]").textContent()).toBe("看报价");
  });

  it("shows that a reply is awaited", async () => {
    const { page } = opened;
    const release = messenger.assistant.holdBack();
    await write(page, "你好");
    await page.locator("#typing").waitFor();
    expect(await page.locator(".pending").textContent()).toContain("发送中");
    release();
    await awaitMessage(page, "echo: 你好");
    expect(await page.locator("#typing").isVisible()).toBe(false);
    expect(await page.locator(".pending").count()).toBe(0);
  });

  it("reads once a minute when nobody looks, and counts what is new", async () => {
    const { page } = opened;
    await write(page, "你好");
    await awaitMessage(page, "echo: 你好");
    await page.clock.install();
    const look = (hidden: boolean) =>
      page.evaluate((value) => {
        Object.defineProperty(document, "hidden", { configurable: true, value });
        document.dispatchEvent(new Event("visibilitychange"));
      }, hidden);
    const streamEnded = page.waitForEvent("requestfailed", (request) =>
      request.url().endsWith("/api/events"),
    );
    await look(true);
    await streamEnded;
    // The reading made when it was hidden may bring the first of these, never both.
    for (const unread of [1, 2]) {
      await messenger.assistant.tell(chatOf(), { text: "明天还款" });
      await page.clock.fastForward(60_000);
      await page.waitForFunction((count) => document.title.startsWith(`(${count}) `), unread);
    }
    await look(false);
    expect(await page.title()).toBe("借道 · 借款助手");
  });

  it("follows the conversation's language", async () => {
    const english = await openPage(browser, messenger.url, { locale: "en-GB" });
    const { page } = english;
    await page.getByText("Demo · not real money").waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await write(page, "Hello");
    await awaitMessage(page, "echo: Hello");
    await messenger.assistant.tell(chatOf(), { text: "现在说中文", locale: "zh-CN" });
    await page.getByText("演示 · 不是真钱").waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
    expect(await page.locator(".message").last().getAttribute("lang")).toBe("zh-CN");
    expect(english.faults).toEqual([]);
    await page.context().close();
  });
});
