/** Many messages at once, large bodies and slow ones: refused with a sentence, and nobody else waits for them. */
import { EventEmitter, once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ChatQueues } from "../../../bot/channels/web/chat-queues.ts";
import { chatIdOf } from "../../../bot/channels/web/tokens.ts";
import { httpServer } from "../../../bot/http/http-server.ts";
import { listen } from "../../../bot/http/listen.ts";
import type { WebServer } from "../../../bot/http/serve.ts";
import { createWebApp } from "../../../bot/http/web-app.ts";
import { silentLog } from "../../../bot/log/log.ts";
import type { Service } from "../../../bot/service.ts";
import type { Database } from "../../../db/connection/connection.ts";
import { findConversation } from "../../../db/conversation/conversations.ts";
import { conversationHistory } from "../../../db/conversation/history.ts";
import { freshDatabase } from "../../support/database.ts";
import { testAssistant } from "../../support/test-assistant.ts";
import { openTab, type Tab } from "./tab.ts";
import { startWebMessenger } from "./web-messenger.ts";

let database: Database;
let web: WebServer;
const errors: object[] = [];
/** Says "off" of each request that breaks off, as the log does. */
const broken = new EventEmitter();
beforeAll(async () => {
  database = await freshDatabase();
  const { assistant } = await testAssistant({ database });
  const info = (_: object, message: string) => void (message.includes("broke off") && broken.emit("off"));
  const log = { ...silentLog, info, error: (fields: object) => void errors.push(fields) };
  web = await startWebMessenger({
    ...{ assistant, sql: database.sql, log, sandbox: true, port: 0 },
    extraRoutes: (app) => app.post("/webhook", async (c) => c.text(String((await c.req.text()).length))),
  });
});
afterAll(async () => {
  await web.stop();
  await database.close();
});

async function saidIn({ token }: Tab): Promise<string[]> {
  const chatId = chatIdOf(`Bearer ${token}`) ?? "";
  const conversation = await findConversation(database.orm, { channel: "web", chatId });
  const items = await conversationHistory(database.orm, conversation?.id ?? "");
  return items.flatMap((item) => (item.from === "borrower" ? [item.text] : []));
}

describe("250 messages of one chat at once", () => {
  it("are each handled once or refused with the time to wait, none with a fault; a neighbour is answered meanwhile", async () => {
    const [tab, neighbour] = [await openTab(web.url), await openTab(web.url)];
    const texts = Array.from({ length: 250 }, (_, place) => `第${place}句`);
    const sending = texts.map((text, place) =>
      tab.send({ messageId: `message-${place}`, kind: "text", text }),
    );
    expect(await neighbour.say("你好")).toEqual({ outcome: "handled" });
    const answers = await Promise.all(sending);
    const handled = texts.filter((_, place) => answers[place]?.status === 200);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 429]));
    expect(handled.length).toBeGreaterThanOrEqual(21);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.headers.get("retry-after")).toBe("3");
    expect(await refused?.json()).toMatchObject({
      code: "too-many",
      message: expect.stringMatching(/过几秒再发/),
    });
    expect((await saidIn(tab)).toSorted()).toEqual(handled.toSorted());
    expect(errors).toEqual([]);
  });
});

it("a queue keeps the order, survives a failure, and holds up no other", async () => {
  const queues = new ChatQueues();
  const done: string[] = [];
  let release = (): void => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const first = queues.inTurn("a", async () => {
    await gate;
    throw new Error("a bug");
  });
  const rest = ["second", "third"].map((name) => queues.inTurn("a", async () => done.push(name)));
  await queues.inTurn("b", async () => done.push("another chat's"));
  expect(done).toEqual(["another chat's"]);
  release();
  await expect(first).rejects.toThrow("a bug");
  await Promise.all(rest);
  expect(done).toEqual(["another chat's", "second", "third"]);
});

describe("a body", () => {
  const megabytes = "x".repeat(3 * 1024 * 1024);

  it("of megabytes is read by no route", async () => {
    for (const path of ["webhook", "inspector/api/sessions", "api/messages", "nowhere"]) {
      const response = await fetch(`${web.url}/${path}`, { method: "POST", body: megabytes });
      expect([path, response.status]).toEqual([path, 413]);
    }
    expect(await (await fetch(`${web.url}/webhook`, { method: "POST", body: "short" })).text()).toBe("5");
  });

  it("of megabytes in pieces, its length untold, neither", async () => {
    const body = new Blob([megabytes]).stream();
    const webhook: Service = {
      routes: (app) => void app.post("/webhook", async (c) => c.text(await c.req.text())),
    };
    const app = createWebApp([webhook], silentLog);
    const request = new Request("http://127.0.0.1/webhook", {
      method: "POST",
      body,
      duplex: "half",
    } as RequestInit);
    expect((await app.request(request)).status).toBe(413);
  });

  it("that breaks off is nobody's fault, and no error in the log", async () => {
    const tab = await openTab(web.url);
    const socket = connect(web.port, "127.0.0.1");
    const head = [
      "POST /api/messages HTTP/1.1",
      `Host: 127.0.0.1:${web.port}`,
      `Authorization: Bearer ${tab.token}`,
    ];
    const brokeOff = once(broken, "off");
    socket.write([...head, "Transfer-Encoding: chunked", "Expect: 100-continue", "", ""].join("\r\n"));
    // The server has taken the request up.
    await once(socket, "data");
    socket.destroy();
    await brokeOff;
    expect(errors).toEqual([]);
  });

  it("that does not come to its end is given up", async () => {
    const server = httpServer((request, response) => request.on("end", () => response.end()).resume(), 0.5);
    const socket = connect(await listen(server, "127.0.0.1", 0), "127.0.0.1");
    socket.write("POST /webhook HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\nslow");
    const [answer] = await once(socket, "data");
    expect(String(answer)).toMatch(/^HTTP\/1\.1 408 /);
    await once(socket, "close");
    server.close();
  });
});
