/** Every definition of an event and of a notice: whole, told apart, and kept by whoever derives from it. */
import { describe, expect, it } from "vitest";
import { canCarry, decodeButton, encodeButton } from "../../bot/buttons.ts";
import { readChart } from "../../inspector/chart/read-chart.ts";
import { inspectedJourney } from "../../inspector/registry/journey.ts";
import { summariseMachine } from "../../inspector/server/chart-views.ts";
import { borrowingEvents } from "../../machines/events/borrowing.ts";
import { conversationEvents } from "../../machines/events/conversation.ts";
import { deadlineEvents } from "../../machines/events/deadlines.ts";
import type { EventDefinition } from "../../machines/events/definition.ts";
import { eventFields, type LetteredName } from "../../machines/events/fields.ts";
import { partnerAnswers } from "../../machines/events/partner-answers.ts";
import { repayingEvents } from "../../machines/events/repaying.ts";
import { definitionOf, type EventType, eventTypes, type JourneyEvent } from "../../machines/events/table.ts";
import { journey } from "../../machines/journey.ts";
import {
  isBinding,
  isCommitment,
  isDecidedOnBooks,
  isHeard,
  isInternal,
  isStepOn,
  journeyEventSchema,
  pressedEvent,
} from "../../machines/journey-events.ts";
import { arrangingNotices } from "../../machines/notices/arranging.ts";
import { borrowingNotices } from "../../machines/notices/borrowing.ts";
import { conversationNotices } from "../../machines/notices/conversation.ts";
import { repayingNotices } from "../../machines/notices/repaying.ts";
import { noticeTable } from "../../machines/notices/table.ts";

/** As they have been on buttons since the first: those in chats are never spelt otherwise. */
const letters: Record<LetteredName, string> = {
  ...{ amount: "a", installments: "n", method: "m", purpose: "p", hash: "h", loanId: "l", kind: "k" },
  ...{ rail: "r", daysBefore: "d", topic: "t", entry: "e", locale: "g", persona: "o", to: "f" },
  ...{ product: "i", merchant: "c", orderNumber: "u", hour: "j", source: "s", on: "y" },
  ...{ downPayment: "w", until: "z" },
};

/** A value of each, as a borrower's button has it. */
const values: Record<LetteredName, string | number> = {
  ...{ amount: "20000.00", installments: 12, method: "equal-principal", purpose: "daily" },
  ...{ hash: "0123456789abcdef", loanId: "01953e7a-0000-7000-8000-000000000001", kind: "due" },
  ...{ rail: "bank-card", daysBefore: 3, topic: "rate-what", entry: "wallet-grid", locale: "zh-CN" },
  ...{ persona: "ordinary", to: "next-due", product: "weilidai", merchant: "jd", orderNumber: "A_1-b" },
  ...{ hour: 20, source: "balance-then-card", on: "2016-03-10", downPayment: "100.5" },
  until: "2016-03-10T15:00",
};

const usesOf = (type: EventType): string[] => {
  const definition = definitionOf(type);
  return "fields" in definition ? [...definition.fields] : [];
};
const nameOf = (use: string): string => use.replace("?", "");

/** With the fields that it must have, and once more with each that it may have. */
function samples(type: EventType): JourneyEvent[] {
  const uses = usesOf(type);
  const needed = uses.filter((use) => !use.endsWith("?"));
  const optional = uses.map(nameOf).filter((name) => !needed.includes(name) && name in letters);
  const given = (names: string[]) => names.map((name) => [name, values[name as LetteredName]]);
  return [needed, ...optional.map((name) => [...needed, name])].map((names) =>
    journeyEventSchema.parse({ type, ...Object.fromEntries(given(names)) }),
  );
}

const pressedTypes = eventTypes.filter((type) => pressedEvent(type) !== undefined);
const otherTypes = eventTypes.filter((type) => pressedEvent(type) === undefined);

describe("the events", () => {
  it("are each defined in one group", () => {
    const groups: Record<string, EventDefinition>[] = [
      ...[conversationEvents, borrowingEvents, repayingEvents, partnerAnswers, deadlineEvents],
    ];
    const names = groups.flatMap((group) => Object.keys(group));
    expect(names).toEqual([...new Set(names)]);
    expect([...eventTypes].sort()).toEqual(names.sort());
  });

  it("are each heard by some state, or left alone by all as their definition says", () => {
    const named = new Set(readChart(journey).transitions.map(({ event }) => event));
    for (const type of eventTypes) expect(named.has(type), type).toBe(isHeard({ type }));
  });

  it("have each a form in the inspector, with all of their fields and who sends them", () => {
    const { events } = summariseMachine(inspectedJourney);
    expect(events.map(({ type }) => type)).toEqual(eventTypes.filter((type) => isHeard({ type })));
    for (const { type, origin, schema } of events) {
      const definition = definitionOf(type as EventType);
      const own = "payload" in definition ? Object.keys(definition.payload) : definition.fields.map(nameOf);
      expect(Object.keys(schema.properties ?? {}).sort(), type).toEqual(["type", ...own].sort());
      expect(origin, type).toBe(definition.from);
    }
  });

  it("that bind are decided on the books, and those that move money are steps on the way", () => {
    const binding = eventTypes.map((type) => ({ type })).filter(isBinding);
    expect(binding.filter((event) => !isDecidedOnBooks(event))).toEqual([]);
    expect(binding.filter(isCommitment).map(({ type }) => type)).toEqual(["sign", "repay.confirm"]);
    expect(binding.filter(isCommitment).filter((event) => !isStepOn(event))).toEqual([]);
  });

  it("are internal exactly where no borrower sends them", () => {
    for (const type of eventTypes)
      expect(isInternal({ type }), type).toBe(!["borrower", "turn"].includes(definitionOf(type).from));
  });
});

describe("a button", () => {
  it.each(pressedTypes)("carries %s, with each of its fields", (type) => {
    for (const event of samples(type)) {
      expect(canCarry(event)).toBe(true);
      expect(decodeButton(encodeButton(event, 35))).toEqual({ seq: 35, event });
    }
  });

  it.each(otherTypes)("never carries %s", (type) => {
    expect(canCarry({ type } as JourneyEvent)).toBe(false);
    expect(decodeButton(`1|${type}|`)).toBeUndefined();
  });

  it("spells every field by the letter that it has always had", () => {
    const now = Object.entries(eventFields).flatMap(([name, { letter }]) =>
      letter === null ? [] : [[name, letter]],
    );
    expect(Object.fromEntries(now)).toEqual(letters);
    expect(new Set(now.map(([, letter]) => letter)).size).toBe(now.length);
  });
});

describe("the notices", () => {
  it("are each defined in one group", () => {
    const groups = [conversationNotices, borrowingNotices, repayingNotices, arrangingNotices];
    const kinds = groups.flatMap((group) => Object.keys(group));
    expect(kinds).toEqual([...new Set(kinds)]);
    expect(Object.keys(noticeTable).sort()).toEqual(kinds.sort());
  });
});
