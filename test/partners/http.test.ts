import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { httpPartners } from "../../partners/http/partners.ts";
import { operationNames, operations } from "../../partners/operations.ts";
import { PartnerMisuse, PartnerUnavailable } from "../../partners/ports.ts";
import { sandboxPartners } from "../../partners/sandbox/partners.ts";
import { serveSandbox } from "../../partners/sandbox/server.ts";
import { partnersContract, personaByName } from "./contract.ts";

const once = { attempts: 1, backoffMs: 1, failuresToOpen: 100, openMs: 60_000 };
const token = "a-token";

partnersContract("HTTP clients against the served sandbox", async () => {
  const partners = sandboxPartners({ personaOf: personaByName, production: false });
  const { url, close } = await serveSandbox({ partners, token, port: 0 });
  return { partners: httpPartners({ baseUrl: url, token, timeoutMs: 5000 }), close };
});

const call = { key: "key-1", borrowerId: "ordinary", at: "2026-11-10T10:00:00+08:00" };
const collection = {
  ...call,
  loanId: "l",
  repaymentId: "r",
  amount: "100.00",
  rail: "balance" as const,
  maximumFee: "0.00",
};

const everyAnswer = operationNames.flatMap((name) =>
  Object.entries<{ example: unknown }>(operations[name].answers).map(
    ([answer, { example }]) => [name, answer, example] as const,
  ),
);

describe("HTTP partners", () => {
  let close: (() => void) | undefined;
  afterEach(() => close?.());

  /** A lender's service that misbehaves as told; counts the requests. */
  async function service(listener: RequestListener, resilience = once, timeoutMs = 5000) {
    let requests = 0;
    const server = createServer((request, response) => {
      requests += 1;
      listener(request, response);
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    close = () => {
      server.closeAllConnections();
      server.close();
    };
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/base/`;
    return {
      partners: httpPartners({ baseUrl, token, timeoutMs, resilience }),
      ...{ baseUrl, requests: () => requests },
    };
  }
  const answering = (status: number, body: string) =>
    service((_request, response) => response.writeHead(status).end(body));

  it("sends the key, the token and the request as JSON to the contract's path", async () => {
    let seen: unknown;
    const { partners } = await service((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const { method, url, headers } = request;
        const body: unknown = JSON.parse(Buffer.concat(chunks).toString());
        seen = { method, url, key: headers["idempotency-key"], auth: headers.authorization, body };
        response.end('{"outcome":"collected","reference":"R-1","fee":"0.00"}');
      });
    });
    await partners.collect(collection);
    const { key, ...body } = collection;
    expect(seen).toEqual({ method: "POST", url: "/base/v1/collections", key, auth: "Bearer a-token", body });
  });

  it.each(everyAnswer)("hands %s answered with %s over as a value", async (name, _answer, example) => {
    const { partners } = await answering(200, JSON.stringify(example));
    expect(await partners[name](collection as never)).toEqual(example);
  });

  it.each([408, 409, 425, 429, 500, 502, 503])("%i: try again later", async (status) => {
    const { partners } = await answering(status, "");
    await expect(partners.collect(collection)).rejects.toThrow(PartnerUnavailable);
  });

  it.each([400, 401, 403, 404, 422, 204])("%i: our fault, not tried twice", async (status) => {
    const { partners, requests } = await service((_request, response) => response.writeHead(status).end(), {
      ...once,
      attempts: 3,
    });
    await expect(partners.collect(collection)).rejects.toThrow(PartnerMisuse);
    expect(requests()).toBe(1);
  });

  it.each([
    ["not JSON", "<html>"],
    ["an outcome that is not in the contract", '{"outcome":"perhaps"}'],
    ["money as a number", '{"outcome":"collected","reference":"R-1","fee":0}'],
  ])("an answer that is nonsense (%s): try again later", async (_story, body) => {
    const { partners } = await answering(200, body);
    await expect(partners.collect(collection)).rejects.toThrow(PartnerUnavailable);
  });

  it("no answer in time: try again later", async () => {
    const { partners } = await service(() => undefined, once, 50);
    await expect(partners.verifyFace(call)).rejects.toThrow(PartnerUnavailable);
  });

  it("waits as long as the table of operations says, where no other time is set", async () => {
    const waited = vi.spyOn(AbortSignal, "timeout");
    const { baseUrl } = await answering(200, '{"outcome":"matched"}');
    await httpPartners({ baseUrl, token, resilience: once }).verifyFace(call);
    expect(waited.mock.calls).toEqual([[operations.verifyFace.withinSeconds * 1000]]);
    waited.mockRestore();
  });

  it("nobody listening: try again later", async () => {
    const { partners } = await answering(200, "");
    close?.();
    await expect(partners.verifyFace(call)).rejects.toThrow(PartnerUnavailable);
  });

  it("does not follow a redirect with the token in hand", async () => {
    const { partners, requests } = await service((_request, response) =>
      response.writeHead(307, { location: "/elsewhere" }).end(),
    );
    await expect(partners.verifyFace(call)).rejects.toThrow(PartnerUnavailable);
    expect(requests()).toBe(1);
  });

  it("tries a passing fault again with the same key", async () => {
    const keys: unknown[] = [];
    const { partners } = await service(
      (request, response) => {
        keys.push(request.headers["idempotency-key"]);
        response.writeHead(keys.length === 1 ? 503 : 200).end('{"outcome":"matched"}');
      },
      { ...once, attempts: 2 },
    );
    expect(await partners.verifyFace(call)).toEqual({ outcome: "matched" });
    expect(keys).toEqual(["key-1", "key-1"]);
  });

  it("leaves a partner alone after repeated failures", async () => {
    const { partners, requests } = await service((_request, response) => response.writeHead(503).end(), {
      ...once,
      failuresToOpen: 2,
    });
    for (let turn = 0; turn < 5; turn += 1) {
      await expect(partners.verifyFace(call)).rejects.toThrow(PartnerUnavailable);
    }
    expect(requests()).toBe(2);
  });

  it("carries nothing personal in an error", async () => {
    const { partners } = await answering(500, "13800138000 李雷");
    const error = await partners.verifyFace({ ...call, borrowerId: "borrower-77" }).catch((e) => e);
    expect(`${error.message} ${error.stack} ${String(error.cause)}`).not.toMatch(/1380|李雷|borrower-77/);
  });
});

describe("the served sandbox", () => {
  const post = async (headers: Record<string, string>, body: string) => {
    const partners = sandboxPartners({ personaOf: personaByName, production: false });
    const { url, close } = await serveSandbox({ partners, token, port: 0 });
    try {
      return (await fetch(`${url}/v1/collections/status`, { method: "POST", headers, body })).status;
    } finally {
      await close();
    }
  };
  const authorization = `Bearer ${token}`;
  const { key: _key, ...body } = { ...call, reference: "nonsense" };

  it("refuses what is outside the contract", async () => {
    const good = { authorization, "idempotency-key": "k" };
    expect(await post({ "idempotency-key": "k" }, JSON.stringify(body))).toBe(401);
    expect(await post({ ...good, authorization: "Bearer other-tok" }, JSON.stringify(body))).toBe(401);
    expect(await post({ authorization }, JSON.stringify(body))).toBe(400);
    expect(await post(good, "{")).toBe(400);
    expect(await post(good, JSON.stringify({ ...body, at: "today" }))).toBe(400);
    expect(await post(good, JSON.stringify(body))).toBe(422);
  });
});
