/** Whether somebody is in arrears is read from the books in the turn that signs, whatever the conversation remembers. */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "../../db/connection/connection.ts";
import { openConversation } from "../support/conversation.ts";
import { freshDatabase } from "../support/database.ts";
import { bringTo, placeOf } from "../support/journeys.ts";
import { type TestAssistant, testAssistant } from "../support/test-assistant.ts";

let database: Database;
let system: TestAssistant;
beforeAll(async () => {
  database = await freshDatabase();
  system = await testAssistant({ database });
});
afterAll(() => database.close());

it("a loan that fell overdue on the books since the last turn refuses the signature", async () => {
  const conversation = openConversation(system);
  await bringTo(conversation, "borrowed");
  for (const line of ["借5000，分5期，等额本金，日常消费", "同意报价", "同意合同，去刷脸"])
    await conversation.say(line);
  expect(await placeOf(system, conversation)).toBe("confirming.signing");
  await database.sql`update installments set due_date = due_date - 60 where number = 1`;
  const told = (await conversation.say("确认借款 ¥5,000.00，分5期")).map(({ text }) => text).join("\n");
  expect(told).toContain("现在不能借新的");
  expect(told).toContain("第1期");
  expect(await placeOf(system, conversation)).toBe("reminding.watching");
  const [loans] = await database.sql`select count(*)::int as count from loans`;
  expect(loans).toEqual({ count: 1 });
});
