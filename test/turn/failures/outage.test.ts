/** The database out of reach: one honest refusal, nothing half done, and the message handled when it is back. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Log } from "../../../bot/log/log.ts";
import { StorageUnavailable } from "../../../bot/storage-unavailable.ts";
import { type Database, openDatabase } from "../../../db/connection/connection.ts";
import { type Conversation, openConversation } from "../../support/conversation.ts";
import { freshDatabase } from "../../support/database.ts";
import { bringTo, placeOf, sequenceOf } from "../../support/journeys.ts";
import { type TcpProxy, tcpProxy } from "../../support/tcp-proxy.ts";
import { type TestAssistant, testAssistant } from "../../support/test-assistant.ts";

let direct: Database;
let proxy: TcpProxy;
/** The same database, by a way that can be cut. */
let database: Database;
let system: TestAssistant;
let conversation: Conversation;
const logged: { fields: object; message: string }[] = [];
const log: Log = {
  info: () => {},
  warn: () => {},
  error: (fields, message) => void logged.push({ fields, message }),
};

beforeAll(async () => {
  direct = await freshDatabase();
  const url = new URL(direct.url);
  proxy = await tcpProxy({ host: url.hostname, port: Number(url.port) });
  url.hostname = "127.0.0.1";
  url.port = String(proxy.port);
  database = openDatabase({ url: url.href, poolSize: 3 });
  system = await testAssistant({ database, log });
  conversation = openConversation(system);
  await bringTo(conversation, "quoted");
});
afterAll(async () => {
  proxy.cut();
  await database.close();
  await direct.close();
});

describe("a database that cannot be reached", () => {
  const message = { kind: "text", text: "改成5000" } as const;

  it("is a StorageUnavailable to the channel and a clear line to the operator, without a word of the borrower's", async () => {
    proxy.cut();
    await expect(conversation.send(message, "during-the-outage")).rejects.toThrow(StorageUnavailable);
    expect(logged.at(-1)?.message).toContain("database is out of reach");
    expect(JSON.stringify(logged)).not.toContain("5000");
  });

  it("has lost nothing when it is back: the same message is handled then, once", async () => {
    await proxy.mend();
    const before = await sequenceOf(system, conversation);
    expect(await conversation.send(message, "during-the-outage")).toEqual({ outcome: "handled" });
    expect(await conversation.send(message, "during-the-outage")).toEqual({ outcome: "duplicate" });
    expect(await sequenceOf(system, conversation)).toBe(before + 1);
    expect(await placeOf(system, conversation)).toBe("quoting.reviewing");
    expect(conversation.replies.at(-1)?.text).toContain("¥5,000.00");
  });
});
