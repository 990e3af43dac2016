import { afterAll, describe, expect, it } from "vitest";
import {
  armConversation,
  clearDeadline,
  clearDeadlines,
  earliestDeadline,
  removeDeadline,
  setDeadline,
} from "../../../db/conversation/deadlines.ts";
import { ensureDeliveryJob } from "../../../db/jobs/jobs.ts";
import { freshDatabase } from "../../support/database.ts";
import { newConversation } from "../../support/fixtures/rows.ts";
import { queuedJobs } from "../support/jobs.ts";

const database = await freshDatabase();
afterAll(() => database.close());
const q = database.orm;

const noon = "2027-02-10T04:00:00.000Z";
const evening = "2027-02-10T10:00:00.000Z";
const hourMs = 3_600_000;

const newId = async () => (await newConversation(q)).id;
const set = (conversationId: string, key: string, at: string) =>
  setDeadline(q, { conversationId, key, at, event: { type: "quote.expired", quoteId: key } });
const arm = (conversationId: string, clockOffsetMs = 0) =>
  armConversation(q, { conversationId, clockOffsetMs });
const armed = async (conversationId: string) =>
  (await queuedJobs(database, "fire-deadline")).filter(({ key }) => key === `deadline:${conversationId}`);

describe("deadlines", () => {
  it("are told earliest first, with their event and their time", async () => {
    const conversationId = await newId();
    await set(conversationId, "late", evening);
    await set(conversationId, "early", "2027-02-10T12:00:00+08:00");
    expect(await earliestDeadline(q, conversationId)).toEqual({
      ...{ conversationId, key: "early", at: noon },
      event: { type: "quote.expired", quoteId: "early" },
    });
  });

  it("of the same key move", async () => {
    const conversationId = await newId();
    await set(conversationId, "quote", noon);
    await set(conversationId, "quote", evening);
    expect((await earliestDeadline(q, conversationId))?.at).toBe(evening);
    await clearDeadline(q, conversationId, "quote");
    expect(await earliestDeadline(q, conversationId)).toBeUndefined();
  });

  it("are cleared by the beginning of their key, taken literally", async () => {
    const conversationId = await newId();
    for (const key of ["reminder:1:due", "reminder:2:due", "reminder%", "quote"]) {
      await set(conversationId, key, noon);
    }
    await clearDeadlines(q, conversationId, "reminder:");
    await clearDeadline(q, conversationId, "quote");
    expect((await earliestDeadline(q, conversationId))?.key).toBe("reminder%");
    await clearDeadlines(q, conversationId, "%");
    expect((await earliestDeadline(q, conversationId))?.key).toBe("reminder%");
  });

  it("are removed by one of two firings, and only in their own conversation", async () => {
    const [conversationId, other] = [await newId(), await newId()];
    await set(conversationId, "quote", noon);
    await set(other, "quote", noon);
    const firings = [0, 1, 2].map(() => removeDeadline(q, conversationId, "quote"));
    expect((await Promise.all(firings)).filter(Boolean)).toHaveLength(1);
    expect(await earliestDeadline(q, other)).toBeDefined();
  });
});

describe("arming a conversation", () => {
  it("keeps one job, at the earliest deadline", async () => {
    const conversationId = await newId();
    await set(conversationId, "late", evening);
    await arm(conversationId);
    await set(conversationId, "early", noon);
    await arm(conversationId);
    expect(await armed(conversationId)).toMatchObject([{ runAt: noon, payload: { conversationId } }]);
  });

  it("counts a borrower's clock that is ahead", async () => {
    const conversationId = await newId();
    await set(conversationId, "quote", evening);
    await arm(conversationId, 6 * hourMs);
    expect(await armed(conversationId)).toMatchObject([{ runAt: noon }]);
  });

  it("takes the job away with the last deadline, and may be done again", async () => {
    const conversationId = await newId();
    await set(conversationId, "quote", noon);
    await arm(conversationId);
    await clearDeadline(q, conversationId, "quote");
    await arm(conversationId);
    await arm(conversationId);
    expect(await armed(conversationId)).toEqual([]);
  });

  it("is undone with the turn that is rolled back", async () => {
    const conversationId = await newId();
    const turn = q.transaction(async (tx) => {
      await setDeadline(tx, { conversationId, key: "quote", at: noon, event: {} });
      await armConversation(tx, { conversationId, clockOffsetMs: 0 });
      throw new Error("lost the race");
    });
    await expect(turn).rejects.toThrow("lost the race");
    expect(await armed(conversationId)).toEqual([]);
  });
});

describe("the safety net of a delivery", () => {
  it("is one job per conversation, moved by every turn", async () => {
    const conversationId = await newId();
    await ensureDeliveryJob(q, conversationId, 10);
    const [first] = await queuedJobs(database, "deliver");
    await ensureDeliveryJob(q, conversationId, 3600);
    const jobs = await queuedJobs(database, "deliver");
    expect(jobs).toMatchObject([{ key: `deliver:${conversationId}`, payload: { conversationId } }]);
    const movedBy = Date.parse(jobs[0]?.runAt ?? "") - Date.parse(first?.runAt ?? "");
    expect(movedBy).toBeGreaterThanOrEqual(3590 * 1000);
  });
});
