import { loadLoan, loadLoansOf } from "../../db/lending/loan-facts.ts";
import { disburseLoan } from "../../db/lending/loans.ts";
import { addDays, shanghaiDate, startOfDayInShanghai } from "../../domain/calendar/dates.ts";
import { isInArrears } from "../../domain/overdue/arrears.ts";
import type { PartnerCall } from "../../partners/ports.ts";
import type { CommandResult, CommandScope } from "./command-scope.ts";

/**
 * Pays a signed loan out, on the day from which its interest counts and no later, and not to somebody who fell into
 * arrears since the signature. That is asked before the first try only: after it the money may have gone, and a partner
 * is asked until that is known.
 */
export async function payOut({
  command,
  partners,
  call,
  orm,
  begin,
}: CommandScope<"payOut">): Promise<CommandResult> {
  const { loanId, amount, payee } = command;
  const loan = await loadLoan(orm, loanId);
  if (!loan) throw new Error(`payout of loan ${loanId}, which is not on the books`);
  if ((await begin()) && (await fellIntoArrears(orm, call))) {
    return { event: { type: "payout.refused", quoteId: loan.quoteId, reason: "in-arrears" } };
  }
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

const fellIntoArrears = async (
  orm: CommandScope<"payOut">["orm"],
  { borrowerId, at }: PartnerCall,
): Promise<boolean> => isInArrears(await loadLoansOf(orm, borrowerId), shanghaiDate(at));
