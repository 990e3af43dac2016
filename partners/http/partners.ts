/** The real partners: clients of a lender's services by the contract of docs/partners.md. */
import type { PartnerCall, Partners } from "../ports.ts";
import type { OperationAnswer, OperationName, OperationRequest } from "./contract.ts";
import { type HttpPartnerOptions, postOperation } from "./post-operation.ts";
import { type ResilienceOptions, resilience } from "./resilience.ts";

const usual: ResilienceOptions = { attempts: 2, backoffMs: 200, failuresToOpen: 5, openMs: 10_000 };

/** Answers are checked against the contract; refusals are values; see postOperation for what is thrown. */
export function httpPartners(options: HttpPartnerOptions & { resilience?: ResilienceOptions }): Partners {
  const guard = resilience(options.resilience ?? usual);
  const ask = <Name extends OperationName>(
    name: Name,
    request: OperationRequest<Name> & Pick<PartnerCall, "key">,
  ): Promise<OperationAnswer<Name>> => guard(() => postOperation({ ...options, name, request }));
  return {
    pretended: false,
    identity: {
      verifyName: (call) => ask("verifyName", call),
      verifyFace: (call) => ask("verifyFace", call),
    },
    bureau: { report: (call) => ask("report", call) },
    payments: {
      boundCard: async (call) => (await ask("boundCard", call)).card ?? undefined,
      payOut: (call) => ask("payOut", call),
      collect: (call) => ask("collect", call),
      collection: (call) => ask("collection", call),
    },
    sms: { send: (call) => ask("sendSms", call) },
  };
}
