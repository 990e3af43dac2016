import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { claimDelivery, releaseDelivery } from "../../../db/conversation/outbox.ts";
import { freshDatabase } from "../../support/database.ts";
import { newConversation } from "../../support/fixtures/rows.ts";

const database = await freshDatabase();
afterAll(() => database.close());
const q = database.orm;

async function conversation() {
  const { id: conversationId } = await newConversation(q);
  return () => ({ conversationId, holder: randomUUID(), leaseSeconds: 60 });
}

const expire = (conversationId: string) =>
  database.sql`update deliveries set leased_until = now() - interval '1 second'
    where conversation_id = ${conversationId}`;

describe("the lease of a conversation's delivery", () => {
  it("goes to one of those who ask at the same instant", async () => {
    const claim = await conversation();
    const claims = await Promise.all(
      [claim(), claim(), claim(), claim()].map((one) => claimDelivery(q, one)),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  it("is free again after its release", async () => {
    const claim = await conversation();
    const [first, second] = [claim(), claim()];
    expect(await claimDelivery(q, first)).toBe(true);
    expect(await releaseDelivery(q, first)).toBe(true);
    expect(await claimDelivery(q, second)).toBe(true);
  });

  it("is not let go while somebody has asked: the holder looks once more", async () => {
    const claim = await conversation();
    const [holder, other] = [claim(), claim()];
    await claimDelivery(q, holder);
    expect(await claimDelivery(q, other)).toBe(false);
    expect(await releaseDelivery(q, holder)).toBe(false);
    expect(await claimDelivery(q, other)).toBe(false);
    expect(await releaseDelivery(q, holder)).toBe(false);
    expect(await releaseDelivery(q, holder)).toBe(true);
  });

  it("sees a turn that asks in a transaction committed during the release", async () => {
    const claim = await conversation();
    const [holder, turn] = [claim(), claim()];
    await claimDelivery(q, holder);
    const { released } = await q.transaction(async (tx) => {
      await claimDelivery(tx, turn);
      // Waits at the row until this transaction has committed.
      return { released: releaseDelivery(q, holder) };
    });
    expect(await released).toBe(false);
  });

  it("is another's once it has run out, and then the first can neither keep nor end it", async () => {
    const claim = await conversation();
    const [dead, heir] = [claim(), claim()];
    await claimDelivery(q, dead);
    await expire(dead.conversationId);
    expect(await claimDelivery(q, heir)).toBe(true);
    expect(await releaseDelivery(q, dead)).toBe(true);
    expect(await claimDelivery(q, dead)).toBe(false);
  });

  it("taken in a turn that is rolled back, was never taken", async () => {
    const claim = await conversation();
    const turn = q.transaction(async (tx) => {
      await claimDelivery(tx, claim());
      throw new Error("lost the race");
    });
    await expect(turn).rejects.toThrow("lost the race");
    expect(await claimDelivery(q, claim())).toBe(true);
  });
});
