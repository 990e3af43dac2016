/** A partner that takes its time: the borrower may cancel or go back meanwhile, and the answer, when it comes, is kept. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "../../../bot/jobs/run-command.ts";
import type { Database } from "../../../db/connection/connection.ts";
import { type Conversation, openConversation } from "../../support/conversation.ts";
import { freshDatabase } from "../../support/database.ts";
import { placeOf } from "../../support/journeys.ts";
import { type TestAssistant, testAssistant } from "../../support/test-assistant.ts";

let database: Database;
let system: TestAssistant;
beforeAll(async () => {
  database = await freshDatabase();
  system = await testAssistant({ database });
});
afterAll(() => database.close());

/** No partner has answered yet. */
const slowly = async (): Promise<boolean> => true;

async function say(conversation: Conversation, text: string): Promise<string> {
  await conversation.send({ kind: "text", text });
  await conversation.settle(slowly);
  return await placeOf(system, conversation);
}

async function pressFirst(conversation: Conversation): Promise<string> {
  const button = conversation.replies.at(-1)?.buttons.flat()[0];
  await conversation.send({ kind: "button", buttonId: button?.id ?? "none was shown" });
  await conversation.settle(slowly);
  return await placeOf(system, conversation);
}

/** The partner that was asked last answers at last. */
async function answer(conversation: Conversation): Promise<string> {
  const pending = await database.sql<{ id: string }[]>`
    select m.id from commands m join conversations c on c.id = m.conversation_id
    where c.chat_id = ${conversation.chatId} and m.status = 'pending'`;
  expect(pending).toHaveLength(1);
  await runCommand(system.jobs, { commandId: pending[0]?.id ?? "", attempt: { number: 1, last: false } });
  await conversation.settle(slowly);
  return await placeOf(system, conversation);
}

const chinese = { hint: "zh-CN", hello: "你好", wish: "借10000，分5期，等额本金，日常消费" };
const english = {
  hint: "en",
  hello: "hello",
  wish: "borrow 10000 over 5 months, equal principal, for daily expenses",
};
const cancelButton = { way: "the button to cancel", leave: pressFirst };
const words = (text: string) => ({
  way: text,
  leave: (conversation: Conversation) => say(conversation, text),
});

describe.each([
  { ...chinese, ...cancelButton, afterFace: "idle" },
  { ...chinese, ...words("我不借了"), afterFace: "idle" },
  { ...chinese, ...words("回上一步"), afterFace: "confirming.reviewingContract" },
  { ...english, ...cancelButton, afterFace: "idle" },
  { ...english, ...words("forget it"), afterFace: "idle" },
  { ...english, ...words("go back"), afterFace: "confirming.reviewingContract" },
])("while a partner has not answered ($hint, $way)", ({ hint, hello, wish, leave, afterFace }) => {
  it("each step is left, and a late answer is kept: that step is not asked again", async () => {
    const conversation = openConversation(system, { languageHint: hint });
    await say(conversation, hello);
    await pressFirst(conversation);
    expect(await say(conversation, wish)).toBe("checkingEligibility.identifying");
    expect(await pressFirst(conversation)).toBe("checkingEligibility.verifyingName");
    expect(await leave(conversation)).toBe("idle");
    expect(await answer(conversation)).toBe("idle");

    expect(await say(conversation, wish)).toBe("checkingEligibility.findingCard");
    expect(await leave(conversation)).toBe("idle");
    expect(await answer(conversation)).toBe("idle");

    expect(await say(conversation, wish)).toBe("checkingEligibility.authorising");
    expect(await pressFirst(conversation)).toBe("checkingEligibility.assessing");
    expect(await leave(conversation)).toBe("idle");
    expect(await answer(conversation)).toBe("idle");

    expect(await say(conversation, wish)).toBe("quoting.reviewing");
    expect(await pressFirst(conversation)).toBe("confirming.reviewingContract");
    expect(await pressFirst(conversation)).toBe("confirming.verifyingFace");
    expect(await leave(conversation)).toBe(afterFace);
    expect(await answer(conversation)).toBe(afterFace);
  });
});
