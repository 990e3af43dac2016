import type { SessionKey, SessionStore } from "./session-store.ts";

export interface MemorySessionsOptions {
  /** How long a session is kept after it was last set. */
  ttlSeconds: number;
  /** Sessions kept at most: the one used longest ago goes first. */
  capacity: number;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/** For one process alone. Values are kept as JSON, so that nobody shares an object with the store. */
export function memorySessions({ ttlSeconds, capacity, now }: MemorySessionsOptions): SessionStore {
  /** In order of last use: a Map remembers insertion. */
  const kept = new Map<string, { json: string; until: number }>();

  async function get(key: SessionKey): Promise<object | undefined> {
    const name = nameOf(key);
    const found = kept.get(name);
    if (!found) return undefined;
    kept.delete(name);
    if (found.until <= now()) return undefined;
    kept.set(name, found);
    return JSON.parse(found.json) as object;
  }

  async function set(key: SessionKey, value: object): Promise<void> {
    const name = nameOf(key);
    kept.delete(name);
    kept.set(name, { json: JSON.stringify(value), until: now() + ttlSeconds * 1000 });
    const [oldest] = kept.keys();
    if (kept.size > capacity && oldest !== undefined) kept.delete(oldest);
  }

  return {
    get,
    set,
    delete: async (key) => void kept.delete(nameOf(key)),
    close: async () => kept.clear(),
  };
}

const nameOf = ({ channel, chatId }: SessionKey): string => `${channel}:${chatId}`;
