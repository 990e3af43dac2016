/**
 * A process of its own that runs jobs as the bot does, with a partner that never answers: it says "asked" once it has
 * asked for the borrower's card. Killed with -9, it leaves what it left.
 *
 *     tsx test/turn/failures/working-process.ts <database url>
 */
import { startWorker } from "../../../bot/jobs/start-worker.ts";
import { openDatabase } from "../../../db/connection/connection.ts";
import { testAssistant } from "../../support/test-assistant.ts";

const [url = ""] = process.argv.slice(2);
const database = openDatabase({ url, poolSize: 3 });
const { jobs } = await testAssistant({
  ...{ database, series: 7 },
  partners: (sandbox) => ({
    ...sandbox,
    findCard: () => {
      console.log("asked");
      return new Promise(() => {});
    },
  }),
});
await startWorker({ deps: jobs, concurrency: 1 });
