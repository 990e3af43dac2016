/**
 * In the sandbox, what partners answer one applicant: as the persona, unless a tester has chosen otherwise, which then
 * stands until it is taken back. Kept in this process, so for the commands that it runs.
 */
import { type PartnerCall, type Partners, PartnerUnavailable } from "../../partners/ports.ts";
import { findPersona } from "../../partners/sandbox/personas.ts";
import { refusedFacts } from "../stepping/refused-facts.ts";

/** As a partner that cannot be reached. */
const silent = "time-out";

/** What may be chosen, by what is asked. */
export const steerable = {
  verifyName: ["no-match", "document-expired", silent],
  findCard: ["missing", silent],
  assess: ["approved", ...refusedFacts.map(({ code }) => code), silent],
  verifyFace: ["refused", silent],
  payOut: ["card-rejected", "too-late", silent],
  collect: ["insufficient-funds", "card-rejected", silent],
} as const satisfies Record<string, readonly string[]>;
export type Steerable = keyof typeof steerable;

export interface Steering {
  /** The partners, steered; unchanged where they are real. */
  steer(own: Partners): Partners;
  /** null: as the persona. */
  choose(applicantId: string, asked: Steerable, answer: string | null): void;
  chosen(applicantId: string, asked: Steerable): string | null;
}

export function steerPartners(): Steering {
  const choices = new Map<string, string>();
  const keyOf = (applicantId: string, asked: Steerable): string => `${asked} ${applicantId}`;
  const chosen: Steering["chosen"] = (applicantId, asked) => choices.get(keyOf(applicantId, asked)) ?? null;
  return {
    chosen,
    choose(applicantId, asked, answer) {
      if (answer === null) choices.delete(keyOf(applicantId, asked));
      else choices.set(keyOf(applicantId, asked), answer);
    },
    steer: (own) => (own.pretended ? steered(own, chosen) : own),
  };
}

function steered(own: Partners, chosen: Steering["chosen"]): Partners {
  const { identity, bureau, payments } = own;
  const steer =
    <Call extends PartnerCall, Answer>(
      asked: Steerable,
      otherwise: (choice: string) => Answer,
      ask: (call: Call) => Promise<Answer>,
    ) =>
    async (call: Call): Promise<Answer> => {
      const choice = chosen(call.applicantId, asked);
      if (choice === silent) throw new PartnerUnavailable("a tester chose that nobody answers");
      return choice === null ? await ask(call) : otherwise(choice);
    };
  /** Each choice is one of `steerable`. */
  const refused = (reason: string) => ({ outcome: "refused", reason }) as never;
  return {
    ...own,
    identity: {
      verifyName: steer("verifyName", refused, identity.verifyName),
      verifyFace: steer("verifyFace", () => ({ outcome: "refused" as const }), identity.verifyFace),
    },
    bureau: { report: steer("assess", factsOf, bureau.report) },
    payments: {
      boundCard: steer("findCard", () => undefined, payments.boundCard),
      payOut: steer("payOut", refused, payments.payOut),
      collect: steer("collect", refused, payments.collect),
      collection: steer("collect", refused, payments.collection),
    },
  };
}

const factsOf = (choice: string) =>
  refusedFacts.find(({ code }) => code === choice)?.facts ?? findPersona("ordinary").facts;
