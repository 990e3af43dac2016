/** The page's API: a session, messages in, history and its pictures out, and a stream that says when to read it. */
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import { type SSEStreamingApi, streamSSE } from "hono/streaming";
import type { Assistant } from "../assistant.ts";
import { DrawingsQueueFull } from "../media/drawings-queue-full.ts";
import { renderMedium } from "../media/render-medium.ts";
import type { Locale, Medium } from "../messages.ts";
import { readMessage } from "./inbound.ts";
import { languageOf, refuse } from "./refusals.ts";
import { chatIdOf } from "./tokens.ts";
import type { WakeUps } from "./wake-ups.ts";

export interface ApiOptions {
  assistant: Assistant;
  wakeUps: WakeUps;
  newToken: () => string;
  heartbeatSeconds: number;
}

/** Room for the longest text in JSON's worst escaping. */
const largestBody = 32 * 1024;

interface Env {
  Variables: { chatId: string };
}

const withChat = createMiddleware<Env>(async (c, next) => {
  const chatId = chatIdOf(c.req.header("authorization"));
  if (chatId === undefined) return refuse(c, "no-session");
  c.set("chatId", chatId);
  return next();
});

export function createApi({ assistant, wakeUps, newToken, heartbeatSeconds }: ApiOptions): Hono<Env> {
  const api = new Hono<Env>();
  api.use(async (c, next) => {
    await next();
    c.header("Cache-Control", "no-store");
  });
  api.post("/session", (c) => c.json({ token: newToken() }, 201));

  const limited = bodyLimit({ maxSize: largestBody, onError: refuseBody });
  api.post("/messages", withChat, limited, async (c) => {
    const body: unknown = await c.req.json().catch(() => undefined);
    const read = readMessage(body, c.var.chatId, languageOf(c));
    if (read.outcome === "refused") return refuse(c, read.reason);
    return c.json(await assistant.receive(read.inbound));
  });

  api.get("/history", withChat, async (c) => {
    const after = Number(c.req.query("after") ?? 0);
    if (!Number.isSafeInteger(after) || after < 0) return refuse(c, "bad-request");
    const items = await assistant.history({ channel: "web", chatId: c.var.chatId }, after);
    return c.json({ items });
  });

  api.get("/media/:item/:place", withChat, async (c) => {
    const [item, place] = [Number(c.req.param("item")), Number(c.req.param("place"))];
    if (![item, place].every((part) => Number.isSafeInteger(part) && part >= 0))
      return refuse(c, "bad-request");
    const found = await findMedium(assistant, c.var.chatId, item, place);
    if (!found) return refuse(c, "not-found");
    const bytes = await renderMedium(found.medium, found.locale).catch(orQueueFull);
    if (!bytes) return refuse(c, "drawing-busy");
    return c.body(bytes, 200, {
      "Content-Type": found.medium.mimeType,
      "Content-Disposition": `attachment; filename="${found.medium.name}"`,
    });
  });

  api.get("/events", withChat, (c) =>
    streamSSE(c, (stream) => streamWakeUps(stream, wakeUps, c.var.chatId, heartbeatSeconds)),
  );
  return api;
}

function orQueueFull(error: unknown): undefined {
  if (!(error instanceof DrawingsQueueFull)) throw error;
}

/** What stands at a place among the media of one reply in this chat. */
async function findMedium(
  assistant: Assistant,
  chatId: string,
  item: number,
  place: number,
): Promise<{ medium: Medium; locale: Locale } | undefined> {
  const [found] = await assistant.history({ channel: "web", chatId }, item - 1, 1);
  if (found?.id !== item || found.message.from !== "assistant") return undefined;
  const { media = [], locale } = found.message.outbound;
  const medium = media[place];
  return medium && { medium, locale };
}

/** The rest of the body is not read: the connection cannot be used again. */
function refuseBody(c: Context): Response {
  c.header("Connection", "close");
  return refuse(c, "too-long");
}

/** Says "ready" at once, "wake" when there is something to read, "beat" so that silence means a lost connection. */
function streamWakeUps(
  stream: SSEStreamingApi,
  wakeUps: WakeUps,
  chatId: string,
  heartbeatSeconds: number,
): Promise<void> {
  return new Promise((ended) => {
    const say = (event: string) => void stream.writeSSE({ event, data: "" });
    const heartbeat = setInterval(say, heartbeatSeconds * 1000, "beat");
    const stopWaiting = wakeUps.wait(chatId, { wake: () => say("wake"), end });
    stream.onAbort(end);
    say("ready");
    function end(): void {
      clearInterval(heartbeat);
      stopWaiting();
      ended();
    }
  });
}
