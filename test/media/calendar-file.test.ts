/** Read by ical.js, Mozilla's parser. */
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { renderMedium } from "../../bot/media/render-medium.ts";
import type { CalendarContent } from "../../bot/messages.ts";
import type { Locale } from "../../domain/language/languages.ts";
import { paid } from "../support/fixtures/published-loan.ts";
import { contentOf, fileMedium, loanOf, published } from "./contents.ts";

async function fileOf(calendar: CalendarContent, locale: Locale = "zh-CN"): Promise<string> {
  return new TextDecoder().decode(await renderMedium(fileMedium(calendar), locale));
}

interface Read {
  method: unknown;
  events: InstanceType<typeof ICAL.Event>[];
}

function read(text: string): Read {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return {
    method: calendar.getFirstPropertyValue("method"),
    events: calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one)),
  };
}

const february = contentOf([published], "2016-02-10");

describe("the calendar's file", () => {
  it("has the published example, an all-day event for each due date", async () => {
    const { method, events } = read(await fileOf(february));
    expect(method).toBe("PUBLISH");
    // DESIGN, Money: 2,145.00 first, 2,030.00 last; between them by hand, 2,000 + 8,000 x 0.0005 x 31 and so on.
    expect(events.map(({ startDate, summary }) => [startDate.toString(), summary])).toEqual([
      ["2016-03-10", "借道还款 ¥2,145.00"],
      ["2016-04-10", "借道还款 ¥2,124.00"],
      ["2016-05-10", "借道还款 ¥2,090.00"],
      ["2016-06-10", "借道还款 ¥2,062.00"],
      ["2016-07-10", "借道还款 ¥2,030.00"],
    ]);
    expect(events.every(({ startDate }) => startDate.isDate)).toBe(true);
  });

  it("cancels what is paid; what is late stands at its due date with its penalty", async () => {
    const { events: all } = read(
      await fileOf(contentOf([paid(published, "2016-03-10 2145.00 due")], "2016-04-13"), "en"),
    );
    const isCancelled = ({ component }: (typeof all)[number]) =>
      component.getFirstPropertyValue("status") === "CANCELLED";
    const events = all.filter((event) => !isCancelled(event));
    expect(all.filter(isCancelled).map(({ uid }) => uid)).toEqual(["01-1@jiedao"]);
    // DESIGN's second installment, 2,000 + 124, three days late: 2,000 x 0.05 % x 3 = 3.00 of penalty.
    expect(events[0]?.startDate.toString()).toBe("2016-04-10");
    expect(events[0]?.summary).toBe("Repay ¥2,127.00 (Jiedao)");
    expect(events).toHaveLength(4);
  });

  it("imported again updates: an installment keeps its UID, and what is newer has a higher sequence", async () => {
    const later = contentOf([paid(published, "2016-02-20 1000.00 partial")], "2016-02-21");
    const [before, after] = [read(await fileOf(february)).events, read(await fileOf(later)).events];
    expect(new Set(before.map(({ uid }) => uid)).size).toBe(5);
    for (const event of after) {
      const same = before.find(({ uid }) => uid === event.uid);
      expect(same?.startDate.toString()).toBe(event.startDate.toString());
      expect(event.sequence).toBeGreaterThan(same?.sequence ?? Number.POSITIVE_INFINITY);
    }
    expect(await fileOf(later)).toBe(await fileOf(later));
  });

  it.each([
    [3, 9, ["-P2DT15H", "PT9H"]],
    [0, 9, ["PT9H"]],
    [1, 20, ["-PT4H", "PT20H"]],
  ])("rings %i days before and on the day, at %i:00", async (daysBefore, hour, expected) => {
    const [event] = read(await fileOf({ ...february, daysBefore, hour })).events;
    const triggers = event?.component
      .getAllSubcomponents("valarm")
      .map((alarm) => alarm.getFirstProperty("trigger"));
    expect(triggers?.map((trigger) => String(trigger?.getFirstValue()))).toEqual(expected);
    expect(triggers?.every((trigger) => trigger?.getParameter("related") === "START")).toBe(true);
  });

  it("names the loan only where there are several", async () => {
    const one = read(await fileOf(february)).events;
    expect(one[0]?.description).not.toContain(published.number);
    const two = read(await fileOf(contentOf([published, loanOf("02")], "2016-02-10"))).events;
    expect(two.map(({ description }) => /JD\d+/.exec(description)?.[0])).toContain("JD201602100002");
    expect(new Set(two.map(({ uid }) => uid)).size).toBe(10);
  });

  // RFC 5545, 3.1: lines of at most 75 octets, without the break, and no character torn in two.
  it.each(["zh-CN", "en"] as const)("folds its lines at 75 octets (%s)", async (locale) => {
    const text = await fileOf(contentOf([published, loanOf("02")], "2016-02-10"), locale);
    const lines = text.split("\r\n");
    expect(lines.every((line) => !/[\r\n]/.test(line))).toBe(true);
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(text).not.toContain("\uFFFD");
    expect(lines.some((line) => line.startsWith(" "))).toBe(true);
  });
});
