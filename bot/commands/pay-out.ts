import { loadLoan } from "../../db/loan-facts.ts";
import { disburseLoan } from "../../db/loans.ts";
import { addDays, startOfDayInShanghai } from "../../domain/dates.ts";
import type { CommandResult, CommandScope } from "./command-scope.ts";

/** Pays a signed loan out, on the day from which its interest counts and no later. */
export async function payOut({
  command,
  partners,
  call,
  orm,
}: CommandScope<"payOut">): Promise<CommandResult> {
  const { loanId, amount, payee } = command;
  const loan = await loadLoan(orm, loanId);
  if (!loan) throw new Error(`payout of loan ${loanId}, which is not on the books`);
  const notAfter = startOfDayInShanghai(addDays(loan.disbursedOn, 1));
  const result = await partners.payments.payOut({
    ...call,
    loanId,
    amount,
    notAfter,
    ...(payee && { payee }),
  });
  if (result.outcome === "refused") {
    return { event: { type: "payout.refused", quoteId: loan.quoteId, reason: result.reason } };
  }
  return {
    event: { type: "payout.completed", loan },
    book: (tx, at) => [disburseLoan(tx, { loanId, reference: result.reference, at })],
  };
}
