import { describe, expect, it } from "vitest";
import {
  type ContactFacts,
  contactDecision,
  dailyCap,
  isReminderHour,
  outsideQuietHours,
} from "../../../domain/contact/contact-policy.ts";

const facts: ContactFacts = {
  now: "2026-11-10T10:00:00+08:00",
  timeZone: "Asia/Shanghai",
  stage: "before",
  settled: false,
  paymentUnderWay: false,
  told: false,
  stopped: false,
  onHold: false,
  reminderHour: null,
  toBorrower: true,
  contactsToday: 0,
};
const decide = (change: Partial<ContactFacts>) => contactDecision({ ...facts, ...change });

describe("quiet hours, 22:00 to 8:00 on the borrower's own clock", () => {
  it.each([
    ["2026-11-10T07:59:59+08:00", "2026-11-10T00:00:00.000Z"],
    ["2026-11-10T22:00:00+08:00", "2026-11-11T00:00:00.000Z"],
    ["2026-11-10T22:30:40+08:00", "2026-11-11T00:00:00.000Z"],
    ["2026-11-11T00:00:00+08:00", "2026-11-11T00:00:00.000Z"],
  ])("at %s a reminder waits until %s", (now, until) => {
    expect(decide({ now })).toEqual({ outcome: "wait", until, reason: "quiet-hours" });
  });

  it.each(["2026-11-10T08:00:00+08:00", "2026-11-10T21:59:59+08:00"])("at %s it is sent", (now) => {
    expect(decide({ now })).toEqual({ outcome: "send" });
  });

  it("is 22:30 in Paris when it is 5:30 in Shanghai", () => {
    const now = "2026-11-11T05:30:00+08:00";
    expect(decide({ now, timeZone: "Europe/Paris" })).toEqual({
      outcome: "wait",
      until: "2026-11-11T07:00:00.000Z",
      reason: "quiet-hours",
    });
    expect(decide({ now: "2026-11-11T16:00:00+08:00", timeZone: "Europe/Paris" }).outcome).toBe("send");
  });

  // Central European Time ends and begins at 1:00 UTC on the last Sundays of October and March.
  it.each([
    ["2026-10-24T22:30:00+02:00", "2026-10-25T07:00:00.000Z"],
    ["2026-03-28T22:30:00+01:00", "2026-03-29T06:00:00.000Z"],
  ])("the night of %s is an hour longer or shorter", (now, until) => {
    expect(decide({ now, timeZone: "Europe/Paris" })).toMatchObject({ outcome: "wait", until });
  });
});

describe("the hours at which one may ask to be reminded", () => {
  it.each([8, 9, 20, 21])("%d is one", (hour) => expect(isReminderHour(hour)).toBe(true));
  it.each([7, 22, 8.5, -1, 0, 24, Number.NaN])("%d is none", (hour) => {
    expect(isReminderHour(hour)).toBe(false);
  });
});

describe("a time that was asked for", () => {
  it.each([
    ["2026-11-10T21:59:00+08:00", "2026-11-10T21:59:00+08:00"],
    ["2026-11-10T22:00:00+08:00", "2026-11-11T00:00:00.000Z"],
    ["2026-11-11T03:00:00+08:00", "2026-11-11T00:00:00.000Z"],
  ])("of %s is kept, or moved to eight in the morning", (asked, given) => {
    expect(outsideQuietHours(asked, "Asia/Shanghai")).toBe(given);
  });
});

describe("what a borrower prefers", () => {
  it("a stop holds for all but the notices that are required", () => {
    const outcomes = (["before", "due", "overdue-1", "overdue-2", "overdue-3"] as const).map(
      (stage) => decide({ stopped: true, stage }).outcome,
    );
    expect(outcomes).toEqual(["skip", "skip", "send", "skip", "send"]);
  });

  it("a required notice keeps the quiet hours too", () => {
    const now = "2026-11-10T23:00:00+08:00";
    expect(decide({ stopped: true, stage: "overdue-3", now }).outcome).toBe("wait");
  });

  it("time until a later day holds for the same, and no other notices", () => {
    const reasons = (["before", "overdue-1", "overdue-2", "overdue-3"] as const).map((stage) => {
      const decision = decide({ onHold: true, stage });
      return decision.outcome === "skip" ? decision.reason : decision.outcome;
    });
    expect(reasons).toEqual(["on-hold", "send", "on-hold", "send"]);
  });

  it.each([
    [
      "2026-11-10T10:00:00+08:00",
      { outcome: "wait", until: "2026-11-10T12:00:00.000Z", reason: "before-hour" },
    ],
    ["2026-11-10T20:00:00+08:00", { outcome: "send" }],
    [
      "2026-11-10T22:30:00+08:00",
      { outcome: "wait", until: "2026-11-11T12:00:00.000Z", reason: "quiet-hours" },
    ],
  ])("who asked for 20:00 hears nothing earlier in the day: at %s", (now, decision) => {
    expect(decide({ now, reminderHour: 20 })).toEqual(decision);
  });

  it("beyond the day's cap the rest waits for the next morning", () => {
    expect(decide({ contactsToday: dailyCap - 1 }).outcome).toBe("send");
    expect(decide({ contactsToday: dailyCap })).toEqual({
      outcome: "wait",
      until: "2026-11-11T00:00:00.000Z",
      reason: "daily-cap",
    });
  });
});

describe("what makes a reminder pointless, or wrong", () => {
  it.each([
    [{ settled: true }, "paid"],
    [{ paymentUnderWay: true }, "payment-under-way"],
    [{ told: true }, "told"],
    [{ toBorrower: false }, "third-party"],
  ])("%j is skipped as %s, also at night", (change, reason) => {
    expect(decide(change)).toEqual({ outcome: "skip", reason });
    expect(decide({ ...change, now: "2026-11-10T23:00:00+08:00" })).toEqual({ outcome: "skip", reason });
  });
});
