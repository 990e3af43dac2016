/** A program of its own that uses the embedded Postgres of a folder; "stop" on its input stops it properly. */
import { createInterface } from "node:readline";
import { startEmbedded } from "../../db/embedded/start-embedded.ts";

const [, , dataDir] = process.argv;
const log: string[] = [];
const embedded = await startEmbedded({
  ...(dataDir !== undefined && { dataDir }),
  log: (line) => log.push(line),
});
const { url, shared } = embedded;
console.log(JSON.stringify({ url, shared, dataDir: embedded.dataDir, log }));
for await (const word of createInterface({ input: process.stdin })) {
  if (word === "stop") await embedded.stop();
  process.exit(word === "stop" ? 0 : 1);
}
