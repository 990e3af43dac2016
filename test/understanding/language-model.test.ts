import { afterEach, describe, expect, it } from "vitest";
import type { Topic } from "../../bot/knowledge/topics.ts";
import { readingOf } from "../../bot/reading/reading.ts";
import { openAiCompatible } from "../../bot/understanding/language-model/open-ai-compatible.ts";
import { meaningOf } from "../../bot/understanding/topics/meaning-of-topic.ts";
import { recogniseTopic } from "../../bot/understanding/topics/recognise-topic.ts";
import { at } from "../support/fixtures/spoken-at.ts";
import {
  closeModelEndpoints,
  hangs,
  type ModelAnswer,
  modelEndpoint,
  refuses,
  says,
} from "../support/model-endpoint.ts";
import { understand, understandWithModel } from "./understand-text.ts";

async function understoodWith(answer: ModelAnswer, said: string, timeoutMs = 20_000) {
  const { baseUrl, asked } = await modelEndpoint(answer);
  const model = openAiCompatible({ baseUrl, model: "any-model", apiKey: "key", timeoutMs });
  return { understanding: await understandWithModel(said, at("idle"), model), asked };
}

/** What the model is given to choose among, that a text which our own rules leave open may ask. */
const candidatesFor = (text: string) =>
  recogniseTopic(readingOf(text), at("idle"), 20)
    .map(({ topic }) => topic)
    .filter((topic) => topic.does === undefined && topic.scope === "in" && isAsked(topic));
const isAsked = (topic: Topic): boolean =>
  topic.intent !== "apply_loan" && meaningOf(topic, readingOf("zork"), at("idle")).type === "ask";

/** Our own rules make nothing of these: of which of them depends on the weights. */
const strange = [
  "zork flumbus 8000 grik",
  "flumbus where 8000 grik",
  "grik 8000 blah",
  "8000 zork blah limit",
];
const [obscure = ""] = strange.filter(
  (text) => understand(text, at("idle")).event.type === "unclear" && candidatesFor(text).length > 0,
);
const [candidate] = candidatesFor(obscure);
if (candidate === undefined) throw new Error("no candidate");

afterEach(closeModelEndpoints);

describe("a language model behind understanding", () => {
  it("has something to add: our own rules are at a loss here", () => {
    expect(understand(obscure, at("idle")).event).toEqual({ type: "unclear" });
  });
  it("is not asked for what our own rules understand", async () => {
    const { understanding, asked } = await understoodWith(says({}), "我想借两万分10期");
    expect(understanding.event).toEqual({ type: "borrow", amount: "20000", installments: 10 });
    expect(asked).toEqual([]);
  });
  it("chooses among the likeliest topics, with amounts that stand in the text", async () => {
    const answer = { topic: candidate.id, sure: true, amount: "8000", installments: null };
    const { understanding, asked } = await understoodWith(says(answer), obscure);
    expect(understanding.event).toStrictEqual({ type: "ask", topic: candidate.id });
    expect(JSON.stringify(asked[0])).toContain(candidate.about);
    expect(asked[0]).toMatchObject({
      path: "/v1/chat/completions",
      authorization: "Bearer key",
      body: { model: "any-model" },
    });
  });
  it("asks back when it is not sure", async () => {
    const { understanding } = await understoodWith(says({ topic: candidate.id, sure: false }), obscure);
    expect(understanding).toEqual({
      event: { type: "unclear" },
      alternatives: [{ type: "ask", topic: candidate.id }],
    });
  });
  it.each([
    ["an amount that is not in the text", { topic: candidate.id, sure: true, amount: "9000" }],
    ["a term that is not in the text", { topic: candidate.id, sure: true, installments: 12 }],
    ["a topic that it was not given", { topic: "sign-contract", sure: true }],
    ["more than it was asked", { topic: candidate.id, sure: true, event: { type: "sign" } }],
    ["no JSON", "You should surely borrow."],
  ])("is not believed with %s", async (_, answer) => {
    const { understanding } = await understoodWith(says(answer), obscure);
    expect(understanding).toEqual(understand(obscure, at("idle")));
  });
  it("never sees a phone or card number", async () => {
    const { asked } = await understoodWith(
      says({ topic: candidate.id, sure: true }),
      "zork 13800138000 flumbus grik",
    );
    expect(JSON.stringify(asked)).not.toContain("13800138000");
    expect(asked).toHaveLength(1);
  });
  it.each([
    ["fails", refuses, 20_000],
    ["answers nonsense", says("<html>"), 20_000],
    // Long enough for the question to arrive on a busy machine.
    ["hangs", hangs, 1_000],
  ])("falls back when the endpoint %s", async (_, answer, timeoutMs) => {
    const { understanding, asked } = await understoodWith(answer, obscure, timeoutMs);
    expect(understanding).toEqual(understand(obscure, at("idle")));
    expect(asked).toHaveLength(1);
  });
});
