/**
 * A channel that add-a-channel.test.ts puts into bot/channels/stub/ of a copy: a messenger that is told of replies by
 * POST, and posts what people say.
 */
import type { Hono } from "hono";
import { z } from "zod";
import type { Channel, ChannelCapabilities, Delivery, DeliveryResult } from "../../bot/channels/channel.ts";
import { defineChannel } from "../../bot/channels/define-channel.ts";
import { address } from "../../bot/settings.ts";

const capabilities: ChannelCapabilities = {
  ...{ delivery: "pushed", writesFirst: "borrower", edits: false, formatting: "plain" },
  ...{ textLength: 2000, buttonBytes: 128, perChatASecond: 5 },
  media: [],
};

class StubChannel implements Channel {
  readonly name = "stub";
  readonly capabilities = capabilities;
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async deliver({ address: { chatId }, outbound }: Delivery): Promise<DeliveryResult> {
    const { text, buttons } = outbound;
    const body = JSON.stringify({ chat: chatId, text, buttons: buttons.flat() });
    const { status } = await fetch(this.#url, { method: "POST", body });
    if (status === 410) return { outcome: "unreachable", reason: "blocked" };
    if (status === 429) return { outcome: "later", afterSeconds: 7, reason: "slower", shown: "flood" };
    if (status !== 200) throw new Error(`the messenger refused a reply (${status})`);
    return { outcome: "sent" };
  }
}

const saidSchema = z.object({
  chat: z.string(),
  id: z.string(),
  text: z.string().optional(),
  pressed: z.string().optional(),
});

export const stub = defineChannel({
  name: "stub",
  capabilities,
  variables: { STUB_URL: address.optional(), STUB_SECRET: z.string().min(8).optional() },
  check({ STUB_URL: url, STUB_SECRET: secret }, _settings, refuse) {
    if (url && !secret) refuse("STUB_SECRET", "is needed with STUB_URL");
  },
  connect: ({ STUB_URL: url, STUB_SECRET: secret }) =>
    url === undefined
      ? undefined
      : {
          open: () => new StubChannel(url),
          receive: ({ assistant }) => ({
            routes(app: Hono) {
              app.post("/stub", async (c) => {
                if (c.req.header("authorization") !== secret) return c.body(null, 401);
                const { chat, id, text = "", pressed } = saidSchema.parse(await c.req.json());
                const from = { channel: "stub", chatId: chat, senderId: chat, messageId: id };
                await assistant.receive(
                  pressed === undefined
                    ? { ...from, kind: "text", text }
                    : { ...from, kind: "button", buttonId: pressed },
                );
                return c.body(null, 200);
              });
            },
          }),
        },
});
