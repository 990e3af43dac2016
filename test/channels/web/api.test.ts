import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { StorageUnavailable } from "../../../bot/storage-unavailable.ts";
import { openTab, type Tab, tabWith } from "./tab.ts";
import { newToken, startTestMessenger, type TestMessenger } from "./test-messenger.ts";

describe("the web messenger's API", () => {
  let messenger: TestMessenger;
  let tab: Tab;
  beforeAll(async () => {
    messenger = await startTestMessenger();
  });
  afterAll(() => messenger.close());
  beforeEach(async () => {
    messenger.assistant.received.length = 0;
    messenger.errors.length = 0;
    tab = await openTab(messenger.url);
  });

  const refusal = async (response: Response) => ({
    status: response.status,
    ...((await response.json()) as { code: string; message: string }),
  });

  describe("sessions", () => {
    it("gives every tab a token of 256 bits", async () => {
      const other = await openTab(messenger.url);
      expect(Buffer.from(tab.token, "base64url")).toHaveLength(32);
      expect(other.token).not.toBe(tab.token);
    });

    it("knows a chat by the token's SHA-256 only", async () => {
      await tab.say("你好");
      const chatId = createHash("sha256").update(tab.token).digest("hex");
      expect(messenger.assistant.received).toMatchObject([{ channel: "web", chatId, senderId: chatId }]);
    });

    it("shows a chat to nobody else", async () => {
      await tab.say("你好");
      expect(await tab.history()).not.toEqual([]);
      expect(await tabWith(messenger.url, newToken()).history()).toEqual([]);
    });

    it.each(["", "Bearer", "Bearer short", `Basic ${newToken()}`, `Bearer ${newToken()}x`])(
      "refuses the authorisation %j",
      async (authorization) => {
        for (const path of ["messages", "history", "events"]) {
          const method = path === "messages" ? "POST" : "GET";
          const response = await fetch(`${messenger.url}/api/${path}`, {
            method,
            headers: { Authorization: authorization },
          });
          expect(await refusal(response)).toMatchObject({ status: 401, code: "no-session" });
        }
      },
    );
  });

  describe("messages", () => {
    it("brings what was said to the assistant, with the page's language", async () => {
      await tab.send({ messageId: "aaaaaaaa", kind: "text", text: "  借 5000 元 " }, "en-GB,en;q=0.9");
      await tab.send({ messageId: "bbbbbbbb", kind: "button", buttonId: "q:12:accept" });
      await tab.send({ messageId: "cccccccc", kind: "command", name: "repay" });
      await tab.send({ messageId: "dddddddd", kind: "command", name: "persona", argument: "no-card" });
      expect(messenger.assistant.received).toMatchObject([
        { messageId: "aaaaaaaa", kind: "text", text: "借 5000 元", languageHint: "en-GB" },
        { messageId: "bbbbbbbb", kind: "button", buttonId: "q:12:accept", languageHint: "zh-CN" },
        { messageId: "cccccccc", kind: "command", name: "repay" },
        { messageId: "dddddddd", kind: "command", name: "persona", argument: "no-card" },
      ]);
    });

    it("answers with the receipt, once for each message id", async () => {
      expect(await tab.say("你好", "same-message")).toEqual({ outcome: "handled" });
      expect(await tab.say("你好", "same-message")).toEqual({ outcome: "duplicate" });
      const said = (await tab.history()).filter(({ message }) => message.from === "borrower");
      expect(said).toHaveLength(1);
    });

    it("passes on why a press was refused", async () => {
      const response = await tab.send({ messageId: "aaaaaaaa", kind: "button", buttonId: "unknown" });
      expect(await response.json()).toEqual({
        outcome: "refused",
        notice: "That button is no longer the offer.",
      });
    });

    it("takes a text of 4096 characters and not one more, and says so", async () => {
      expect(await tab.say("借".repeat(4096))).toEqual({ outcome: "handled" });
      const tooLong = { messageId: "too-long", kind: "text", text: "借".repeat(4097) };
      expect(await refusal(await tab.send(tooLong))).toMatchObject({
        status: 413,
        code: "too-long",
        message: expect.stringMatching(/4096 个字符/),
      });
      expect(await refusal(await tab.send(tooLong, "en"))).toMatchObject({
        message: expect.stringMatching(/4096 characters/),
      });
      expect(messenger.assistant.received).toHaveLength(1);
    });

    it("refuses a body of megabytes with the same sentence", async () => {
      const huge = { messageId: "huge-one", kind: "text", text: "x".repeat(3_000_000) };
      expect(await refusal(await tab.send(huge))).toMatchObject({ status: 413, code: "too-long" });
    });

    it("leaves out what Postgres cannot store", async () => {
      await tab.say("借\u0000款 \ud800!");
      expect(messenger.assistant.received).toMatchObject([{ text: "借款 \ufffd!" }]);
    });

    it.each([
      ["no JSON", "{"],
      ["an empty text", { messageId: "aaaaaaaa", kind: "text", text: " \n " }],
      ["no message id", { kind: "text", text: "你好" }],
      ["a message id of another form", { messageId: "a b c d e f", kind: "text", text: "你好" }],
      ["an unknown kind", { messageId: "aaaaaaaa", kind: "photo" }],
      ["an unknown command", { messageId: "aaaaaaaa", kind: "command", name: "sudo" }],
      [
        "a button id longer than any of ours",
        { messageId: "aaaaaaaa", kind: "button", buttonId: "b".repeat(65) },
      ],
      ["somebody else's chat id", { messageId: "aaaaaaaa", kind: "text", text: "你好", chatId: "f00" }],
    ])("refuses %s", async (_, body) => {
      const response = await fetch(`${messenger.url}/api/messages`, {
        method: "POST",
        headers: { Authorization: `Bearer ${tab.token}`, "Content-Type": "application/json" },
        body: typeof body === "string" ? body : JSON.stringify(body),
      });
      expect(await refusal(response)).toMatchObject({ status: 400, code: "bad-request" });
      expect(messenger.assistant.received).toEqual([]);
    });
  });

  describe("history", () => {
    it("continues after a given item", async () => {
      await tab.say("你好");
      const all = await tab.history();
      const [first] = all;
      expect(all.length).toBeGreaterThan(1);
      expect(await tab.history(first?.id)).toEqual(all.slice(1));
    });

    it("comes in parts of at most 50: the latest first, earlier ones before them, later ones after", async () => {
      for (let each = 0; each < 40; each += 1) await tab.say(`第${each}句`);
      let page = await tab.historyPage("");
      const whole = [...page.items];
      expect(whole).toHaveLength(50);
      while (page.more) {
        page = await tab.historyPage(`before=${whole[0]?.id}`);
        whole.unshift(...page.items);
      }
      expect(whole.filter(({ message }) => message.from === "borrower")).toHaveLength(40);
      expect(whole.map(({ id }) => id)).toEqual(
        [...new Set(whole.map(({ id }) => id))].sort((a, b) => a - b),
      );
      expect(await tab.historyPage("after=0&limit=3")).toEqual({ items: whole.slice(0, 3), more: true });
    });

    it.each(["limit=0", "limit=101", "limit=x", "before=-1", "before=1&after=1"])(
      "refuses %s",
      async (query) => {
        const response = await fetch(`${messenger.url}/api/history?${query}`, {
          headers: { Authorization: `Bearer ${tab.token}` },
        });
        expect(await refusal(response)).toMatchObject({ status: 400, code: "bad-request" });
      },
    );

    it.each(["-1", "1.5", "abc", "1e99"])("refuses to continue after %j", async (after) => {
      const response = await fetch(`${messenger.url}/api/history?after=${after}`, {
        headers: { Authorization: `Bearer ${tab.token}` },
      });
      expect(await refusal(response)).toMatchObject({ status: 400, code: "bad-request" });
    });
  });

  describe("when nothing can be stored", () => {
    it("says so honestly, and takes the same message when the database is back", async () => {
      const message = { messageId: "aaaaaaaa", kind: "text", text: "你好" };
      messenger.assistant.storing = false;
      const away = await tab.send(message);
      expect(away.headers.get("retry-after")).toBe("3");
      expect(await refusal(away)).toMatchObject({ status: 503, message: expect.stringMatching(/数据库/) });
      expect(await refusal(await tab.send(message, "en"))).toMatchObject({
        status: 503,
        message: expect.stringMatching(/database/i),
      });
      messenger.assistant.storing = true;
      expect(await (await tab.send(message)).json()).toEqual({ outcome: "handled" });
      expect(messenger.errors).toEqual([]);
    });
  });

  describe("when only a newer release can open the conversation", () => {
    it("says that the system is being updated, and asks for the same message again", async () => {
      const older = await startTestMessenger({
        part: () => {
          throw new StorageUnavailable("the conversation is a newer release's", "newer-release");
        },
      });
      const away = await openTab(older.url);
      const message = { messageId: "aaaaaaaa", kind: "text", text: "你好" };
      const answer = await away.send(message);
      expect(answer.headers.get("retry-after")).toBe("3");
      expect(await refusal(answer)).toMatchObject({ status: 503, message: expect.stringMatching(/升级/) });
      expect(older.errors).toEqual([]);
      await older.close();
    });
  });

  describe("when the assistant fails", () => {
    it("tells the operator what, and the borrower only that", async () => {
      const failing = await startTestMessenger({
        part: () => {
          throw new Error("the secret reason");
        },
      });
      const borrower = await openTab(failing.url);
      const response = await borrower.send({ messageId: "aaaaaaaa", kind: "text", text: "private words" });
      const body = await response.text();
      expect(response.status).toBe(500);
      expect(body).not.toContain("secret");
      expect(failing.errors).toMatchObject([{ method: "POST", path: "/api/messages" }]);
      expect(JSON.stringify(failing.errors)).not.toMatch(/private words|Bearer/);
      await failing.close();
    });
  });

  it("lets no answer of the API be cached", async () => {
    const answers = [
      await fetch(`${messenger.url}/api/session`, { method: "POST" }),
      await fetch(`${messenger.url}/api/history`, { headers: { Authorization: `Bearer ${tab.token}` } }),
      await fetch(`${messenger.url}/api/history`),
      await tab.send({}),
    ];
    for (const answer of answers) expect(answer.headers.get("cache-control")).toBe("no-store");
  });
});
