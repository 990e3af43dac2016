/**
 * In the sandbox, what partners answer one borrower: as the persona, unless a tester has chosen otherwise, which then
 * stands until it is taken back. Kept in this process, so for the commands that it runs.
 */
import {
  type BankCard,
  type CollectResult,
  type PartnerCall,
  type Partners,
  PartnerUnavailable,
} from "../../partners/ports.ts";
import { shortHash } from "../../partners/sandbox/payments.ts";
import { findPersona } from "../../partners/sandbox/personas.ts";
import { type CollectionChoice, forcedCollection } from "../stepping/forced-collection.ts";
import { refusedFacts } from "../stepping/refused-facts.ts";

/** As a partner that cannot be reached. */
const silent = "time-out";

/** What may be chosen, by what is asked. */
export const steerable = {
  verifyName: ["verified", "no-match", "document-expired", silent],
  findCard: ["found", "missing", silent],
  assess: ["approved", ...refusedFacts.map(({ code }) => code), silent],
  verifyFace: ["matched", "refused", silent],
  payOut: ["paid", "card-rejected", "too-late", silent],
  collect: ["collected", "processing", "insufficient-funds", "card-rejected", silent],
} as const satisfies Record<string, readonly string[]>;
export type Steerable = keyof typeof steerable;

const isAsked = (asked: string): asked is Steerable => asked in steerable;

/** Of what a command asks; a rail is asked for three of them. */
export function askedBy(command: string): Steerable | undefined {
  const asked = command === "deduct" || command === "checkCollection" ? "collect" : command;
  return isAsked(asked) ? asked : undefined;
}

export function isSteerable(command: string, answer: string): boolean {
  const asked = askedBy(command);
  const known: readonly string[] = asked ? steerable[asked] : [];
  return known.includes(answer);
}

export interface Steering {
  /** The partners, steered; unchanged where they are real. */
  steer(own: Partners): Partners;
  /** null: as the persona. */
  choose(borrowerId: string, asked: Steerable, answer: string | null): void;
  chosen(borrowerId: string, asked: Steerable): string | null;
}

export function steerPartners(): Steering {
  const choices = new Map<string, string>();
  const keyOf = (borrowerId: string, asked: Steerable): string => `${asked} ${borrowerId}`;
  const chosen: Steering["chosen"] = (borrowerId, asked) => choices.get(keyOf(borrowerId, asked)) ?? null;
  return {
    chosen,
    choose(borrowerId, asked, answer) {
      if (answer === null) choices.delete(keyOf(borrowerId, asked));
      else choices.set(keyOf(borrowerId, asked), answer);
    },
    steer: (own) => (own.pretended ? steered(own, chosen) : own),
  };
}

function steered(own: Partners, chosen: Steering["chosen"]): Partners {
  const { identity, bureau, payments } = own;
  const steer =
    <Call extends PartnerCall, Answer>(
      asked: Steerable,
      otherwise: (choice: string, own: () => Promise<Answer>, call: Call) => Answer | Promise<Answer>,
      ask: (call: Call) => Promise<Answer>,
    ) =>
    async (call: Call): Promise<Answer> => {
      const choice = chosen(call.borrowerId, asked);
      if (choice === silent) throw new PartnerUnavailable("a tester chose that nobody answers");
      return choice === null ? await ask(call) : await otherwise(choice, () => ask(call), call);
    };
  /** Each choice is one of `steerable`: the sandbox's own, or a reason to refuse. */
  const refusing =
    (good: string) =>
    <Answer>(choice: string, ask: () => Promise<Answer>): Promise<Answer> | Answer =>
      choice === good ? ask() : ({ outcome: "refused", reason: choice } as Answer);
  const collecting = async (choice: string, ask: () => Promise<CollectResult>, call: PartnerCall) =>
    forcedCollection({ choice: choice as CollectionChoice, own: await ask(), call });
  return {
    ...own,
    identity: {
      verifyName: steer("verifyName", refusing("verified"), identity.verifyName),
      verifyFace: steer("verifyFace", refusing("matched"), identity.verifyFace),
    },
    bureau: { report: steer("assess", factsOf, bureau.report) },
    payments: {
      boundCard: steer("findCard", cardOf, payments.boundCard),
      payOut: steer(
        "payOut",
        (choice, ask, call) => (choice === "paid" ? paidOut(call) : refusing("")(choice, ask)),
        payments.payOut,
      ),
      collect: steer("collect", collecting, payments.collect),
      collection: steer("collect", collecting, payments.collection),
    },
  };
}

/** Though the sandbox would refuse. */
const paidOut = ({ key }: PartnerCall) => ({
  outcome: "paid" as const,
  reference: `SBX-OUT-${shortHash(key)}`,
});

const cardOf = async (choice: string, ask: () => Promise<BankCard | undefined>) =>
  choice === "found" ? ((await ask()) ?? findPersona(null).card) : undefined;

const factsOf = (choice: string) =>
  refusedFacts.find(({ code }) => code === choice)?.facts ?? findPersona("ordinary").facts;
