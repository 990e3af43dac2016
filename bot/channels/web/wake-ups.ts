/**
 * Wakes the pages that wait for a chat. Whichever process wrote a reply says so by Postgres NOTIFY; every
 * process with a page open hears it. A wake-up carries nothing: the page then reads its history.
 */
import type { Sql } from "postgres";

const notificationChannel = "jiedao_web";

export interface Waiter {
  wake(): void;
  /** The messenger is stopping. */
  end(): void;
}

export interface WakeUps {
  /** Returns the way to stop waiting. */
  wait(chatId: string, waiter: Waiter): () => void;
  stop(): Promise<void>;
}

/** Tells every process that a chat has something new to read. */
export async function notifyChat(sql: Sql, chatId: string): Promise<void> {
  await sql.notify(notificationChannel, chatId);
}

export async function listenForWakeUps(sql: Sql): Promise<WakeUps> {
  const waiting = new Map<string, Set<Waiter>>();
  const everyone = () => [...waiting.values()].flatMap((waiters) => [...waiters]);
  // The second function runs after each (re)connection: what was notified in between was missed.
  const subscription = await sql.listen(
    notificationChannel,
    (chatId) => {
      for (const waiter of waiting.get(chatId) ?? []) waiter.wake();
    },
    () => {
      for (const waiter of everyone()) waiter.wake();
    },
  );
  return {
    wait: (chatId, waiter) => addTo(waiting, chatId, waiter),
    async stop() {
      for (const waiter of everyone()) waiter.end();
      await subscription.unlisten();
    },
  };
}

function addTo(waiting: Map<string, Set<Waiter>>, chatId: string, waiter: Waiter): () => void {
  const waiters = waiting.get(chatId) ?? new Set();
  waiting.set(chatId, waiters.add(waiter));
  return () => {
    waiters.delete(waiter);
    if (waiters.size === 0 && waiting.get(chatId) === waiters) waiting.delete(chatId);
  };
}
