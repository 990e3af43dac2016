import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Delivery } from "../../../bot/channels/channel.ts";
import { listenForWakeUps, notifyChat } from "../../../bot/channels/web/wake-ups.ts";
import { WebChannel } from "../../../bot/channels/web/web-channel.ts";
import { openDatabase } from "../../../db/connection/connection.ts";
import { openTab, type Tab } from "./tab.ts";
import { startTestMessenger, type TestMessenger } from "./test-messenger.ts";

const deliveryTo = (tab: Tab): Delivery => ({
  outboxId: "1",
  conversationId: "1",
  address: { channel: "web", chatId: createHash("sha256").update(tab.token).digest("hex") },
  outbound: { text: "到期提醒", buttons: [], stage: "reminding", locale: "zh-CN", menu: false },
});

describe("waking the page", () => {
  let messenger: TestMessenger;
  beforeAll(async () => {
    messenger = await startTestMessenger();
  });
  afterAll(() => messenger.close());

  it("happens when any process delivers a reply", async () => {
    const otherProcess = openDatabase({ url: messenger.database.url, poolSize: 1 });
    const tab = await openTab(messenger.url);
    const events = await tab.events();
    expect(await events.next()).toBe("ready");
    expect(await new WebChannel(otherProcess.sql).deliver(deliveryTo(tab))).toEqual({ outcome: "sent" });
    expect(await events.next()).toBe("wake");
    await events.stop();
    await otherProcess.close();
  });

  it("is for that chat only", async () => {
    const { sql } = messenger.database;
    const wakeUps = await listenForWakeUps(sql);
    const woken: string[] = [];
    const seen = new Promise<void>((resolve) => {
      wakeUps.wait("another chat", { wake: () => woken.push("another"), end: () => {} });
      wakeUps.wait("this chat", { wake: () => woken.push("this"), end: () => {} });
      wakeUps.wait("last", { wake: resolve, end: () => {} });
    });
    // Notifications of one connection arrive in order: after the last, no other is on its way.
    for (const chatId of ["this chat", "nobody's chat", "last"]) await notifyChat(sql, chatId);
    await seen;
    expect(woken).toEqual(["this"]);
    await wakeUps.stop();
  });

  it("goes on after the listening connection was cut", async () => {
    const tab = await openTab(messenger.url);
    const events = await tab.events();
    expect(await events.next()).toBe("ready");
    const cut = await messenger.database.sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and query ilike 'listen%'`;
    expect(cut).toHaveLength(1);
    expect(await events.next(), "what was said meanwhile is to be read").toBe("wake");
    await new WebChannel(messenger.database.sql).deliver(deliveryTo(tab));
    expect(await events.next()).toBe("wake");
    await events.stop();
  });

  it("is put off while the database is away", async () => {
    const tab = await openTab(messenger.url);
    const nowhere = openDatabase({ url: "postgres://nobody@127.0.0.1:1/none", poolSize: 1 });
    const result = await new WebChannel(nowhere.sql).deliver(deliveryTo(tab));
    expect(result).toMatchObject({ outcome: "later", afterSeconds: 5 });
    expect(JSON.stringify(result)).not.toContain(deliveryTo(tab).address.chatId);
    await nowhere.close();
  });

  it("is preceded by a beat when nothing happens, so that a lost connection is noticed", async () => {
    const beating = await startTestMessenger({ heartbeatSeconds: 0.01 });
    const events = await (await openTab(beating.url)).events();
    expect([await events.next(), await events.next(), await events.next()]).toEqual([
      "ready",
      "beat",
      "beat",
    ]);
    await events.stop();
    await beating.close();
  });

  it("ends with the messenger", async () => {
    const stopping = await startTestMessenger();
    const events = await (await openTab(stopping.url)).events();
    expect(await events.next()).toBe("ready");
    await stopping.close();
    expect(await events.next()).toBeUndefined();
  });
});
