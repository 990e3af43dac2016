import { type Context, Hono } from "hono";
import { z } from "zod";
import { findMachine, type InspectedMachines } from "../registry/inspected-machine.ts";
import { beginSession, follow, type Session, takeStep } from "../session/session.ts";
import { readSession, stepCauseSchema } from "../session/session-file.ts";
import { viewSession } from "../session/view-session.ts";
import { checked } from "../stepping/checked.ts";
import { CauseRefused, SessionGone, steppingRefusals } from "../stepping/refusals.ts";
import { writeTranscript } from "../transcript/write-transcript.ts";
import { sequenceOf } from "./chart-views.ts";
import type { Sessions } from "./sessions.ts";

const begun = z.object({ machine: z.string(), start: z.unknown() });
const stepped = z.object({
  from: z.int().min(0),
  cause: stepCauseSchema,
  /** Lets the sandbox answer and what came due fire, too. */
  follow: z.boolean(),
});

/** As the server named a session before it was started anew. */
const pageId = z.string().regex(/^[\w-]{1,64}$/);

export function sessionRoutes(sessions: Sessions, machines: InspectedMachines): Hono {
  const app = new Hono();
  app.post("/", async (c) => {
    const { machine, start } = checked(begun, await c.req.json());
    const room = findMachine(machines, machine);
    if (!room) throw new CauseRefused(steppingRefusals.noMachine());
    return await opened(c, sessions, beginSession(room, start ?? {}), 0);
  });
  app.post("/file", async (c) => {
    const session = await readSession(await c.req.json(), machines);
    return await opened(c, sessions, session, session.steps.length - 1);
  });
  app.post("/:id/steps", async (c) => {
    const { from, cause, follow: on } = checked(stepped, await c.req.json());
    const session = sessionOf(c, sessions);
    const own = await takeStep(session, from, cause);
    const last = on ? ((await follow(session, own.id)).at(-1) ?? own) : own;
    return c.json(await viewSession(idOf(c), session, last.id));
  });
  app.get("/:id/steps/:step", async (c) =>
    c.json(await viewSession(idOf(c), sessionOf(c, sessions), numberOf(c))),
  );
  app.post("/:id/file", async (c) => {
    const id = checked(pageId, idOf(c));
    const session = sessions.find(id) ?? (await readSession(await c.req.json(), machines));
    sessions.add(session, id);
    return c.json({ id });
  });
  app.get("/:id/steps/:step/transcript", async (c) => {
    const title = c.req.query("title")?.replace(/\s+/g, " ").trim() || "Written by the inspector.";
    return c.json({ text: await writeTranscript(sessionOf(c, sessions), numberOf(c), { title }) });
  });
  app.get("/:id/steps/:step/sequence", (c) => c.json(sequenceOf(sessionOf(c, sessions), numberOf(c))));
  return app;
}

async function opened(c: Context, sessions: Sessions, session: Session, at: number): Promise<Response> {
  return c.json(await viewSession(sessions.add(session), session, at));
}

const idOf = (c: Context): string => c.req.param("id") ?? "";

function sessionOf(c: Context, sessions: Sessions): Session {
  const session = sessions.find(idOf(c));
  if (!session) throw new SessionGone();
  return session;
}

function numberOf(c: Context): number {
  return Number(c.req.param("step"));
}
