/** Serves the sandbox over HTTP on loopback, by the contract that a lender's services follow. */
import { timingSafeEqual } from "node:crypto";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import {
  type OperationAnswer,
  type OperationName,
  type OperationRequest,
  operations,
} from "../http/contract.ts";
import { type PartnerCall, PartnerMisuse, type Partners } from "../ports.ts";

export interface ServedSandbox {
  url: string;
  close(): Promise<void>;
}

type Keyed<Request> = Request & Pick<PartnerCall, "key">;
type Handlers = {
  [Name in OperationName]: (call: Keyed<OperationRequest<Name>>) => Promise<OperationAnswer<Name>>;
};

function handlersOf({ identity, bureau, payments, sms }: Partners): Handlers {
  return {
    verifyName: (call) => identity.verifyName(call),
    verifyFace: (call) => identity.verifyFace(call),
    report: (call) => bureau.report(call),
    boundCard: async (call) => ({ card: (await payments.boundCard(call)) ?? null }),
    payOut: (call) => payments.payOut(call),
    collect: (call) => payments.collect(call),
    collection: (call) => payments.collection(call),
    sendSms: (call) => sms.send(call),
  };
}

function isBearer(header: string | undefined, token: string): boolean {
  const given = Buffer.from(header ?? "");
  const expected = Buffer.from(`Bearer ${token}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function mount<Name extends OperationName>(options: { app: Hono; name: Name; handlers: Handlers }): void {
  const { app, name, handlers } = options;
  app.post(operations[name].path, async (context) => {
    const key = context.req.header("idempotency-key");
    const body = operations[name].request.safeParse(await context.req.json().catch(() => undefined));
    if (!key || !body.success) return context.text("", 400);
    const request = body.data as OperationRequest<Name>;
    return context.json(await handlers[name]({ ...request, key }));
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
  const handlers = handlersOf(options.partners);
  for (const name of Object.keys(operations) as OperationName[]) mount({ app, name, handlers });
  return app;
}

/** Port 0 takes a free one. */
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
