import { expect, it } from "vitest";
import { freshDatabase } from "../../support/database.ts";
import { testAssistant } from "../../support/test-assistant.ts";

it("a language chosen with --lang stands from the first words on, whatever they are in", async () => {
  const database = await freshDatabase();
  const { assistant, channel } = await testAssistant({ database });
  const from = { channel: "terminal", chatId: "li", senderId: "li", language: "zh-CN" } as const;
  for (const text of ["I want to borrow 5000", "how much interest would I pay?"])
    await assistant.receive({ ...from, messageId: text, kind: "text", text });
  expect(channel.shown.map(({ outbound }) => outbound.locale)).toEqual(["zh-CN", "zh-CN"]);
  await database.close();
});
