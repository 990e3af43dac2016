import { describe, expect, it } from "vitest";
import { advanceJourney, startJourney } from "../../machines/journey.ts";
import { openSnapshot, packSnapshot } from "../../machines/snapshots.ts";

const at = "2016-02-10T02:00:00.000Z";
const beginning = startJourney({ borrowerId: "borrower", locale: "en", sandbox: true, persona: null, at });
const { state } = advanceJourney(beginning, { type: "privacy.accept", turnId: "turn", at });
const packed = packSnapshot(state, at);
const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("a snapshot in its envelope", () => {
  it("names its machine, its version and when it was saved", () =>
    expect(packed).toMatchObject({ machine: "journey", version: expect.any(Number), savedAt: at }));

  it("comes back as it was", () => expect(openSnapshot(throughJson(packed))).toEqual(throughJson(state)));

  it("goes on from where it was", () => {
    const back = openSnapshot(throughJson(packed));
    expect(advanceJourney(back, { type: "locate", turnId: "turn", at }).state.value).toEqual({
      locatingEntry: "choosing",
    });
  });
});

describe("a snapshot is refused", () => {
  it.each([
    ["another machine's, though its states are named alike", { ...packed, machine: "loan" }],
    ["a later release's", { ...packed, version: packed.version + 1 }],
    ["one without a version", { ...packed, version: undefined }],
    ["XState's own, without an envelope", state],
    ["one of a state that is no more", withBody({ ...state, value: "daydreaming" })],
    ["one of a substate that is no more", withBody({ ...state, value: { quoting: "daydreaming" } })],
    ["one without a context", withBody({ value: state.value })],
    [
      "one whose context lacks a part",
      withBody({ ...state, context: { ...state.context, loans: undefined } }),
    ],
    [
      "one whose money is a number",
      withBody({ ...state, context: { ...state.context, request: { amount: 5 } } }),
    ],
    ["nothing at all", undefined],
  ])("%s", (_, stored) => expect(() => openSnapshot(throughJson(stored ?? null))).toThrow());
});

function withBody(body: unknown): unknown {
  return { ...packed, body };
}
