/** The one place where time and identity come from outside. */
import { randomBytes } from "node:crypto";

export interface Clock {
  /** ISO 8601, UTC. */
  now(): string;
  /** How far this clock is ahead of the system's, by which jobs run. */
  aheadMs(): number;
}

export const systemClock: Clock = { now: () => new Date().toISOString(), aheadMs: () => 0 };

/** A clock that stands still, for scripted conversations. */
export const clockAt = (instant: string): Clock => ({
  now: () => new Date(instant).toISOString(),
  aheadMs: () => Date.parse(instant) - Date.now(),
});

/** A UUID of version 7 (RFC 9562): ids sort by the time they were made, which keeps indexes small. */
export function newId(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
