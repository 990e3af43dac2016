import { journey } from "../../machines/journey.ts";
import { type ChartPicture, drawChart } from "./draw-chart.ts";
import { readChart } from "./read-chart.ts";

/** The picture of docs/architecture.md. */
export const drawJourney = (): Promise<ChartPicture> =>
  drawChart(readChart(journey), { title: "The journey", detail: "names", maxWidth: 1500, home: "idle" });
