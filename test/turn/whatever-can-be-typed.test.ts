/** Characters that no database stores, and texts that no form expects, are answered and leave the place as it was. */
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

it.each([
  ["a NUL", "\0\0"],
  ["control characters", "\u0001\u0007\u001b[31m\u007f"],
  ["half of a surrogate pair", "\ud83d"],
  ["an emoji", "🫠"],
  ["ten thousand characters", "呜哩哇啦".repeat(2500)],
  ["SQL", "'; drop table loans; --"],
])("%s is answered", async (_, text) => {
  const conversation = openConversation(system, { languageHint: "zh" });
  await bringTo(conversation, "quoted");
  const replies = await conversation.say(text);
  expect(replies).toHaveLength(1);
  expect(replies[0]?.buttons.flat().map(({ label }) => label)).toContain("同意报价");
  expect(await placeOf(system, conversation)).toBe("quoting.reviewing");
});

it("a payload of NULs starts the conversation", async () => {
  const conversation = openConversation(system, { languageHint: "zh" });
  expect(await conversation.command("start", "\0")).toHaveLength(1);
});
