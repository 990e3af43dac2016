/** The real partners: clients of a lender's services by the contract of docs/partners.md. */
import { eachOperation } from "../each-operation.ts";
import type { Partners } from "../ports.ts";
import { type HttpPartnerOptions, postOperation } from "./post-operation.ts";
import { type ResilienceOptions, resilience } from "./resilience.ts";

const usual: ResilienceOptions = { attempts: 2, backoffMs: 200, failuresToOpen: 5, openMs: 10_000 };

/** Answers are checked against the contract; refusals are values; see postOperation for what is thrown. */
export function httpPartners(options: HttpPartnerOptions & { resilience?: ResilienceOptions }): Partners {
  const guard = resilience(options.resilience ?? usual);
  return {
    pretended: false,
    ...eachOperation((name, request) => guard(() => postOperation({ ...options, name, request }))),
  };
}
