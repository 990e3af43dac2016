/** A worker process that sends campaigns at the usual rate: API_ROOT DATABASE. */

import { openDatabase } from "../../db/connection/connection.ts";
import { startDispatching } from "../../ops/campaigns/dispatch/start-dispatching.ts";
import { argument } from "../turns/serve-subject.ts";
import { sendingTo, usualLimit } from "./sending.ts";

const database = openDatabase({ url: argument(1), poolSize: 6 });
await startDispatching(sendingTo({ apiRoot: argument(0), database }, usualLimit().limiter));
process.send?.({ url: "none: it serves nothing" });
process.on("disconnect", () => process.exit());
