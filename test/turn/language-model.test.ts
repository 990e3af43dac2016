/** A language model behind a whole turn: asked once where our own rules are at a loss, never relied upon. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { wordsOf } from "../../bot/knowledge/topics.ts";
import { readingOf } from "../../bot/reading/reading.ts";
import { openAiCompatible } from "../../bot/understanding/language-model/open-ai-compatible.ts";
import { recogniseTopic } from "../../bot/understanding/topics/recognise-topic.ts";
import type { Database } from "../../db/connection/connection.ts";
import { openConversation } from "../support/conversation.ts";
import { freshDatabase } from "../support/database.ts";
import { at } from "../support/fixtures/spoken-at.ts";
import { bringTo, placeOf } from "../support/journeys.ts";
import {
  closeModelEndpoints,
  hangs,
  type ModelAnswer,
  modelEndpoint,
  says,
} from "../support/model-endpoint.ts";
import { testAssistant } from "../support/test-assistant.ts";

let database: Database;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await closeModelEndpoints();
  await database.close();
});

let series = 0;

async function quoted(answer: ModelAnswer) {
  const { baseUrl, asked } = await modelEndpoint(answer);
  const timeoutMs = answer === hangs ? 1_000 : 20_000;
  const languageModel = openAiCompatible({ baseUrl, model: "any-model", timeoutMs });
  series += 1;
  const system = await testAssistant({ database, languageModel, series });
  const conversation = openConversation(system);
  await bringTo(conversation, "quoted");
  return { system, conversation, asked };
}

/** Of nothing that our own rules know. */
const strange = "zork flumbus grik";
const obscure = "zork flumbus 8000 grik blah";
const eightThousand = { intent: "apply_loan", sure: true, amount: "8000" };

describe("a language model", () => {
  it("is not asked while buttons and our own rules do", async () => {
    const { system, conversation, asked } = await quoted(says(eightThousand));
    await conversation.send({ kind: "text", text: "改期数" });
    expect(await placeOf(system, conversation)).toBe("quoting.askingTerm");
    expect(asked).toEqual([]);
  });

  it("has one of our topics answered, in our own words", async () => {
    const likeliest = recogniseTopic(readingOf(strange), at("quoting.reviewing"), 20);
    const [topic] = likeliest.map((one) => one.topic).filter(({ does }) => does === undefined);
    const { system, conversation, asked } = await quoted(says({ topic: topic?.id, sure: true }));
    await conversation.send({ kind: "text", text: strange });
    const told = conversation.replies.at(-1)?.text;
    const answers = topic === undefined ? [] : wordsOf(topic, "zh-CN").answers;
    expect(
      answers.some(({ text }) => told?.startsWith(text.slice(0, 6))),
      told,
    ).toBe(true);
    expect(await placeOf(system, conversation)).toBe("quoting.reviewing");
    expect(asked).toHaveLength(1);
  });

  it("leaves the rules' own answer when it hangs", async () => {
    const { system, conversation, asked } = await quoted(hangs);
    await conversation.send({ kind: "text", text: strange });
    expect(await placeOf(system, conversation)).toBe("quoting.reviewing");
    expect(conversation.replies.at(-1)?.text).toContain("没听明白");
    expect(asked).toHaveLength(1);
  });

  it("cannot have a signature taken from it", async () => {
    const { system, conversation } = await quoted(says({ intent: "sign", sure: true, event: "sign" }));
    await conversation.send({ kind: "text", text: obscure });
    expect(await placeOf(system, conversation)).toMatch(/^quoting\./);
  });
});
