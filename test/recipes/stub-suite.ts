/** What a new channel gets without an edit elsewhere: run in the copy that add-a-channel.test.ts makes. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { channelNames } from "../../bot/channels/registered.ts";
import { readConfig } from "../../bot/config.ts";
import { serve, type WebServer } from "../../bot/http/serve.ts";
import { silentLog } from "../../bot/log/log.ts";
import type { Button } from "../../bot/messages.ts";
import { type App, openApp } from "../../bot/open-app.ts";
import { campaignLines } from "../../db/campaigns/campaign-figures.ts";
import type { Database } from "../../db/connection/connection.ts";
import { openSender } from "../../ops/campaigns/dispatch/open-sender.ts";
import { openSending } from "../ops/campaigns/support/sending.ts";
import { freshDatabase } from "../support/database.ts";
import { seedBorrowers } from "../support/fixtures/many-borrowers.ts";

interface Shown {
  chat: string;
  text: string;
  buttons: Button[];
}

/** The messenger: chat 1002 has blocked us. */
const shown: Shown[] = [];
const messenger = createServer(async (request, response) => {
  const one = (await json(request)) as Shown;
  if (one.chat !== "1002") shown.push(one);
  response.writeHead(one.chat === "1002" ? 410 : 200).end();
});

const secret = "of the stub's own";
let database: Database;
let app: App;
let web: WebServer;
const configuration = () => {
  const { port } = messenger.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return readConfig({ DATABASE_URL: database.url, STUB_URL: url, STUB_SECRET: secret });
};

beforeAll(async () => {
  await new Promise<void>((resolve) => messenger.listen(0, "127.0.0.1", resolve));
  database = await freshDatabase();
  const config = configuration();
  app = await openApp(config, silentLog);
  const deps = { assistant: app.assistant, sql: database.sql, log: silentLog, sandbox: true };
  const stub = config.channels.find(({ name }) => name === "stub");
  const service = await stub?.receive?.({ ...deps, onRefused: () => {} });
  web = await serve({ services: service ? [service] : [], log: silentLog, port: 0 });
});

afterAll(async () => {
  await web.stop();
  await app.close();
  await database.close();
  messenger.close();
});

const post = async (said: object, authorization = secret): Promise<number> => {
  const body = JSON.stringify({ chat: "7", id: String(shown.length), ...said });
  return (await fetch(`${web.url}/stub`, { method: "POST", headers: { authorization }, body })).status;
};

describe("a new channel", () => {
  it("is among those that there are, and opened where it is configured", () => {
    expect(channelNames).toContain("stub");
    expect(readConfig({}).channels.map(({ name }) => name)).not.toContain("stub");
  });

  it("has the mistakes of its settings told in a sentence", () => {
    expect(() => readConfig({ STUB_URL: "http://127.0.0.1:1" })).toThrow(
      "STUB_SECRET is needed with STUB_URL.",
    );
    expect(() => readConfig({ STUB_URL: "no address" })).toThrow(/^STUB_URL cannot be used: .*\.$/);
  });

  it("carries a conversation, to who proves himself", async () => {
    expect(await post({ text: "你好" }, "somebody else's")).toBe(401);
    expect(await post({ text: "你好" })).toBe(200);
    expect(shown.at(-1)).toMatchObject({ chat: "7", text: expect.stringContaining("隐私") });
    const accept = shown.at(-1)?.buttons.find(({ label }) => label === "同意并继续");
    expect(await post({ pressed: accept?.id })).toBe(200);
    expect(shown).toHaveLength(2);
    expect(shown.at(-1)?.text).not.toBe(shown[0]?.text);
  });

  it("is sent campaigns, and who cannot be reached by it gets a text message", async () => {
    await seedBorrowers(database, { count: 2, firstChat: 1001, channel: "stub", disbursedOn: "2026-10-10" });
    const { deps, close } = openSender(configuration(), app.jobs);
    const telegram = { token: "1:none", apiRoot: "http://127.0.0.1:1" };
    const now = "2026-11-10T10:00:00+08:00";
    const sending = openSending({ database, botApi: telegram, now }, { channels: deps.channels });
    const campaign = await sending.plan({ dueWithinDays: 3 });
    await sending.run();
    close();
    const lines = await campaignLines(database.orm, campaign?.id ?? 0);
    expect(lines.map(({ loan, status, channel, reason }) => [loan, status, channel, reason])).toEqual([
      ["JD-1001", "sent", "chat", null],
      ["JD-1002", "sent", "sms", "blocked"],
    ]);
    expect(shown.at(-1)).toMatchObject({ chat: "1001", text: expect.stringContaining("JD-1001") });
  });
});
