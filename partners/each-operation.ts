import { type OperationAnswer, type OperationName, operationNames } from "./operations.ts";
import type { PartnerOperations, PartnerRequest } from "./ports.ts";

/** Answers one operation, whichever it is. */
export type Ask = <Name extends OperationName>(
  name: Name,
  request: PartnerRequest<Name>,
) => Promise<OperationAnswer<Name>>;

/**
 * Every operation of the table, all done by one function: whatever treats them alike is written once, and knows of an
 * operation as soon as the table has it.
 *
 * @example Partners that count what they are asked.
 * ```ts
 * const counted = eachOperation((name, request) => {
 *   asked.push(name);
 *   return (partners as PartnerOperations)[name](request);
 * });
 * ```
 */
export const eachOperation = (ask: Ask): PartnerOperations =>
  Object.fromEntries(
    operationNames.map((name) => [name, (request: PartnerRequest<typeof name>) => ask(name, request)]),
  ) as unknown as PartnerOperations;
