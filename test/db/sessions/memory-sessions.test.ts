import { describe, expect, it } from "vitest";
import { memorySessions } from "../../../db/sessions/memory-sessions.ts";
import { sessionsContract } from "./sessions.contract.ts";

const chat = (chatId: string) => ({ channel: "web", chatId });

describe("sessions in memory", () => {
  sessionsContract(async () => memorySessions({ ttlSeconds: 60, capacity: 100, now: () => 0 }));

  it("forget a session when its time is over, counted from when it was last set", async () => {
    let now = 0;
    const store = memorySessions({ ttlSeconds: 60, capacity: 100, now: () => now });
    await store.set(chat("a"), { seq: 1 });
    now = 59_999;
    expect(await store.get(chat("a"))).toEqual({ seq: 1 });
    await store.set(chat("a"), { seq: 2 });
    now += 59_999;
    expect(await store.get(chat("a"))).toEqual({ seq: 2 });
    now += 1;
    expect(await store.get(chat("a"))).toBeUndefined();
  });

  it("forget the one used longest ago when there are too many", async () => {
    const store = memorySessions({ ttlSeconds: 60, capacity: 2, now: () => 0 });
    await store.set(chat("a"), { seq: 1 });
    await store.set(chat("b"), { seq: 1 });
    await store.get(chat("a"));
    await store.set(chat("c"), { seq: 1 });
    expect(await store.get(chat("b"))).toBeUndefined();
    expect(await store.get(chat("a"))).toEqual({ seq: 1 });
    expect(await store.get(chat("c"))).toEqual({ seq: 1 });
  });
});
