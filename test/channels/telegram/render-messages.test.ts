import { describe, expect, it } from "vitest";
import { renderMessages } from "../../../bot/channels/telegram/render-messages.ts";
import type { Card } from "../../../bot/messages.ts";
import { parseHtml } from "../../support/bot-api/parse-html.ts";

const card = (rows: string[][], title = "Schedule"): Card => ({
  title,
  facts: [{ label: "Total interest", value: "451.00" }],
  columns: ["No.", "Payment"],
  rows,
});

const wide = (count: number, width: number): string[][] =>
  Array.from({ length: count }, (_, index) => [String(index + 1), "x".repeat(width)]);

describe("a reply", () => {
  it("is plain text, in which signs of HTML are only signs", () => {
    expect(renderMessages({ text: "R&D <5 & >3 &amp;" })).toEqual(["R&amp;D &lt;5 &amp; &gt;3 &amp;amp;"]);
  });

  it("has its card in a fixed-width block below", () => {
    const [html = "", ...rest] = renderMessages({ text: "Quote", card: card([["1", "2,145.00"]], "A&B") });
    expect(rest).toEqual([]);
    const { text, entities } = parseHtml(html);
    expect(text.startsWith("Quote\n\nA&B\n\n")).toBe(true);
    expect(entities).toEqual([{ type: "pre", offset: 7, length: text.length - 7 }]);
    expect(text).toContain("2,145.00");
  });

  it("of exactly 4096 characters is one message, of one more it is two", () => {
    expect(renderMessages({ text: "y".repeat(4096) })).toHaveLength(1);
    expect(renderMessages({ text: "y".repeat(4097) }).map((part) => part.length)).toEqual([4096, 1]);
  });

  it("counts characters as shown, not as escaped", () => {
    expect(renderMessages({ text: "<".repeat(4096) })).toEqual(["&lt;".repeat(4096)]);
  });

  it("that does not fit with its card is sent before it", () => {
    const [first, second, ...rest] = renderMessages({ text: "y".repeat(3000), card: card(wide(20, 60)) });
    expect(first).toBe("y".repeat(3000));
    expect(second).toMatch(/^<pre>Schedule\n/);
    expect(rest).toEqual([]);
  });

  it("with a card too long for one message breaks between rows only", () => {
    const rows = wide(120, 60);
    const parts = renderMessages({ text: "Quote", card: card(rows) }).map((html) => parseHtml(html).text);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.every((part) => part.length <= 4096)).toBe(true);
    const lines = parts.flatMap((part) => part.split("\n"));
    for (const [number = "", payment] of rows) expect(lines).toContain(`${number.padStart(3)}  ${payment}`);
  });

  it("breaks a line longer than a message between characters, never inside one", () => {
    const parts = renderMessages({ text: `a${"😀".repeat(3000)}` });
    expect(parts.join("")).toBe(`a${"😀".repeat(3000)}`);
    expect(parts.every((part) => part.length <= 4096 && !/\p{Surrogate}/u.test(part))).toBe(true);
  });
});
