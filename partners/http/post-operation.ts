/** One request to a lender's service, its outcome sorted: an answer, try again later, or our fault. */
import { answerSchema, type OperationAnswer, type OperationName, operations } from "../operations.ts";
import { type PartnerCall, PartnerMisuse, type PartnerRequest, PartnerUnavailable } from "../ports.ts";

export interface HttpPartnerOptions {
  /** Where the lender's services are, without the paths of the contract: "https://lender.example/jiedao". */
  baseUrl: string;
  token: string;
  /** Of every operation alike; without it each has the time that the table of operations gives it. */
  timeoutMs?: number | undefined;
}

/** Statuses that say "not now" rather than "not so". */
const laterStatuses = new Set([408, 409, 425, 429]);

async function send(
  options: HttpPartnerOptions & { name: OperationName; request: PartnerCall },
): Promise<Response> {
  const { name } = options;
  const { key, ...body } = options.request;
  const timeoutMs = options.timeoutMs ?? operations[name].withinSeconds * 1000;
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
      signal: AbortSignal.timeout(timeoutMs),
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
  options: HttpPartnerOptions & { name: Name; request: PartnerRequest<Name> },
): Promise<OperationAnswer<Name>> {
  const { name } = options;
  const response = await send(options);
  if (response.status !== 200) {
    await response.body?.cancel();
    const told = `${name}: the partner answered ${response.status}`;
    const later = response.status >= 500 || laterStatuses.has(response.status);
    throw later ? new PartnerUnavailable(told) : new PartnerMisuse(told);
  }
  const answer = answerSchema(name).safeParse(await readJson(name, response));
  if (!answer.success) throw new PartnerUnavailable(`${name}: the partner's answer is outside the contract`);
  return answer.data as OperationAnswer<Name>;
}
