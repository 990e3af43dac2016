/** What there is to say of one command, all of it in one place. */
import type { Tx } from "../../db/connection/connection.ts";
import type { CommandName, CommandNamed } from "../../machines/commands.ts";
import type { JourneyEvent } from "../../machines/journey-events.ts";
import type { OperationName } from "../../partners/operations.ts";
import type { PartnerCall, PartnerOperations } from "../../partners/ports.ts";
import type { CommandBooks } from "./command-books.ts";

/** What running a command is given: of the partners, the operations that it says it asks. */
export interface CommandScope<Name extends CommandName, Asks extends OperationName = OperationName> {
  command: CommandNamed<Name>;
  partners: Pick<PartnerOperations, Asks>;
  /** Idempotency key, borrower and borrower's time, for every partner alike. */
  call: PartnerCall;
  books: CommandBooks;
}

type EventType = JourneyEvent["type"];
export type AnsweringEvent<Type extends EventType> = Extract<JourneyEvent, { type: Type }>;

/** What a command came to: an event for the journey, and what must be booked in the transaction of its turn. */
export interface CommandResult<Event extends JourneyEvent = JourneyEvent> {
  event: Event;
  book?: (tx: Tx, at: string) => Promise<unknown>[];
}

/** Events that tell of a partner's silence: they carry the command's name. */
export type SilenceEvent = Extract<JourneyEvent, { command: string }>;

/** What is made of a partner that does not answer. */
type Silence =
  | {
      /** It may have moved money: it is tried until its outcome is known, and is a person's to settle at the last. */
      movesMoney: true;
      /** After so many tries in vain the borrower is asked, once, to be patient. */
      patience: { after: number; event: SilenceEvent["type"] };
    }
  | {
      /** Given up after its last try, it has changed nothing. */
      movesMoney: false;
      /** Tells the borrower then. */
      givenUp: { event: SilenceEvent["type"] };
    };

interface Definition<Name extends CommandName, Asks extends OperationName, Type extends EventType> {
  /** The operations that it asks of partners. */
  asks: readonly Asks[];
  /** Tries of its job; db/jobs/tries.ts tells for how long that is. */
  tries: number;
  /** The events by which it is answered. */
  answeredBy: readonly Type[];
  /** Does it. Throws PartnerUnavailable when it has to be tried again; run again, it does nothing twice. */
  perform(scope: CommandScope<Name, Asks>): Promise<CommandResult<AnsweringEvent<NoInfer<Type>>>>;
}

export type CommandDefinition<Name extends CommandName> = Definition<Name, OperationName, EventType> &
  Silence;

/**
 * The definition of the command of that name. Its performer is handed the operations in `asks` and may come to the events
 * in `answeredBy`: anything else does not compile.
 *
 * @example
 * ```ts
 * export const verifyFace = defineCommand("verifyFace", {
 *   asks: ["verifyFace"],
 *   movesMoney: false,
 *   tries: aFewTries,
 *   givenUp: { event: "command.failed" },
 *   answeredBy: ["face.matched", "face.refused"],
 *   async perform({ command: { quoteId }, partners, call }) {
 *     const { outcome } = await partners.verifyFace(call);
 *     return { event: { type: outcome === "matched" ? "face.matched" : "face.refused", quoteId } };
 *   },
 * });
 * ```
 */
export const defineCommand = <
  const Name extends CommandName,
  const Asks extends OperationName,
  const Type extends EventType,
>(
  _name: Name,
  definition: Definition<Name, Asks, Type> & Silence,
): CommandDefinition<Name> => definition;
