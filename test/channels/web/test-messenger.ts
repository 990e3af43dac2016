/** A running messenger over a real Postgres, with an assistant that plays a part. */
import { randomBytes } from "node:crypto";
import type { Hono } from "hono";
import { WebChannel } from "../../../bot/channels/web/web-channel.ts";
import type { WebServer } from "../../../bot/http/serve.ts";
import { silentLog } from "../../../bot/log/log.ts";
import type { Database } from "../../../db/connection/connection.ts";
import { freshDatabase } from "../../support/database.ts";
import {
  createScriptedAssistant,
  type Part,
  type ScriptedAssistant,
  samplePart,
} from "./scripted-assistant.ts";
import { startWebMessenger } from "./web-messenger.ts";

export interface TestMessenger {
  url: string;
  web: WebServer;
  assistant: ScriptedAssistant;
  database: Database;
  errors: unknown[];
  close(): Promise<void>;
}

export interface TestMessengerOptions {
  part?: Part;
  publicUrl?: string;
  heartbeatSeconds?: number;
  extraRoutes?: (app: Hono) => void;
}

export const newToken = (): string => randomBytes(32).toString("base64url");

export async function startTestMessenger(options: TestMessengerOptions = {}): Promise<TestMessenger> {
  const { part = samplePart, ...rest } = options;
  const database = await freshDatabase();
  const { sql } = database;
  const errors: unknown[] = [];
  const log = { ...silentLog, error: (fields: object) => void errors.push(fields) };
  const assistant = createScriptedAssistant(part, new WebChannel(sql), "2026-02-10T02:00:00Z");
  const web = await startWebMessenger({ assistant, sql, log, sandbox: true, port: 0, ...rest });
  const url = options.publicUrl === undefined ? web.url : `http://127.0.0.1:${web.port}`;
  return {
    url,
    web,
    assistant,
    database,
    errors,
    async close() {
      await web.stop();
      await database.close();
    },
  };
}
