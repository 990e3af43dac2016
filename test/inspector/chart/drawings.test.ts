/** The charts as they are drawn in the page: nothing overlaps, nothing is cut. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { browserNote, hasBrowser } from "../../channels/web/browser.ts";
import { tester } from "../page/tester.ts";

describe.skipIf(!hasBrowser)(`the drawings${browserNote}`, { timeout: 180_000 }, () => {
  const { open } = tester();

  interface Written {
    words: string;
    figure: number;
    box: { left: number; right: number; top: number; bottom: number };
    ground: { left: number; right: number };
  }
  const writtenOn = (page: Page): Promise<Written[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll(".figure-frame svg")].flatMap((svg, figure) =>
        [...svg.querySelectorAll("text")].map((text) => ({
          ...{ words: text.textContent ?? "", figure },
          ...{ box: text.getBoundingClientRect().toJSON(), ground: svg.getBoundingClientRect().toJSON() },
        })),
      ),
    );
  const touch = (one: Written, other: Written): boolean =>
    one.figure === other.figure &&
    Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left) > 1 &&
    Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top) > 3;

  /** Pairs of texts in one figure that touch, and texts that stick out of it. */
  async function crowded(page: Page): Promise<string[]> {
    const written = await writtenOn(page);
    expect(written.length).toBeGreaterThan(5);
    const cut = written.filter(({ box, ground }) => box.left < ground.left || box.right > ground.right);
    const over = written.flatMap((one, index) =>
      written
        .slice(index + 1)
        .filter((other) => touch(one, other))
        .map((other) => `${one.words} over ${other.words}`),
    );
    return [...cut.map(({ words }) => `${words} is cut`), ...over];
  }

  it.each(["journey", "loan"])(
    "draws the %s without overlap or cut, with names and with everything",
    async (machine) => {
      const { page } = await open();
      await page.locator("#machine").selectOption(machine);
      await page
        .locator(`[data-figure="${machine} anywhere"], [data-figure="${machine}"], [data-figure]`)
        .first()
        .waitFor();
      expect(await crowded(page)).toEqual([]);
      await page.locator("#full").check();
      await page.locator(".figure-frame text", { hasText: "[" }).first().waitFor();
      expect(await crowded(page)).toEqual([]);
    },
  );
});
