/**
 * A process of its own that talks: it takes one `Inbound` a line as JSON, and says "received" once it is handled
 * and what followed is done. Killed with -9, it leaves what it left.
 *
 *     tsx test/turn/failures/talking-process.ts <database url> <series of ids>
 */
import { createInterface } from "node:readline";
import type { Inbound } from "../../../bot/messages.ts";
import { openDatabase } from "../../../db/connection/connection.ts";
import { runDueJobs } from "../../support/jobs.ts";
import { testAssistant } from "../../support/test-assistant.ts";

const [url = "", series = "0"] = process.argv.slice(2);
const database = openDatabase({ url, poolSize: 3 });
const { assistant, jobs } = await testAssistant({ database, series: Number(series) });
console.log("ready");
for await (const line of createInterface({ input: process.stdin })) {
  await assistant.receive(JSON.parse(line) as Inbound);
  console.log("received");
  await runDueJobs(jobs);
  console.log("settled");
}
await database.close();
