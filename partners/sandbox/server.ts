/** Serves the sandbox over HTTP on loopback, by the contract that a lender's services follow. */
import { timingSafeEqual } from "node:crypto";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { type OperationName, operationNames, operationRequestSchema, operations } from "../operations.ts";
import { PartnerMisuse, type PartnerOperations, type PartnerRequest, type Partners } from "../ports.ts";

export interface ServedSandbox {
  url: string;
  close(): Promise<void>;
}

function isBearer(header: string | undefined, token: string): boolean {
  const given = Buffer.from(header ?? "");
  const expected = Buffer.from(`Bearer ${token}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function mount<Name extends OperationName>(options: {
  app: Hono;
  name: Name;
  partners: PartnerOperations;
}): void {
  const { app, name, partners } = options;
  const schema = operationRequestSchema(name);
  app.post(operations[name].path, async (context) => {
    const key = context.req.header("idempotency-key");
    const body = schema.safeParse(await context.req.json().catch(() => undefined));
    if (!key || !body.success) return context.text("", 400);
    return context.json(await partners[name]({ ...body.data, key } as PartnerRequest<Name>));
  });
}

/** 401 without the token, 400 without a key or with a request outside the contract, 422 what the partner will not do. */
function sandboxApp(options: { partners: Partners; token: string }): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    if (!isBearer(context.req.header("authorization"), options.token)) return context.text("", 401);
    return next();
  });
  app.onError((error, context) => context.text("", error instanceof PartnerMisuse ? 422 : 500));
  for (const name of operationNames) mount({ app, name, partners: options.partners });
  return app;
}

/**
 * Listens on loopback, for a lender's engineers to try their own client against, and for the contract suite. Port 0 takes
 * a free one.
 */
export function serveSandbox(options: {
  partners: Partners;
  token: string;
  port: number;
}): Promise<ServedSandbox> {
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch: sandboxApp(options).fetch, hostname: "127.0.0.1", port: options.port },
      (address: AddressInfo) =>
        resolve({
          url: `http://127.0.0.1:${address.port}`,
          close: () => new Promise((done) => server.close(() => done())),
        }),
    );
    server.once("error", reject);
  });
}
