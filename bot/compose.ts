/** The assistant and its jobs, put together from what is given: the same in a process, a worker and a test. */
import type { Database } from "../db/connection/connection.ts";
import type { SessionStore } from "../db/sessions/session-store.ts";
import type { Partners } from "../partners/ports.ts";
import { type Assistant, createAssistant } from "./assistant.ts";
import type { Channel } from "./channels/channel.ts";
import type { Clock } from "./clock.ts";
import type { JobDependencies } from "./jobs/job-dependencies.ts";
import type { Log } from "./log/log.ts";
import type { LanguageModel } from "./understanding/language-model/language-model.ts";

export interface ComposeOptions {
  database: Database;
  sessions: SessionStore;
  partners: Partners;
  channels: readonly Channel[];
  clock: Clock;
  newId: () => string;
  log: Log;
  languageModel?: LanguageModel | undefined;
}

export interface Composition {
  assistant: Assistant;
  /** For the worker's tasks. */
  jobs: JobDependencies;
}

export function composeAssistant({ channels, ...options }: ComposeOptions): Composition {
  const jobs: JobDependencies = {
    ...options,
    sandbox: options.partners.pretended,
    channels: new Map(channels.map((channel) => [channel.name, channel])),
  };
  return { assistant: createAssistant(jobs), jobs };
}
