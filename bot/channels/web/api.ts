/** The page's API: a session, messages in, history and its pictures out, and a stream that says when to read it. */
import { Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { type SSEStreamingApi, streamSSE } from "hono/streaming";
import { z } from "zod";
import type { Locale } from "../../../domain/language/languages.ts";
import type { Assistant, HistoryItem } from "../../assistant.ts";
import { messageLimit } from "../../http/body-limits.ts";
import { languageOf, refuse } from "../../http/refusals.ts";
import { DrawingsQueueFull } from "../../media/drawings-queue-full.ts";
import { renderMedium } from "../../media/render-medium.ts";
import type { Medium } from "../../messages.ts";
import { ChatQueues } from "./chat-queues.ts";
import { readMessage } from "./inbound.ts";
import { chatIdOf } from "./tokens.ts";
import type { WakeUps } from "./wake-ups.ts";

export interface ApiOptions {
  assistant: Assistant;
  wakeUps: WakeUps;
  newToken: () => string;
  heartbeatSeconds: number;
}

/** A part of what was said, oldest first. */
export interface HistoryPage {
  items: HistoryItem[];
  more: boolean;
}

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

  const queues = new ChatQueues();
  api.post("/messages", withChat, messageLimit, async (c) => {
    const body: unknown = await c.req.json().catch(() => undefined);
    const read = readMessage(body, c.var.chatId, languageOf(c));
    if (read.outcome === "refused") return refuse(c, read.reason);
    const receipt = await queues.inTurn(c.var.chatId, () => assistant.receive(read.inbound));
    return receipt ? c.json(receipt) : refuse(c, "too-many");
  });

  api.get("/history", withChat, async (c) => {
    const part = historyPart.safeParse(c.req.query());
    if (!part.success) return refuse(c, "bad-request");
    return c.json(await readPart(assistant, c.var.chatId, part.data));
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

const itemId = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional();
/** The latest items; those before an item; or those after one, the earliest of them. */
const historyPart = z
  .object({ after: itemId, before: itemId, limit: z.coerce.number().int().min(1).max(100).default(50) })
  .refine(({ after, before }) => after === undefined || before === undefined);

/** `more`: there are others, earlier ones or, after an item, later ones. */
async function readPart(
  assistant: Assistant,
  chatId: string,
  { limit, ...from }: z.infer<typeof historyPart>,
): Promise<HistoryPage> {
  const found = await assistant.history({ channel: "web", chatId }, { ...from, limit: limit + 1 });
  const items = from.after === undefined ? found.slice(-limit) : found.slice(0, limit);
  return { items, more: found.length > limit };
}

/** What stands at a place among the media of one reply in this chat. */
async function findMedium(
  assistant: Assistant,
  chatId: string,
  item: number,
  place: number,
): Promise<{ medium: Medium; locale: Locale } | undefined> {
  const [found] = await assistant.history({ channel: "web", chatId }, { after: item - 1, limit: 1 });
  if (found?.id !== item || found.message.from !== "assistant") return undefined;
  const { media = [], locale } = found.message.outbound;
  const medium = media[place];
  return medium && { medium, locale };
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
