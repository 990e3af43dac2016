/**
 * Commands: what a transition asks of the outside, as data. A turn stores them with the snapshot; each is run after the
 * commit, once for its key, and answered by an event. What runs them, and how often, is bot/commands'.
 */
import { z } from "zod";
import { deductionSources } from "../domain/repayment/deduction-sources.ts";

const money = z.string();

/** What each command carries beyond its name and key. */
const payloads = {
  verifyName: {},
  findCard: {},
  /** `purchase`: a cart is to be paid, which is a consumption scene. */
  assess: { productId: z.string(), purchase: z.boolean().optional() },
  verifyFace: { quoteId: z.string() },
  /** `payee`: the merchant of a purchase; the borrower's own card without one. */
  payOut: {
    loanId: z.string(),
    amount: money,
    payee: z.object({ merchantId: z.string(), orderNumber: z.string() }).optional(),
  },
  collect: {
    /** The borrower's time at the confirmation: it counts for that day, however late the rail answers. */
    confirmedAt: z.string(),
    repaymentId: z.string(),
    loanId: z.string(),
    kind: z.enum(["due", "partial", "payoff"]),
    amount: money,
    rail: z.enum(["balance", "bank-card", "credit-card"]),
    /** The most that the rail may take on top, as agreed to; the first commands that were stored agreed to nothing. */
    maximumFee: money.default("0.00"),
    /** Repayments the loan had when this one was offered: another one in between supersedes it. */
    expectedRepayments: z.number(),
  },
  /** An automatic deduction: planned by the daily close of `on`, which it counts for, or by a sandbox clock that leaps over that day. */
  deduct: { loanId: z.string(), on: z.string(), source: z.enum(deductionSources) },
  checkCollection: { repaymentId: z.string(), loanId: z.string(), reference: z.string() },
} as const satisfies Readonly<Record<string, z.ZodRawShape>>;

type Payloads = typeof payloads;
export type CommandName = keyof Payloads;

type Commands = {
  [Name in CommandName]: Payloads[Name] extends infer Payload extends z.ZodRawShape
    ? z.infer<z.ZodObject<{ command: z.ZodLiteral<Name>; key: z.ZodString } & Payload>>
    : never;
};

/** The command of that name. `key` is the idempotency key: the database keeps one command a key. */
export type CommandNamed<Name extends CommandName> = Commands[Name];
export type Command = Commands[CommandName];

/** A command as the database has it. */
export interface StoredCommand {
  kind: string;
  idempotencyKey: string;
  payload: unknown;
}

/** A stored command is none that this release can run: another release's, or broken. Carries nothing of its payload. */
export class UnreadableCommand extends Error {
  override readonly name = "UnreadableCommand";
}

export const isCommandName = (kind: string): kind is CommandName => Object.hasOwn(payloads, kind);

/**
 * The command as the turn that stored it asked for it, an earlier release's too. Throws UnreadableCommand.
 *
 * @example
 * ```ts
 * readCommand({ kind: "verifyFace", idempotencyKey: "face:1", payload: { quoteId: "q" } });
 * // { command: "verifyFace", key: "face:1", quoteId: "q" }
 * ```
 */
export function readCommand({ kind, idempotencyKey, payload }: StoredCommand): Command {
  if (!isCommandName(kind)) throw new UnreadableCommand(`no command is named ${kind}`);
  const read = z.object(payloads[kind]).safeParse(payload);
  if (!read.success) {
    const wrong = read.error.issues.map(({ path }) => path.join(".") || "payload");
    throw new UnreadableCommand(`a stored command ${kind} cannot be read: ${wrong.join(", ")}`);
  }
  return { command: kind, key: idempotencyKey, ...read.data } as Command;
}
