/** What a turn is given: nothing in it is reached for. */
import type { Database } from "../../db/connection/connection.ts";
import type { SessionStore } from "../../db/sessions/session-store.ts";
import type { Channel } from "../channels/channel.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log/log.ts";
import type { LanguageModel } from "../understanding/language-model/language-model.ts";

export interface TurnDependencies {
  database: Database;
  sessions: SessionStore;
  channels: ReadonlyMap<string, Channel>;
  clock: Clock;
  newId: () => string;
  /** True where partners are pretended. */
  sandbox: boolean;
  log: Log;
  /** Asked about texts that our own rules leave unclear; none unless configured. */
  languageModel?: LanguageModel | undefined;
}
