import type { Queryable, Tx } from "../../db/connection/connection.ts";
import type { Command } from "../../machines/effects.ts";
import type { JourneyEvent } from "../../machines/journey-events.ts";
import type { PartnerCall, Partners } from "../../partners/ports.ts";

/** What running a command is given. */
export interface CommandScope<Name extends Command["command"]> {
  command: Extract<Command, { command: Name }>;
  partners: Partners;
  /** Idempotency key, borrower and borrower's time, for every partner alike. */
  call: PartnerCall;
  orm: Queryable;
  /** Notes that its partner is about to be asked; true the first time only, when nothing can have reached it yet. */
  begin: () => Promise<boolean>;
}

/** What a command came to: an event for the journey, and what must be booked with it. */
export interface CommandResult {
  event: JourneyEvent;
  book?: (tx: Tx, at: string) => Promise<unknown>[];
}
