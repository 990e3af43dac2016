/**
 * How fast campaigns may send: one limit for all processes that share a Redis, or for this one alone. Replies to
 * people never ask it.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Redis } from "ioredis";
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";

export interface SendLimiter {
  /** How many a claim takes at once: so few that they are on their way within some hundredths of a second. */
  readonly claimSize: number;
  /** Resolves when the next message may go out. */
  takeTurn(): Promise<void>;
  /** Resolves when that chat may have another one; a channel's chats share one rate. */
  takeChat(chat: string, perSecond: number): Promise<void>;
  /** Nobody sends for so long. */
  pauseAll(seconds: number): Promise<void>;
}

export interface SendLimiterOptions {
  perSecond: number;
  /** Shared by all processes; without it the limit is this process's own. */
  redis?: Redis;
  wait?: (milliseconds: number) => Promise<unknown>;
}

const windowMs = 1000;
/** Timers and the network are not exact to the millisecond: two windows in a row are this much apart. */
const marginMs = 5;
const everybody = "all";

export function sendLimiter({ perSecond, redis, wait = sleep }: SendLimiterOptions): SendLimiter {
  const all = limiterOf({ points: perSecond, keyPrefix: "jiedao:v1:sends", redis });
  const chats = new Map<number, Limiter>();

  function chatsAt(rate: number): Limiter {
    const limiter = chats.get(rate) ?? limiterOf({ points: rate, keyPrefix: "jiedao:v1:sends-to", redis });
    chats.set(rate, limiter);
    return limiter;
  }

  async function take(limiter: Limiter, key: string): Promise<RateLimiterRes> {
    for (;;) {
      const taken = await consume(limiter, key);
      if (taken.granted) return taken.res;
      await wait(taken.res.msBeforeNext + marginMs);
    }
  }

  return {
    claimSize: Math.max(1, Math.round(perSecond / 100)),
    // The points of a window are handed out as its evenly spaced slots: no second ever has more, wherever it begins.
    takeTurn: async () => {
      const { consumedPoints, msBeforeNext } = await take(all, everybody);
      const slotMs = ((consumedPoints - 1) * windowMs) / perSecond;
      const elapsedMs = windowMs - msBeforeNext;
      if (slotMs > elapsedMs) await wait(slotMs - elapsedMs);
    },
    takeChat: async (chat, rate) => void (await take(chatsAt(rate), chat)),
    pauseAll: async (seconds) => void (await all.block(everybody, seconds)),
  };
}

/** For a messenger of one's own: nothing is held back. */
export const noLimit: SendLimiter = {
  claimSize: 25,
  takeTurn: async () => {},
  takeChat: async () => {},
  pauseAll: async () => {},
};

type Limiter = RateLimiterMemory | RateLimiterRedis;

interface LimiterOptions {
  points: number;
  keyPrefix: string;
  redis: Redis | undefined;
}

function limiterOf({ redis, ...options }: LimiterOptions): Limiter {
  const shape = { ...options, duration: windowMs / 1000 };
  if (!redis) return new RateLimiterMemory(shape);
  // While Redis is away each process keeps the limit by itself; the messenger's 429 settles the rest.
  return new RateLimiterRedis({
    ...shape,
    storeClient: redis,
    insuranceLimiter: new RateLimiterMemory(shape),
  });
}

/** The library rejects with the state when there are no points left, and with an error when it broke. */
async function consume(limiter: Limiter, key: string): Promise<{ granted: boolean; res: RateLimiterRes }> {
  try {
    return { granted: true, res: await limiter.consume(key) };
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return { granted: false, res: refused };
    throw refused;
  }
}
