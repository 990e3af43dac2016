import { loadLoan } from "../../db/lending/loan-facts.ts";
import { findRepayment } from "../../db/lending/repayments.ts";
import { shanghaiDate } from "../../domain/calendar/dates.ts";
import type { CommandResult, CommandScope } from "./command-scope.ts";
import { settleCollection } from "./settle-collection.ts";

/** Asks what became of a collection on its way. It counts for the day on which the borrower paid. */
export async function checkCollection(scope: CommandScope<"checkCollection">): Promise<CommandResult> {
  const { command, partners, call, orm } = scope;
  const { repaymentId, loanId, reference } = command;
  const [loan, begun] = await Promise.all([loadLoan(orm, loanId), findRepayment(orm, repaymentId)]);
  if (!loan || !begun) throw new Error(`repayment ${repaymentId} of loan ${loanId} is not on the books`);
  const { kind, amount, rail, begunAt } = begun;
  const result = await partners.payments.collection({ ...call, reference });
  const repayment = { id: repaymentId, kind, amount, rail, valueDate: shanghaiDate(begunAt) };
  return settleCollection({ loan, repayment, result });
}
