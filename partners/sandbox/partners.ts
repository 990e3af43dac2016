/** The sandbox: stand-ins for the lender's services. Everything in this folder is pretended, and refused in production. */
import { eachOperation } from "../each-operation.ts";
import { type OperationAnswer, type OperationName, operations } from "../operations.ts";
import type { PartnerRequest, Partners } from "../ports.ts";
import { ownAnswer, pretend } from "./behaviours.ts";
import { findPersona, type Persona } from "./personas.ts";
import { rememberAnswers } from "./remember-answers.ts";

export interface SandboxOptions {
  /** The persona picked for a borrower; null: none was picked. */
  personaOf(borrowerId: string): Promise<string | null>;
  production: boolean;
}

/** Partners that also answer as they are told to. */
export interface SandboxPartners extends Partners {
  /** One of `choicesOf(name)`; nothing is remembered of it. Throws PartnerMisuse at any other. */
  answerAs<Name extends OperationName>(
    name: Name,
    choice: string,
    request: PartnerRequest<Name>,
  ): Promise<OperationAnswer<Name>>;
}

export const isSandbox = (partners: Partners): partners is SandboxPartners => "answerAs" in partners;

/**
 * Partners that pretend, each borrower being the persona that was picked for them. A repeated key is answered the same
 * where the table of operations says so. Throws when `production` is true.
 *
 * @example What a borrower without a bank card is told.
 * ```ts
 * const partners = sandboxPartners({ personaOf: async () => "no-card", production: false });
 * await partners.findCard({ key: "k", borrowerId: "b", at: "2026-11-10T10:00:00+08:00" }); // { card: null }
 * ```
 */
export function sandboxPartners(options: SandboxOptions): SandboxPartners {
  if (options.production) {
    throw new Error(
      "The sandbox partners only pretend and are refused in production: configure the lender's services.",
    );
  }
  const remember = rememberAnswers();
  const personaFor = async (borrowerId: string): Promise<Persona> =>
    findPersona(await options.personaOf(borrowerId));
  return {
    pretended: true,
    ...eachOperation((name, request) => {
      const answer = async () => ownAnswer(name, { request, borrower: await personaFor(request.borrowerId) });
      const { repeated } = operations[name];
      return repeated === "same-answer" ? remember(`${name} ${request.key}`, answer) : answer();
    }),
    answerAs: async (name, choice, request) =>
      pretend(name, choice, { request, borrower: await personaFor(request.borrowerId) }),
  };
}
