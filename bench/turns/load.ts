/** Posts updates to a webhook, so many at a time, each chat's one after the other. */
import { Agent, request } from "node:http";
import type { Round } from "./report.ts";

export interface LoadOptions {
  url: string;
  secret: string;
  chats: number;
  /** Each subject has chats of its own. */
  firstChat: number;
  updates: number;
  concurrency: number;
  /** The first update's id: none is used twice. */
  firstId: number;
}

export async function load(options: LoadOptions): Promise<Round> {
  const agent = new Agent({ keepAlive: true, maxSockets: options.concurrency });
  const latencies: number[] = [];
  let next = 0;
  const started = performance.now();
  const sender = async (): Promise<void> => {
    for (let index = next++; index < options.updates; index = next++) {
      const before = performance.now();
      await post(agent, options, index);
      latencies.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: options.concurrency }, sender));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  latencies.sort((a, b) => a - b);
  const at = (share: number): number => latencies[Math.floor(latencies.length * share)] ?? Number.NaN;
  return { rate: options.updates / seconds, p50: at(0.5), p99: at(0.99) };
}

function post(
  agent: Agent,
  { url, secret, chats, firstChat, firstId }: LoadOptions,
  index: number,
): Promise<void> {
  const chat = firstChat + (index % chats);
  const id = firstId + index;
  const person = { id: chat, is_bot: false, first_name: "B", language_code: "zh-hans" };
  const message = {
    message_id: id,
    date: 1_700_000_000,
    chat: { id: chat, type: "private", first_name: "B" },
    from: person,
    text: "你好",
  };
  const body = JSON.stringify({ update_id: id, message });
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        agent,
        method: "POST",
        headers: {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(body),
          "x-telegram-bot-api-secret-token": secret,
        },
      },
      (response) => {
        response.resume();
        response.on("end", () => {
          if (response.statusCode === 200) resolve();
          else reject(new Error(`the subject answered ${response.statusCode}`));
        });
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}
