/**
 * Running conversations: looked at by who may, each look on the audit log. They are read-only, but for the sandbox's:
 * there the tester may write and press for the borrower, and move the clock.
 */
import { type Context, Hono } from "hono";
import { z } from "zod";
import type { Composition } from "../../bot/compose.ts";
import type { Inbound } from "../../bot/messages.ts";
import type { Conversation } from "../../bot/turn/conversation.ts";
import { readConversationById } from "../../bot/turn/conversation.ts";
import { setClock } from "../../bot/turn/set-clock.ts";
import { recordAudit } from "../../db/audit.ts";
import { recentConversations } from "../../db/recent-conversations.ts";
import { chooseOperator, mayDo, type Operator, type Permission } from "../../ops/desk/operators.ts";
import { OpsError } from "../../ops/desk/ops-error.ts";
import { CauseRefused } from "../stepping/world.ts";
import { viewLive } from "./view-live.ts";

export interface LiveOptions extends Composition {
  /** Names the operators and the one who acts where the page does not say (JIEDAO_OPERATORS, JIEDAO_OPERATOR). */
  env: Readonly<Record<string, string | undefined>>;
  newId: () => string;
}

const mostListed = 50;
const done = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: z.string().min(1).max(4096) }),
  z.object({ kind: z.literal("button"), buttonId: z.string().max(64) }),
  z.object({ kind: z.literal("clock"), to: z.iso.datetime({ offset: true }) }),
]);
type Done = z.infer<typeof done>;

export function liveRoutes(options: LiveOptions): Hono {
  const { jobs } = options;
  const app = new Hono();
  app.get("/live", async (c) => {
    await permitted(options, c, { permission: "look", action: "inspect.list", details: {} });
    return c.json(await recentConversations(jobs.database.orm, mostListed));
  });
  app.get("/live/:id", async (c) => {
    const conversation = await conversationOf(options, c);
    const details = { conversationId: conversation.id };
    await permitted(options, c, { permission: "look", action: "inspect.look", details });
    return c.json(viewLive(conversation, jobs.sandbox));
  });
  app.post("/live/:id", async (c) => {
    const act = done.parse(await c.req.json());
    const conversation = await conversationOf(options, c);
    if (!jobs.sandbox)
      throw new CauseRefused("this is a real person's conversation: it can be looked at only");
    const details = { conversationId: conversation.id, did: act.kind };
    await permitted(options, c, { permission: "run-the-day", action: "inspect.act", details });
    await perform(options, conversation, act);
    return c.json(viewLive(await conversationOf(options, c), jobs.sandbox));
  });
  return app;
}

async function conversationOf({ jobs }: LiveOptions, c: Context): Promise<Conversation> {
  const id = z.uuid().safeParse(c.req.param("id"));
  const conversation = id.success ? await readConversationById(jobs, id.data) : undefined;
  if (!conversation) throw new CauseRefused("there is no such conversation");
  return conversation;
}

interface Deed {
  permission: Permission;
  action: string;
  details: Record<string, unknown>;
}

/** On record before it is done, and also when it is refused. */
async function permitted({ jobs, env }: LiveOptions, c: Context, deed: Deed): Promise<void> {
  const operator = operatorOf(env, c.req.header("x-operator"));
  const may = mayDo(operator, deed.permission);
  const { action, details } = deed;
  const outcome = may ? "done" : "refused";
  await recordAudit(jobs.database.orm, { operator: operator.name, action, details, outcome });
  if (!may)
    throw new CauseRefused(`${operator.name} may not do this: it takes the permission ${deed.permission}`);
}

function operatorOf(env: LiveOptions["env"], named: string | undefined): Operator {
  try {
    return chooseOperator(env, named || undefined).operator;
  } catch (error) {
    if (error instanceof OpsError) throw new CauseRefused(error.message);
    throw error;
  }
}

async function perform({ assistant, jobs, newId }: LiveOptions, to: Conversation, act: Done): Promise<void> {
  const { channel, chatId, senderId } = to;
  const from = { channel, chatId, senderId, messageId: newId() };
  if (act.kind === "clock") {
    const inbound: Inbound = { ...from, kind: "unreadable" };
    return await setClock(jobs, { inbound, now: act.to });
  }
  const inbound: Inbound =
    act.kind === "text"
      ? { ...from, kind: "text", text: act.text }
      : { ...from, kind: "button", buttonId: act.buttonId };
  await assistant.receive(inbound);
}
