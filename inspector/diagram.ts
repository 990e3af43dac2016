/** `npm run diagram`: draws the journey into docs/journey.svg, from the machine itself. */
import { writeFile } from "node:fs/promises";
import { drawJourney } from "./chart/draw-journey.ts";

const { svg, width, height } = await drawJourney();
await writeFile(new URL("../docs/journey.svg", import.meta.url), `${svg}\n`);
process.stdout.write(`docs/journey.svg: ${width} x ${height}\n`);
