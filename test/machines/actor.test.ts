import { describe, expect, it } from "vitest";
import { createActor } from "xstate";
import { advanceJourney, journey, startJourney } from "../../machines/journey.ts";
import type { StampedEvent } from "../../machines/journey-events.ts";
import { START } from "./walk.ts";

const input = { borrowerId: "borrower", locale: "en", sandbox: true, persona: null, at: START } as const;
const stamp = { turnId: "turn-1", at: "2016-02-10T02:05:00.000Z" };

describe("the journey as a plain actor", () => {
  it("begins as a conversation begins", () => {
    const { value, context } = createActor(journey, { input }).start().getSnapshot();
    expect({ value, context }).toEqual(startJourney(input));
  });
});

describe("what every event does to the memory", () => {
  const unclear: StampedEvent = { type: "unclear", ...stamp };
  const told = ({ state }: ReturnType<typeof advanceJourney>) =>
    state.context.notices.map(({ kind }) => kind);
  const [missed, help] = [advanceJourney(startJourney(input), unclear)].flatMap((step) => [
    step,
    advanceJourney(step.state, { type: "help", ...stamp, at: "2016-02-10T02:06:00.000Z" }),
  ]) as [ReturnType<typeof advanceJourney>, ReturnType<typeof advanceJourney>];

  it("the clock is the event's", () => {
    expect(missed.state.context.at).toBe(stamp.at);
    expect(help.state.context.at).toBe("2016-02-10T02:06:00.000Z");
  });

  it("what was told before is forgotten, except to what follows another event of the same message", () => {
    expect([told(missed), told(help)]).toEqual([["unclear"], ["help"]]);
    expect(told(advanceJourney(help.state, { type: "also", alternatives: [], ...stamp }))).toEqual([
      "help",
      "also",
    ]);
  });

  it("misses in a row are counted, and whatever is understood ends the row", () => {
    const again = advanceJourney(missed.state, unclear);
    expect([missed, again, help].map(({ state }) => state.context.misses)).toEqual([1, 2, 0]);
  });

  it("an answer that nobody waits for any more changes nothing but the clock and what was told", () => {
    const late: StampedEvent = { type: "face.matched", quoteId: "of another day", ...stamp };
    const { state, effects } = advanceJourney(missed.state, late);
    expect(effects).toEqual([]);
    expect(state).toEqual({ ...missed.state, context: { ...missed.state.context, notices: [] } });
  });
});
