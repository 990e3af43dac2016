/**
 * `npm run inspect`: a page on which a tester steps the machines. Needs no database and no network. With `-- --stately`
 * the same steps can be watched in Stately's own inspector, which does need one.
 */
import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { newId } from "../bot/clock.ts";
import { ConfigurationError } from "../bot/settings.ts";
import { machines } from "./machines.ts";
import { readPort } from "./server/read-port.ts";
import { serveInspector } from "./server/serve-inspector.ts";

const statelyInspector = "https://stately.ai/inspect";

try {
  const port = readPort(process.env);
  const { values } = parseArgs({ options: { stately: { type: "boolean" } } });
  const stately = values.stately ? statelyInspector : undefined;
  const token = randomBytes(32).toString("base64url");
  const { url, stop } = await serveInspector({
    machines,
    token,
    newId,
    stately,
    ...(port !== undefined && { port }),
  });
  process.stdout.write(`The inspector is ready: ${url}\n`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop());
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
