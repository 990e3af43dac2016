/** The warm conversation: what a turn reads before it asks Postgres. May forget anything at any time. */

/** A chat, in the channel's own words. */
export interface SessionKey {
  channel: string;
  chatId: string;
}

/** Plain JSON. Whoever reads it checks it: an older release may have written it. */
export type StoredSession = object;

/** None of these ever rejects: a store that fails behaves as one that has forgotten. */
export interface SessionStore {
  get(key: SessionKey): Promise<StoredSession | undefined>;
  set(key: SessionKey, value: StoredSession): Promise<void>;
  delete(key: SessionKey): Promise<void>;
  close(): Promise<void>;
}
