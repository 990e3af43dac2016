/**
 * Ports to the outside: what the lender's other systems do for a journey, derived from the table of operations. A partner
 * that cannot be reached throws `PartnerUnavailable`: the job is run again later. A refusal is a value.
 */
import type { OperationAnswer, OperationName, OperationRequest, operations } from "./operations.ts";

/** What every operation is asked with. */
export interface PartnerCall {
  /** Idempotency key: the same key has its effect once. A command's is the command's own. */
  key: string;
  borrowerId: string;
  /** The borrower's time, ISO 8601. */
  at: string;
}

/** What an operation is asked with. */
export type PartnerRequest<Name extends OperationName> = PartnerCall & OperationRequest<Name>;

/** The lender's services: one method an operation. */
export type PartnerOperations = {
  [Name in keyof typeof operations]: (request: PartnerRequest<Name>) => Promise<OperationAnswer<Name>>;
};

export interface Partners extends PartnerOperations {
  /** True where everything is pretended: every money message then says so. */
  pretended: boolean;
}

export type BankCard = NonNullable<OperationAnswer<"findCard">["card"]>;
export type CollectionAnswer = OperationAnswer<"collect">;

/** The partner could not be reached or answered nonsense: try again later. Carries no personal data. */
export class PartnerUnavailable extends Error {
  override readonly name = "PartnerUnavailable";
}

/** The partner refused the request as such: our fault, and trying again will not help. Carries no personal data. */
export class PartnerMisuse extends Error {
  override readonly name = "PartnerMisuse";
}
