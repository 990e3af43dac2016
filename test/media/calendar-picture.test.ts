import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { beforeAll, describe, expect, it } from "vitest";
import { messagesIn } from "../../bot/locales/messages-in.ts";
import { calendarPicture } from "../../bot/media/calendar/calendar-picture.ts";
import { drawPng, fontFamily } from "../../bot/media/draw-png.ts";
import { renderMedium } from "../../bot/media/render-medium.ts";
import { type SvgNode, svg, svgText } from "../../bot/media/svg-node.ts";
import type { CalendarContent } from "../../bot/messages.ts";
import { type Locale, locales } from "../../domain/language/languages.ts";
import { sizeOfPng } from "../support/bot-api/files.ts";
import { paid } from "../support/fixtures/published-loan.ts";
import { contentOf, crowded, pictureMedium, published } from "./contents.ts";

const pictureOf = (content: CalendarContent, locale: Locale): SvgNode =>
  calendarPicture(content, messagesIn(locale), fontFamily);

function nodesOf(node: SvgNode, tag: string): SvgNode[] {
  const inner = node.children.flatMap((child) => (typeof child === "string" ? [] : nodesOf(child, tag)));
  return node.tag === tag ? [node, ...inner] : inner;
}

const wordsOf = (node: SvgNode): string[] => nodesOf(node, "text").map(({ children }) => children.join(""));

describe("the calendar's picture", () => {
  it.each(locales)("is a PNG of the size that was announced, the same each time (%s)", async (locale) => {
    const medium = pictureMedium(crowded, locale);
    const png = await renderMedium(medium, locale);
    expect(sizeOfPng(png)).toMatchObject({ width: 1080, height: "height" in medium && medium.height });
    expect(Buffer.from(await renderMedium(medium, locale)).equals(png)).toBe(true);
  });

  it("has the published example: 2,145.00 first on 10 March, the sums, and what comes later", () => {
    const words = wordsOf(pictureOf(contentOf([published], "2016-02-10"), "zh-CN"));
    // DESIGN, Money: five installments, interest 451.00 in all. February to April are drawn: 2,145 and 2,124.
    for (const told of ["¥10,451.00", "2,145.00", "2,124.00", "要还 ¥2,145.00", "3月10日 周四", "第1/5期"])
      expect(words).toContain(told);
    // 2,090 + 2,062 + 2,030, computed by hand.
    expect(words).toContain("之后还有3期，到2016年7月10日还完，共 ¥6,182.00");
    expect(words).not.toContain("2,090.00");
  });

  it("begins a week on Monday: 10 March 2016, a Thursday, stands in the fourth column", () => {
    const picture = pictureOf(contentOf([published], "2016-03-01"), "en");
    const texts = nodesOf(picture, "text");
    const middle = (said: string) =>
      texts.filter(({ children }) => children[0] === said).map(({ attributes }) => Number(attributes["x"]));
    expect(middle("2,145.00")).toEqual([expect.closeTo(middle("Thu")[0] ?? 0)]);
  });

  it("tells what is overdue by words and signs, and what is paid", () => {
    const words = wordsOf(pictureOf(crowded, "en"));
    expect(words).toContain("Overdue");
    expect(words.some((said) => /^3 overdue, ¥/.test(said))).toBe(true);
    // The third loan's first installment, paid: 100 + 1,000 x 0.0005 x 29 days.
    expect(words).toContain("¥114.50 paid");
    // On 10 April fall 2,124.00 and 100 + 900 x 0.0005 x 31 days = 113.95.
    expect(words).toContain("2,237.95");
    expect(words).toContain("×2");
  });

  it("shows as many months as there is something to pay in", () => {
    let loan = published;
    for (const line of ["2016-03-10 2145.00", "2016-04-10 2124.00", "2016-05-10 2090.00"])
      loan = paid(loan, `${line} due`);
    const words = wordsOf(pictureOf(contentOf([loan], "2016-06-01"), "en"));
    expect(words.filter((said) => said === "Mon")).toHaveLength(2);
  });

  it("says that it is play money only where it is", () => {
    const { playMoney } = messagesIn("en").system;
    expect(wordsOf(pictureOf(crowded, "en"))).toContain(playMoney);
    expect(wordsOf(pictureOf({ ...crowded, sandbox: false }, "en"))).not.toContain(playMoney);
  });
});

describe("its letters", () => {
  const { resolve } = createRequire(import.meta.url);
  const folder = join(dirname(resolve("@embedpdf/fonts-sc")), "../fonts");
  const fontBuffers = ["Regular", "Bold"].map((weight) =>
    readFileSync(join(folder, `NotoSansHans-${weight}.otf`)),
  );
  const font = { fontBuffers, loadSystemFonts: false, defaultFontFamily: fontFamily };
  beforeAll(() => initWasm(readFileSync(resolve("@resvg/resvg-wasm/index_bg.wasm"))));

  const drawn = (character: string): string => {
    const letter = svg("text", { x: 4, y: 30, "font-size": 28, "font-family": fontFamily }, character);
    const page = svg("svg", { xmlns: "http://www.w3.org/2000/svg", width: 40, height: 40 }, letter);
    return Buffer.from(new Resvg(svgText(page), { font }).render().pixels).toString("base64");
  };

  it("are all in the font: none is a box or a blank", () => {
    const words = locales.flatMap((locale) => [
      ...wordsOf(pictureOf(crowded, locale)),
      ...wordsOf(pictureOf(contentOf([published], "2016-02-10"), locale)),
    ]);
    const characters = new Set([...words.join(""), ..."0123456789"].filter((one) => one.trim() !== ""));
    expect(characters.size).toBeGreaterThan(80);
    // A character that no font has.
    const box = drawn("\u{10fffd}");
    const blank = drawn(" ");
    for (const character of characters) expect([box, blank], character).not.toContain(drawn(character));
  });

  it.each(locales)("fit: no two texts touch, and none leaves the picture (%s)", (locale) => {
    const picture = pictureOf(crowded, locale);
    const boxes = nodesOf(picture, "text").map((node) => {
      const alone = svgText({ ...picture, children: [node] });
      const bounds = new Resvg(alone, { font }).getBBox();
      if (!bounds) throw new Error(`nothing is drawn of ${node.children}`);
      return { said: node.children.join(""), left: bounds.x, top: bounds.y, ...edges(bounds) };
    });
    for (const box of boxes) {
      expect(box.left, box.said).toBeGreaterThanOrEqual(0);
      expect(box.right, box.said).toBeLessThanOrEqual(1080);
    }
    const touching = boxes.flatMap((one, index) =>
      boxes.slice(index + 1).flatMap((other) => (overlap(one, other) ? [`${one.said} / ${other.said}`] : [])),
    );
    expect(touching).toEqual([]);
  });

  const edges = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) => ({
    right: x + width,
    bottom: y + height,
  });
  type Box = { left: number; top: number; right: number; bottom: number };
  const overlap = (a: Box, b: Box): boolean =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
});

describe("a drawing that cannot be drawn", () => {
  it("is an error, and the next one is drawn all the same", async () => {
    await expect(drawPng(svg("nonsense", {}))).rejects.toThrow();
    const good = svg("svg", { xmlns: "http://www.w3.org/2000/svg", width: 8, height: 6 });
    expect(sizeOfPng(await drawPng(good))).toEqual({ width: 8, height: 6 });
  });
});
