/** Testers write and read Shanghai's time, whatever zone the process is in. */
import { afterEach, describe, expect, it } from "vitest";
import { inspectedJourney } from "../../../inspector/registry/journey.ts";
import { inspectedLoan } from "../../../inspector/registry/loan.ts";
import { beginSession, takeStep } from "../../../inspector/session/session.ts";
import { readInstant, shanghaiTime, toldInShanghai } from "../../../inspector/shanghai-time.ts";

const zone = process.env["TZ"];
afterEach(() => {
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
});

const zones = [
  ["UTC", 0],
  ["America/New_York", 300],
  ["Asia/Shanghai", -480],
] as const;

describe.each(zones)("a process in the zone %s", (name, minutesBehind) => {
  it.each([
    ["2016-03-13 10:00", "2016-03-13T02:00:00.000Z"],
    ["2016-03-13T10:00:30", "2016-03-13T02:00:30.000Z"],
    ["2016-03-13", "2016-03-12T16:00:00.000Z"],
    ["2016-03-13T10:00:00+08:00", "2016-03-13T02:00:00.000Z"],
    ["2016-03-13T02:00:00Z", "2016-03-13T02:00:00.000Z"],
    ["2016-03-12 21:00 -0500", "2016-03-13T02:00:00.000Z"],
  ])("moves the clock to %s", async (written, instant) => {
    process.env["TZ"] = name;
    expect(new Date(2016, 0, 1).getTimezoneOffset()).toBe(minutesBehind);
    for (const machine of [inspectedJourney, inspectedLoan]) {
      const { world } = await takeStep(beginSession(machine, {}), 0, { kind: "clock", to: written });
      expect(world.at).toBe(instant);
      expect(beginSession(machine, { at: written }).steps[0]?.world.at).toBe(instant);
    }
    expect(shanghaiTime(instant)).toMatch(/^2016-03-13T(10|00):00:[03]0\+08:00$/);
  });
});

it.each(["soon", "2016-02-30 10:00", "2016-03-13 25:00", "13/03/2016 10:00"])("%s is no time", (written) => {
  expect(readInstant(written)).toBeUndefined();
});

it("tells every instant of a value in Shanghai's time, and nothing else otherwise", () => {
  const effect = { deadline: "set", at: "2016-03-13T02:00:00.000Z", key: "2016-03-13", amount: "2145.00" };
  expect(JSON.parse(JSON.stringify(effect, toldInShanghai))).toEqual({
    ...effect,
    at: "2016-03-13T10:00:00+08:00",
  });
});
