import { shanghaiDate } from "../../domain/calendar/dates.ts";
import { defineCommand } from "./command-definition.ts";
import { moneyCommand } from "./money-command.ts";
import { collectionEvents, settleCollection } from "./settle-collection.ts";

/** Asks what became of a collection on its way. It counts for the day on which the borrower paid. */
export const checkCollection = defineCommand("checkCollection", {
  asks: ["checkCollection"],
  ...moneyCommand,
  answeredBy: collectionEvents,
  async perform({ command: { repaymentId, loanId, reference }, partners, call, books }) {
    const [loan, begun] = await Promise.all([books.loan(loanId), books.repayment(repaymentId)]);
    if (!loan || !begun) throw new Error(`repayment ${repaymentId} of loan ${loanId} is not on the books`);
    const { kind, amount, rail, begunAt } = begun;
    const result = await partners.checkCollection({ ...call, reference });
    const repayment = { id: repaymentId, kind, amount, rail, valueDate: shanghaiDate(begunAt) };
    return settleCollection({ loan, repayment, result });
  },
});
