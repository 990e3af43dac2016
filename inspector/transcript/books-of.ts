/** What the books say of a stepped borrower, as lines of a transcript. */
import { exact, toCents } from "../../domain/money/money.ts";
import type { World } from "../stepping/world.ts";

/** How many loans are signed, and what was paid out and is not yet repaid of them. */
export function booksOf({ loans, commands }: World): string[] {
  const unpaid = new Set(commands.flatMap((one) => (one.command === "payOut" ? [one.loanId] : [])));
  const left = loans
    .filter(({ id }) => !unpaid.has(id))
    .reduce((sum, loan) => sum.plus(loan.principal).minus(repaidOf(loan)), exact("0"));
  return [`$ loans ${loans.length}`, `$ loans:principal ${toCents(left, "half-up")}`];
}

const repaidOf = ({ repayments, reversals = [] }: World["loans"][number]) =>
  repayments
    .filter(({ id }) => !reversals.some(({ repaymentId }) => repaymentId === id))
    .flatMap(({ allocations }) => allocations)
    .reduce((sum, { principal }) => sum.plus(principal), exact("0"));
