import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SessionStore } from "../../../db/sessions/session-store.ts";

/** What every session store does, whichever it is. */
export function sessionsContract(open: () => Promise<SessionStore>): void {
  describe("as every session store", () => {
    let store: SessionStore;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());
    const newKey = () => ({ channel: "web", chatId: randomUUID() });

    it("knows nothing of a chat that was never set", async () => {
      expect(await store.get(newKey())).toBeUndefined();
    });

    it("gives back what was set, as JSON", async () => {
      const key = newKey();
      const row = {
        seq: 3,
        locale: null,
        snapshot: { value: { quoting: "asking" }, said: "你好 👋", list: [1, ""] },
      };
      await store.set(key, row);
      expect(await store.get(key)).toEqual(row);
    });

    it("keeps the latest of several", async () => {
      const key = newKey();
      for (const seq of [1, 2, 3]) await store.set(key, { seq });
      expect(await store.get(key)).toEqual({ seq: 3 });
    });

    it("keeps chats and channels apart", async () => {
      const key = newKey();
      await store.set(key, { seq: 1 });
      await store.set({ ...key, channel: "telegram" }, { seq: 2 });
      await store.set({ ...key, chatId: `${key.chatId}:` }, { seq: 3 });
      expect(await store.get(key)).toEqual({ seq: 1 });
    });

    it("forgets what is deleted, and deletes what it never knew", async () => {
      const key = newKey();
      await store.set(key, { seq: 1 });
      await store.delete(key);
      await store.delete(key);
      expect(await store.get(key)).toBeUndefined();
    });

    it("shares no object with those who use it", async () => {
      const key = newKey();
      const given = { snapshot: { amount: "100.00" } };
      await store.set(key, given);
      given.snapshot.amount = "999.00";
      const first = await store.get(key);
      Object.assign(first ?? {}, { snapshot: "changed" });
      expect(await store.get(key)).toEqual({ snapshot: { amount: "100.00" } });
    });

    it("holds a conversation as large as one gets", async () => {
      const key = newKey();
      const large = { text: "借".repeat(300_000) };
      await store.set(key, large);
      expect(await store.get(key)).toEqual(large);
    });
  });
}
