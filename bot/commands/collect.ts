import { shanghaiDate } from "../../domain/calendar/dates.ts";
import { defineCommand } from "./command-definition.ts";
import { moneyCommand } from "./money-command.ts";
import { type CollectionResult, collectionEvents, settleCollection } from "./settle-collection.ts";

/**
 * Collects a repayment. It is stored as in processing before the rail is asked, so that a crash in between
 * leaves a trace, and a loan never has two on their way.
 */
export const collect = defineCommand("collect", {
  asks: ["collect"],
  ...moneyCommand,
  answeredBy: collectionEvents,
  async perform({ command, partners, call, books }) {
    const { confirmedAt, repaymentId, loanId, kind, amount, rail, maximumFee } = command;
    const loan = await books.loan(loanId);
    if (!loan) throw new Error(`collection for loan ${loanId}, which is not on the books`);
    const counted = loan.repayments.some(({ id }) => id === repaymentId);
    const superseded: CollectionResult = {
      event: { type: "repayment.refused", repaymentId, reason: "superseded", loan },
    };
    if (!counted && loan.repayments.length !== command.expectedRepayments) return superseded;
    const begun = await books.beginRepayment({
      id: repaymentId,
      loanId,
      kind,
      rail,
      amount,
      at: confirmedAt,
    });
    if (begun === "busy") return superseded;
    const result = await partners.collect({ ...call, loanId, repaymentId, amount, rail, maximumFee });
    const valueDate = shanghaiDate(confirmedAt);
    return settleCollection({ loan, repayment: { id: repaymentId, kind, amount, rail, valueDate }, result });
  },
});
