import { loadLoan } from "../../db/lending/loan-facts.ts";
import { beginRepayment } from "../../db/lending/repayments.ts";
import { shanghaiDate } from "../../domain/calendar/dates.ts";
import type { CommandResult, CommandScope } from "./command-scope.ts";
import { settleCollection } from "./settle-collection.ts";

/**
 * Collects a repayment. It is stored as in processing before the rail is asked, so that a crash in between
 * leaves a trace, and a loan never has two on their way.
 */
export async function collect(scope: CommandScope<"collect">): Promise<CommandResult> {
  const { command, partners, call, orm } = scope;
  const { confirmedAt, repaymentId, loanId, kind, amount, rail, maximumFee } = command;
  const loan = await loadLoan(orm, loanId);
  if (!loan) throw new Error(`collection for loan ${loanId}, which is not on the books`);
  const counted = loan.repayments.some(({ id }) => id === repaymentId);
  const superseded: CommandResult = {
    event: { type: "repayment.refused", repaymentId, reason: "superseded", loan },
  };
  if (!counted && loan.repayments.length !== command.expectedRepayments) return superseded;
  const begun = await beginRepayment(orm, { id: repaymentId, loanId, kind, rail, amount, at: confirmedAt });
  if (begun === "busy") return superseded;
  const result = await partners.payments.collect({ ...call, loanId, repaymentId, amount, rail, maximumFee });
  const valueDate = shanghaiDate(confirmedAt);
  return settleCollection({ loan, repayment: { id: repaymentId, kind, amount, rail, valueDate }, result });
}
