import { type OperationAnswer, type OperationName, operationNames } from "./operations.ts";
import type { PartnerOperations, PartnerRequest } from "./ports.ts";

/** Answers one operation, whichever it is. */
export type Ask = <Name extends OperationName>(
  name: Name,
  request: PartnerRequest<Name>,
) => Promise<OperationAnswer<Name>>;

/** Every operation of the table, all done by one function. */
export const eachOperation = (ask: Ask): PartnerOperations =>
  Object.fromEntries(
    operationNames.map((name) => [name, (request: PartnerRequest<typeof name>) => ask(name, request)]),
  ) as unknown as PartnerOperations;
