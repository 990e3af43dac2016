import { afterEach, describe, expect, it } from "vitest";
import { openAiCompatible } from "../../bot/understanding/language-model/open-ai-compatible.ts";
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

/** Our own rules make nothing of it. */
const obscure = "zork flumbus 8000 grik";

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
  it("chooses among our intents, with amounts that stand in the text", async () => {
    const answer = { intent: "apply_loan", sure: true, amount: "8000", installments: null };
    const { understanding, asked } = await understoodWith(says(answer), obscure);
    expect(understanding.event).toEqual({ type: "borrow", amount: "8000" });
    expect(asked[0]).toMatchObject({
      path: "/v1/chat/completions",
      authorization: "Bearer key",
      body: { model: "any-model" },
    });
  });
  it("asks back when it is not sure", async () => {
    const { understanding } = await understoodWith(says({ intent: "repay", sure: false }), obscure);
    expect(understanding).toEqual({ event: { type: "unclear" }, alternatives: [{ type: "repay" }] });
  });
  it.each([
    ["an amount that is not in the text", { intent: "apply_loan", sure: true, amount: "9000" }],
    ["a term that is not in the text", { intent: "apply_loan", sure: true, installments: 12 }],
    ["an intent that is not ours", { intent: "sign_contract", sure: true }],
    ["more than it was asked", { intent: "repay", sure: true, event: { type: "sign" } }],
    ["no JSON", "You should surely borrow."],
  ])("is not believed with %s", async (_, answer) => {
    const { understanding } = await understoodWith(says(answer), obscure);
    expect(understanding).toEqual(understand(obscure, at("idle")));
  });
  it("never sees a phone or card number", async () => {
    const { asked } = await understoodWith(
      says({ intent: "repay", sure: true }),
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
