/** Redis is the speed, Postgres the truth: what Redis forgets, or whether it is there at all, changes nothing. */
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../../db/connection/connection.ts";
import { databaseIdentity } from "../../../db/connection/database-identity.ts";
import { redisSessions } from "../../../db/sessions/redis-sessions.ts";
import type { SessionStore } from "../../../db/sessions/session-store.ts";
import { type Conversation, openConversation } from "../../support/conversation.ts";
import { freshDatabase } from "../../support/database.ts";
import { bringTo, placeOf } from "../../support/journeys.ts";
import { testRedis } from "../../support/redis.ts";
import { type TestAssistant, testAssistant } from "../../support/test-assistant.ts";

const redis = await testRedis();

describe.skipIf(!redis.available)(
  `a conversation kept warm in Redis${redis.available ? "" : redis.reason}`,
  () => {
    let database: Database;
    let sessions: SessionStore;
    let system: TestAssistant;
    let conversation: Conversation;
    let client: Redis;
    beforeAll(async () => {
      database = await freshDatabase();
      sessions = await redisSessions({
        ...{ url: redis.url, ttlSeconds: 60, log: () => {} },
        database: await databaseIdentity(database.orm),
        sealKey: "a key that seals sessions in this test",
      });
      system = await testAssistant({ database, sessions });
      conversation = openConversation(system);
      client = new Redis(redis.url);
      await bringTo(conversation, "quoted");
    });
    afterAll(async () => {
      client.disconnect();
      await sessions.close();
      await database.close();
    });

    const isWarm = async (): Promise<boolean> =>
      (await sessions.get({ channel: "terminal", chatId: conversation.chatId })) !== undefined;

    it("goes on after a flush in the middle of a quote", async () => {
      expect(await isWarm()).toBe(true);
      await client.flushdb();
      const [reply] = await conversation.say("改成5000");
      expect(reply?.text).toContain("¥5,000.00");
      expect(await placeOf(system, conversation)).toBe("quoting.reviewing");
      expect(await isWarm()).toBe(true);
    });

    it("goes on without Redis", async () => {
      await sessions.close();
      await conversation.say("同意报价");
      expect(await placeOf(system, conversation)).toBe("confirming.reviewingContract");
    });
  },
);
