/** Reminders that a conversation tells by itself, in the log of contacts. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../db/connection/connection.ts";
import { openConversation } from "../support/conversation.ts";
import { freshDatabase } from "../support/database.ts";
import { bringTo } from "../support/journeys.ts";
import { type TestAssistant, testAssistant } from "../support/test-assistant.ts";

let database: Database;
let system: TestAssistant;
beforeAll(async () => {
  database = await freshDatabase();
  system = await testAssistant({ database });
});
afterAll(() => database.close());

const logged = () =>
  database.sql<{ line: string }[]>`
    select concat_ws(' ', stage, channel, outcome, required) as line from contacts order by id`.then((rows) =>
    rows.map(({ line }) => line),
  );

describe("a reminder of the chat's own", () => {
  it("is a contact, written with it; on the system's day, however far the borrower's clock has leapt", async () => {
    const conversation = openConversation(system);
    await bringTo(conversation, "borrowed");
    expect(await logged()).toEqual([]);
    await conversation.moveTo("2016-03-07T10:00:00+08:00");
    expect(await logged()).toEqual(["before chat sent f"]);
    await conversation.moveTo("2016-03-11T10:00:00+08:00");
    expect(await logged()).toEqual(["before chat sent f", "due chat sent f", "overdue-1 chat sent t"]);
    const ahead = await database.sql`select from contacts where at > ${system.jobs.clock.now()}`;
    expect(ahead).toEqual([]);
  });

  it("is no contact where it was told already, or the borrower wants none", async () => {
    const conversation = openConversation(system);
    await bringTo(conversation, "borrowed");
    await conversation.say("停止提醒");
    const before = await logged();
    await conversation.moveTo("2016-03-10T12:00:00+08:00");
    expect(await logged()).toEqual(before);
  });
});
