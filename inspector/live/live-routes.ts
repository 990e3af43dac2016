/**
 * Running conversations: looked at by who may, each look on the audit log. They are read-only, but for the sandbox's:
 * there the tester may write and press for the borrower, choose what partners answer, and move the clock.
 */
import { type Context, Hono } from "hono";
import { z } from "zod";
import { channelNames } from "../../bot/channels/registered.ts";
import { type Conversation, readConversation, readConversationById } from "../../bot/turn/conversation.ts";
import { recentConversations } from "../../db/conversation/recent-conversations.ts";
import { checked } from "../stepping/checked.ts";
import { CauseRefused, steppingRefusals } from "../stepping/refusals.ts";
import { actLive, deedSchema } from "./act-live.ts";
import { copyLive } from "./copy-live.ts";
import type { LiveOptions } from "./live-options.ts";
import { permitted } from "./permitted.ts";
import { viewLive } from "./view-live.ts";

const mostListed = 50;
const addressSchema = z.object({
  channel: z.enum(channelNames),
  chatId: z.string().min(1).max(200),
});

export function liveRoutes(options: LiveOptions): Hono {
  const { jobs, steering } = options;
  const app = new Hono();
  const view = (c: Context, conversation: Conversation) =>
    c.json(viewLive(conversation, { sandbox: jobs.sandbox, steering }));
  const look = async (c: Context, conversation: Conversation): Promise<void> =>
    await permitted(options, c, {
      ...{ permission: "look", action: "inspect.look" },
      details: { conversationId: conversation.id },
    });
  app.get("/live", async (c) => {
    await permitted(options, c, { permission: "look", action: "inspect.list", details: {} });
    return c.json(await recentConversations(jobs.database.orm, mostListed));
  });
  app.post("/live/find", async (c) => {
    const conversation = await findByChat(options, await c.req.json());
    await look(c, conversation);
    return view(c, conversation);
  });
  app.get("/live/:id", async (c) => {
    const conversation = await conversationOf(options, c);
    await look(c, conversation);
    return view(c, conversation);
  });
  app.get("/live/:id/copy", async (c) => {
    const conversation = await conversationOf(options, c);
    await look(c, conversation);
    return c.json({ copy: await copyLive(conversation, options) });
  });
  app.post("/live/:id", async (c) => {
    const deed = checked(deedSchema, await c.req.json());
    const conversation = await conversationOf(options, c);
    if (!jobs.sandbox) throw new CauseRefused(steppingRefusals.readOnly());
    const details = { conversationId: conversation.id, did: deed.kind };
    await permitted(options, c, { permission: "run-the-day", action: "inspect.act", details });
    await actLive(options, conversation, deed);
    return view(c, await conversationOf(options, c));
  });
  return app;
}

/** The chat's id stays in the request's body: addresses are logged. */
async function findByChat({ jobs }: LiveOptions, given: unknown): Promise<Conversation> {
  const conversation = await readConversation(jobs, checked(addressSchema, given));
  if (!conversation) throw new CauseRefused(steppingRefusals.noConversation());
  return conversation;
}

async function conversationOf({ jobs }: LiveOptions, c: Context): Promise<Conversation> {
  const id = z.uuid().safeParse(c.req.param("id"));
  const conversation = id.success ? await readConversationById(jobs, id.data) : undefined;
  if (!conversation) throw new CauseRefused(steppingRefusals.noConversation());
  return conversation;
}
