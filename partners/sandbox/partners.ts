/** The sandbox: stand-ins for the lender's services. Everything in this folder is pretended, and refused in production. */
import type { Partners } from "../ports.ts";
import { sandboxPayments, shortHash } from "./payments.ts";
import { findPersona, type Persona } from "./personas.ts";
import { rememberAnswers } from "./remember-answers.ts";

export interface SandboxOptions {
  /** The persona picked for a borrower; null: none was picked. */
  personaOf(borrowerId: string): Promise<string | null>;
  production: boolean;
}

/** Throws when `production` is true. */
export function sandboxPartners(options: SandboxOptions): Partners {
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
    identity: {
      verifyName: (call) =>
        remember(call.key, async () => {
          const { maskedName, facts } = await personaFor(call.borrowerId);
          return { outcome: "verified", maskedName, age: facts.age };
        }),
      verifyFace: (call) => remember(call.key, async () => ({ outcome: "matched" })),
    },
    bureau: {
      report: (call) => remember(call.key, async () => (await personaFor(call.borrowerId)).facts),
    },
    payments: sandboxPayments({ personaFor, remember }),
    sms: {
      send: (call) =>
        remember(call.key, async () => ({
          outcome: "accepted",
          reference: `SBX-SMS-${shortHash(call.key)}`,
        })),
    },
  };
}
