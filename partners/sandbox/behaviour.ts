import type { AnswerName, NamedAnswer, OperationAnswer, OperationName, operations } from "../operations.ts";
import type { PartnerRequest } from "../ports.ts";
import type { Persona } from "./personas.ts";

/** What the sandbox is asked, and whose it is. */
export interface Asked<Name extends OperationName> {
  request: PartnerRequest<Name>;
  borrower: Persona;
}

type Answers<Name extends OperationName> = (typeof operations)[Name]["answers"];

/** How the sandbox plays one operation. */
export interface Behaviour<Name extends OperationName> {
  /** The name of the answer that it gives of itself. Throws PartnerMisuse at a request that no partner would take. */
  picks(asked: Asked<Name>): AnswerName<Name>;
  /** Every answer that has figures in it, also where the sandbox would give another: a tester may choose any. */
  gives: {
    [Answer in keyof Answers<Name> as Answers<Name>[Answer] extends { fixed: true } ? never : Answer]: (
      asked: Asked<Name>,
    ) => NamedAnswer<Name, Answer>;
  };
  /** What a tester chooses from instead of the answers' names, where one name would say too little. */
  variants?: Readonly<Record<string, (asked: Asked<Name>) => OperationAnswer<Name>>>;
}
