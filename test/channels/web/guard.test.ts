import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestMessenger, type TestMessenger } from "./test-messenger.ts";

interface Answer {
  status: number | undefined;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** `fetch` sets Host and Origin itself; this sends them as told. */
function ask(
  messenger: TestMessenger,
  path: string,
  headers: Record<string, string>,
  method = "GET",
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port: messenger.web.port, path, headers, method }, (answer) => {
      let body = "";
      answer.setEncoding("utf8").on("data", (chunk: string) => {
        body += chunk;
      });
      answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, body }));
    });
    sent.on("error", reject).end();
  });
}

describe("who may talk to the web messenger", () => {
  let local: TestMessenger;
  let published: TestMessenger;
  beforeAll(async () => {
    [local, published] = await Promise.all([
      startTestMessenger({
        extraRoutes: (app) => void app.post("/telegram", (c) => c.text("webhook")),
      }),
      startTestMessenger({ publicUrl: "https://jiedao.example" }),
    ]);
  });
  afterAll(() => Promise.all([local.close(), published.close()]));

  it.each(["localhost", "localhost:3000", "127.0.0.1:8080", "[::1]:3000"])(
    "answers under the loopback name %s",
    async (host) => {
      expect(await ask(local, "/", { host })).toMatchObject({ status: 200 });
    },
  );

  it.each([
    "jiedao.example",
    "127.0.0.1.attacker.example",
    "attacker.example:3000",
    "localhost.attacker.example",
  ])("does not answer under the name %j", async (host) => {
    for (const path of ["/", "/page.js", "/api/history"]) {
      expect(await ask(local, path, { host })).toMatchObject({ status: 421 });
    }
  });

  it("answers under its public name once that is configured", async () => {
    const host = "jiedao.example";
    expect(await ask(published, "/", { host })).toMatchObject({ status: 200 });
    const session = await ask(published, "/api/session", { host, origin: "https://jiedao.example" }, "POST");
    expect(session).toMatchObject({ status: 201 });
  });

  it("accepts its public page behind a proxy that rewrites the host", async () => {
    const headers = { host: "127.0.0.1:3000", origin: "https://jiedao.example" };
    expect(await ask(published, "/api/session", headers, "POST")).toMatchObject({ status: 201 });
  });

  it.each(["https://attacker.example", "null", "http://localhost:9999", "http://127.0.0.1:3000"])(
    "refuses a request from the page of %s",
    async (origin) => {
      const answer = await ask(local, "/api/session", { host: "localhost:3000", origin }, "POST");
      expect(answer).toMatchObject({ status: 403 });
      expect(JSON.parse(answer.body)).toMatchObject({ code: "foreign-page" });
    },
  );

  it("accepts its own page", async () => {
    const headers = {
      host: "localhost:3000",
      origin: "http://localhost:3000",
      "sec-fetch-site": "same-origin",
    };
    expect(await ask(local, "/api/session", headers, "POST")).toMatchObject({ status: 201 });
  });

  it("may be linked to from another site, but not called from it", async () => {
    const headers = { host: "localhost:3000", "sec-fetch-site": "cross-site" };
    expect(await ask(local, "/", headers)).toMatchObject({ status: 200 });
    expect(await ask(local, "/api/session", headers, "POST")).toMatchObject({ status: 403 });
  });

  it("leaves other callers' routes to their own checks", async () => {
    const answer = await ask(local, "/telegram", { host: "10.0.0.7" }, "POST");
    expect(answer).toMatchObject({ status: 200, body: "webhook" });
  });

  it("answers what does not exist with a sentence", async () => {
    const answer = await ask(local, "/nothing", { host: "localhost", "accept-language": "en" });
    expect(answer.status).toBe(404);
    expect(JSON.parse(answer.body)).toMatchObject({ code: "not-found" });
  });
});

describe("the page's files", () => {
  let messenger: TestMessenger;
  beforeAll(async () => {
    messenger = await startTestMessenger();
  });
  afterAll(() => messenger.close());
  const files = ["/", "/page.js", "/page.css", "/icon.svg"];

  it("allow nothing but themselves to run, to be framed or to be fetched", async () => {
    for (const path of files) {
      const { headers } = await fetch(messenger.url + path);
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain("unsafe");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
    }
  });

  it("name no address outside", async () => {
    for (const path of files) {
      const text = await (await fetch(messenger.url + path)).text();
      const addresses = text.match(/https?:\/\/[\w.-]+|[^:]\/\/[a-z][\w-]*\.\w+/g) ?? [];
      expect(addresses.filter((address) => address !== "http://www.w3.org")).toEqual([]);
    }
  });

  it("are asked for again only when they have changed", async () => {
    for (const path of files) {
      const first = await fetch(messenger.url + path);
      const etag = first.headers.get("etag") ?? "";
      const second = await fetch(messenger.url + path, { headers: { "If-None-Match": etag } });
      expect([first.status, second.status]).toEqual([200, 304]);
    }
  });
});
