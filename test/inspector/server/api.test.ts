/** Who may ask the inspector's API, and what its page tells a stranger. */

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { doorsFor } from "../../../bot/http/guard.ts";
import { machines } from "../../../inspector/machines.ts";
import { inspectorApp } from "../../../inspector/server/inspector-app.ts";
import { type ServedInspector, serveInspector } from "../../../inspector/server/serve-inspector.ts";
import { countingIds } from "../../support/counting-ids.ts";

const token = "a-token-for-tests-of-forty-three-characters";

describe("the inspector's API", () => {
  let inspector: ServedInspector;
  let base: string;
  beforeAll(async () => {
    inspector = await serveInspector({ machines, token, newId: countingIds(2), port: 0 });
    base = new URL(inspector.url).origin;
  });
  afterAll(() => inspector.stop());

  const ask = (headers: Record<string, string>) => fetch(`${base}/inspector/api/machines`, { headers });

  it("answers who has the token, from its own page alone", async () => {
    const bearer = `Bearer ${token}`;
    expect((await ask({ authorization: bearer })).status).toBe(200);
    expect((await ask({})).status).toBe(401);
    expect((await ask({ authorization: `Bearer ${"x".repeat(token.length)}` })).status).toBe(401);
    expect((await ask({ authorization: bearer, origin: "https://example.com" })).status).toBe(403);
  });

  it("refuses another host's name that was pointed here, though it brings the token", async () => {
    const app = inspectorApp({
      machines,
      doors: doorsFor("127.0.0.1"),
      token,
      newId: countingIds(3),
      channels: [],
    });
    const status = async (host: string) => {
      const headers = { host, authorization: `Bearer ${token}` };
      return (await app.request(`http://${host}/api/machines`, { headers })).status;
    };
    expect([await status("rebound.example"), await status("127.0.0.1:3000")]).toEqual([421, 200]);
  });

  it("shows the page to anyone on this machine, without any data or the token in it", async () => {
    const page = await fetch(`${base}/inspector`);
    expect(page.status).toBe(200);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await page.text()).not.toContain(token);
  });
});
