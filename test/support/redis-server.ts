/** A redis-server of a test's own, where the machine has one: to be made a replica, to be promoted, to be stopped. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { Redis } from "ioredis";

export interface OwnRedis {
  port: number;
  /** Straight to it. */
  client: Redis;
  stop(): Promise<void>;
}

export const hasRedisServer = spawnSync("redis-server", ["--version"]).status === 0;

/** Keeps nothing on disk. `extra`: more of its options, as on its command line. */
export async function startRedis(...extra: string[]): Promise<OwnRedis> {
  const port = await freePort();
  const options = ["--port", `${port}`, "--bind", "127.0.0.1", "--save", "", "--dir", tmpdir(), ...extra];
  const server = spawn("redis-server", options, { stdio: "ignore" });
  const client = new Redis(port, "127.0.0.1", { retryStrategy: () => 50 });
  client.on("error", () => {});
  await client.ping();
  return { port, client, stop: () => stop(server, client) };
}

async function stop(server: ChildProcess, client: Redis): Promise<void> {
  client.disconnect();
  const ended = once(server, "exit");
  server.kill();
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
