/** How the sandbox plays each operation of the table. Only answers with figures in them are written down. */
import { type OperationAnswer, type OperationName, operations } from "../operations.ts";
import { PartnerMisuse } from "../ports.ts";
import type { Asked, Behaviour } from "./behaviour.ts";
import { checkCollection, collect, findCard, payOut, shortHash } from "./payments.ts";
import { findPersona } from "./personas.ts";
import { refusedFacts } from "./refused-facts.ts";

const behaviours: { [Name in OperationName]: Behaviour<Name> } = {
  verifyName: {
    picks: () => "verified",
    gives: {
      verified: ({ borrower: { maskedName, facts } }) => ({
        outcome: "verified",
        maskedName,
        age: facts.age,
      }),
    },
  },
  verifyFace: { picks: () => "matched", gives: {} },
  reportCredit: {
    picks: () => "reported",
    gives: { reported: ({ borrower }) => borrower.facts },
    // One who is approved, and for each reason to refuse one to whom it applies.
    variants: {
      approved: () => findPersona("ordinary").facts,
      ...Object.fromEntries(refusedFacts.map(({ code, facts }) => [code, () => facts])),
    },
  },
  findCard,
  payOut,
  collect,
  checkCollection,
  sendSms: {
    picks: () => "accepted",
    gives: {
      accepted: ({ request }) => ({ outcome: "accepted", reference: `SBX-SMS-${shortHash(request.key)}` }),
    },
  },
};

/** As the persona answers. */
export function ownAnswer<Name extends OperationName>(name: Name, asked: Asked<Name>): OperationAnswer<Name> {
  const behaviour: Behaviour<Name> = behaviours[name];
  return pretend(name, behaviour.picks(asked), asked);
}

/** The answers from which a tester may choose for an operation. */
export function choicesOf(name: OperationName): string[] {
  const { variants } = behaviours[name];
  return Object.keys(variants ?? operations[name].answers);
}

/** Whether the choices are more than the operation's answers: the sandbox's own answer is then none of them. */
export const hasVariants = (name: OperationName): boolean => behaviours[name].variants !== undefined;

/** The answer of that name or variant. Throws PartnerMisuse where there is none. */
export function pretend<Name extends OperationName>(
  name: Name,
  answer: string,
  asked: Asked<Name>,
): OperationAnswer<Name> {
  const behaviour: Behaviour<Name> = behaviours[name];
  const gives = behaviour.gives as Behaviour<Name>["variants"];
  const give = own(behaviour.variants, answer) ?? own(gives, answer);
  if (give) return give(asked);
  const fixed = own<{ example: unknown }>(operations[name].answers, answer);
  if (!fixed) throw new PartnerMisuse(`${name} is never answered with ${answer}`);
  return fixed.example as OperationAnswer<Name>;
}

/** Of the names that an object has itself. */
const own = <Value>(of: Readonly<Record<string, Value>> | undefined, name: string): Value | undefined =>
  of && Object.hasOwn(of, name) ? of[name] : undefined;
