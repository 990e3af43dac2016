import { disburseLoan } from "../../db/lending/loans.ts";
import { addDays, shanghaiDate, startOfDayInShanghai } from "../../domain/calendar/dates.ts";
import { defineCommand } from "./command-definition.ts";
import { moneyCommand } from "./money-command.ts";

/**
 * Pays a signed loan out, on the day from which its interest counts and no later, and not to somebody who fell into
 * arrears since the signature. That is asked before the first try only: after it the money may have gone, and a partner
 * is asked until that is known.
 */
export const payOut = defineCommand("payOut", {
  asks: ["payOut"],
  ...moneyCommand,
  answeredBy: ["payout.completed", "payout.refused"],
  async perform({ command: { loanId, amount, payee }, partners, call, books }) {
    const loan = await books.loan(loanId);
    if (!loan) throw new Error(`payout of loan ${loanId}, which is not on the books`);
    const { quoteId } = loan;
    if ((await books.begin()) && (await books.isInArrears(call.borrowerId, shanghaiDate(call.at))))
      return { event: { type: "payout.refused", quoteId, reason: "in-arrears" } };
    const notAfter = startOfDayInShanghai(addDays(loan.disbursedOn, 1));
    const result = await partners.payOut({ ...call, loanId, amount, notAfter, ...(payee && { payee }) });
    if (result.outcome === "refused")
      return { event: { type: "payout.refused", quoteId, reason: result.reason } };
    return {
      event: { type: "payout.completed", loan },
      book: (tx, at) => [disburseLoan(tx, { loanId, reference: result.reference, at })],
    };
  },
});
