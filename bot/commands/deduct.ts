import { findBorrower } from "../../db/lending/borrowers.ts";
import { loadLoan } from "../../db/lending/loan-facts.ts";
import { beginRepayment, findRepayment, refuseRepayment } from "../../db/lending/repayments.ts";
import { startOfDayInShanghai } from "../../domain/calendar/dates.ts";
import { amountDue, type Loan, loanPosition, type Repayment } from "../../domain/loan/loan.ts";
import { deductionRails } from "../../domain/repayment/deduction-sources.ts";
import type { RailId } from "../../domain/repayment/rails.ts";
import type { CollectResult } from "../../partners/ports.ts";
import type { CommandResult, CommandScope } from "./command-scope.ts";
import { settleCollection } from "./settle-collection.ts";

type Scope = CommandScope<"deduct">;

/** Neither rail takes a fee. */
const maximumFee = "0.00";

/**
 * Deducts what is due and overdue on a date, from one rail after the other until one takes it. Each try is a
 * repayment of its own, stored before the rail is asked; whoever paid or is paying meanwhile is left alone. Run
 * again, it goes on where it was.
 */
export async function deduct(scope: Scope): Promise<CommandResult> {
  const { command, orm } = scope;
  const loan = await loadLoan(orm, command.loanId);
  if (!loan) throw new Error(`deduction for loan ${command.loanId}, which is not on the books`);
  const skipped: CommandResult = { event: { type: "deduction.skipped", loanId: loan.id } };
  const tries = deductionTries(loan, command);
  if (tries.length === 0 || !(await isWanted(scope))) return skipped;
  for (const repayment of tries) {
    const result = await tryRail(scope, loan, repayment);
    if (result === "busy") break;
    if (result.outcome !== "refused" || repayment === tries.at(-1))
      return settleCollection({ loan, repayment, result });
    await refuseRepayment(orm, repayment.id, result.reason);
  }
  return skipped;
}

/** The borrower may have ended it since the close; what was begun before is asked after all the same. */
async function isWanted({ orm, call, command }: Scope): Promise<boolean> {
  const rails = deductionRails[command.source];
  if ((await findBorrower(orm, call.borrowerId))?.automaticDeduction) return true;
  const begun = await Promise.all(rails.map((rail) => findRepayment(orm, tryId(command, rail))));
  return begun.some((one) => one !== undefined);
}

type Try = Pick<Repayment, "id" | "kind" | "amount" | "rail" | "valueDate">;

/** One repayment a rail; none when nothing is due, and when the borrower has paid on a later date: it is for them to go on. */
export function deductionTries(loan: Loan, { on, source }: Pick<Scope["command"], "on" | "source">): Try[] {
  if (loan.repayments.some(({ valueDate }) => valueDate > on)) return [];
  const { amount, early } = amountDue(loanPosition(loan, on));
  if (early || amount === "0.00") return [];
  return deductionRails[source].map((rail) => ({
    ...{ id: tryId({ loanId: loan.id, on }, rail), kind: "due" as const, amount, rail, valueDate: on },
  }));
}

async function tryRail(
  { partners, call, orm }: Scope,
  { id: loanId, repayments }: Loan,
  { valueDate, ...repayment }: Try,
): Promise<CollectResult | "busy"> {
  const { id: repaymentId, amount, rail } = repayment;
  const begun = await beginRepayment(orm, { ...repayment, loanId, at: startOfDayInShanghai(valueDate) });
  if (begun === "busy") return "busy";
  // Only now can no other repayment of this loan be posted any more: one that was makes the amount another one.
  if ((await loadLoan(orm, loanId))?.repayments.length !== repayments.length) {
    await refuseRepayment(orm, repaymentId, "superseded");
    return "busy";
  }
  const key = `${call.key}:${rail}`;
  return await partners.payments.collect({ ...call, key, loanId, repaymentId, amount, rail, maximumFee });
}

const tryId = ({ loanId, on }: Pick<Scope["command"], "loanId" | "on">, rail: RailId): string =>
  `${loanId}-${on}-${rail}`;
