/** Serves one subject on loopback, in its own process, until its parent goes. */
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";

export const secret = "bench-secret-bench-secret";
export const token = `1:${"b".repeat(35)}`;
export const webhookPath = "/telegram/webhook";

export function argument(index: number): string {
  const value = process.argv[index + 2];
  if (!value) throw new Error("this file is started by bench/turns/main.ts");
  return value;
}

export function serveSubject(routes: (app: Hono) => void): void {
  const app = new Hono();
  routes(app);
  const server = createServer(getRequestListener(app.fetch));
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    if (address && typeof address === "object")
      process.send?.({ url: `http://127.0.0.1:${address.port}${webhookPath}` });
  });
  process.on("disconnect", () => process.exit());
}
