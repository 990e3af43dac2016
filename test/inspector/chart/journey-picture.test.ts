/** docs/journey.svg is what `npm run diagram` makes of the machine as it is now. */
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { drawJourney } from "../../../inspector/chart/draw-journey.ts";
import { readChart, statesWithin } from "../../../inspector/chart/read-chart.ts";
import { journey } from "../../../machines/journey.ts";

const committed = await readFile(new URL("../../../docs/journey.svg", import.meta.url), "utf8");

describe("the picture of the journey", () => {
  it("is the one made from the machine as it is now (npm run diagram)", async () => {
    const { svg } = await drawJourney();
    expect(committed === `${svg}\n`, "docs/journey.svg is out of date: run npm run diagram").toBe(true);
  });

  it.each(statesWithin(readChart(journey).root).map(({ name, id }) => [id, name]))("names %s", (_, name) => {
    expect(committed).toContain(`>${name}</text>`);
  });

  it("names every stage of the product", () => {
    const titles = [...committed.matchAll(/<text class="title"[^>]*>([^<]*)</g)].map(([, title]) => title);
    expect(titles).toEqual([
      "journey",
      "welcoming",
      "idle",
      "locatingEntry",
      "checkingEligibility",
      "quoting",
      "confirming",
      "reminding",
      "repaying",
      "from any stage",
    ]);
  });

  it("fits a page", async () => {
    const { width } = await drawJourney();
    expect(width).toBeLessThanOrEqual(1600);
  });
});
