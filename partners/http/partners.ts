/** The real partners: clients of a lender's services by the contract of docs/partners.md. */
import { eachOperation } from "../each-operation.ts";
import type { Partners } from "../ports.ts";
import { type HttpPartnerOptions, postOperation } from "./post-operation.ts";
import { type ResilienceOptions, resilience } from "./resilience.ts";

const usual: ResilienceOptions = { attempts: 2, backoffMs: 200, failuresToOpen: 5, openMs: 10_000 };

/**
 * Clients of every operation of the table. Answers are checked against the contract; a refusal is a value. A passing fault
 * is tried once more, and a partner that failed five times in a row is left alone for ten seconds. Throws what
 * `postOperation` throws.
 *
 * @example
 * ```ts
 * const partners = httpPartners({ baseUrl: "https://lender.example/jiedao", token });
 * const paid = await partners.payOut({ key, borrowerId, at, loanId, amount: "20000.00", notAfter });
 * if (paid.outcome === "refused") tell(paid.reason);
 * ```
 */
export function httpPartners(options: HttpPartnerOptions & { resilience?: ResilienceOptions }): Partners {
  const guard = resilience(options.resilience ?? usual);
  return {
    pretended: false,
    ...eachOperation((name, request) => guard(() => postOperation({ ...options, name, request }))),
  };
}
