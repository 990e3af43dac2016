/** One request to a lender's service, its outcome sorted: an answer, try again later, or our fault. */
import { type PartnerCall, PartnerMisuse, PartnerUnavailable } from "../ports.ts";
import { type OperationAnswer, type OperationName, type OperationRequest, operations } from "./contract.ts";

export interface HttpPartnerOptions {
  /** Where the lender's services are, without the paths of the contract: "https://lender.example/jiedao". */
  baseUrl: string;
  token: string;
  timeoutMs: number;
}

/** Statuses that say "not now" rather than "not so". */
const laterStatuses = new Set([408, 409, 425, 429]);

type Keyed<Request> = Request & Pick<PartnerCall, "key">;

async function send(
  options: HttpPartnerOptions & { name: OperationName; request: Keyed<object> },
): Promise<Response> {
  const { name } = options;
  const { key, ...body } = options.request;
  try {
    return await fetch(`${options.baseUrl.replace(/\/$/, "")}${operations[name].path}`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${options.token}`,
        "content-type": "application/json",
        "idempotency-key": key,
      },
      body: JSON.stringify(body),
      redirect: "error",
      signal: AbortSignal.timeout(options.timeoutMs),
    });
  } catch {
    throw new PartnerUnavailable(`${name}: no answer from the partner`);
  }
}

async function readJson(name: OperationName, response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    throw new PartnerUnavailable(`${name}: the partner's answer is not JSON`);
  }
}

/**
 * Throws PartnerUnavailable on no answer, a timeout, 408, 409 (the same key is still being worked on), 425, 429, 5xx
 * or an answer outside the contract; PartnerMisuse on any other status. Neither carries what was sent or answered.
 */
export async function postOperation<Name extends OperationName>(
  options: HttpPartnerOptions & { name: Name; request: Keyed<OperationRequest<Name>> },
): Promise<OperationAnswer<Name>> {
  const { name } = options;
  const response = await send(options);
  if (response.status !== 200) {
    await response.body?.cancel();
    const told = `${name}: the partner answered ${response.status}`;
    const later = response.status >= 500 || laterStatuses.has(response.status);
    throw later ? new PartnerUnavailable(told) : new PartnerMisuse(told);
  }
  const answer = operations[name].answer.safeParse(await readJson(name, response));
  if (!answer.success) throw new PartnerUnavailable(`${name}: the partner's answer is outside the contract`);
  return answer.data as OperationAnswer<Name>;
}
