import { createServer, type Server } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { listen } from "../../../bot/http/listen.ts";

const host = "127.0.0.1";

describe("the port of the page", () => {
  const servers: Server[] = [];
  const server = () => {
    const made = createServer();
    servers.push(made);
    return made;
  };
  afterEach(() => Promise.all(servers.splice(0).map((each) => new Promise((closed) => each.close(closed)))));

  it("is the next free one when the usual one is taken", async () => {
    const first = await listen(server(), host);
    const second = await listen(server(), host);
    expect(first).toBeGreaterThanOrEqual(3000);
    expect(second).toBeGreaterThan(first);
  });

  it("is the configured one or none", async () => {
    const taken = await listen(server(), host, 0);
    await expect(listen(server(), host, taken)).rejects.toThrow(/^PORT is taken/);
  });
});
