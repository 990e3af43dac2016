import { startOfDayInShanghai } from "../../domain/calendar/dates.ts";
import { amountDue, type Loan, loanPosition, type Repayment } from "../../domain/loan/loan-position.ts";
import { deductionRails } from "../../domain/repayment/deduction-sources.ts";
import type { RailId } from "../../domain/repayment/rails.ts";
import type { CollectionAnswer } from "../../partners/ports.ts";
import { type CommandScope, defineCommand } from "./command-definition.ts";
import { moneyCommand } from "./money-command.ts";
import { collectionEvents, settleCollection } from "./settle-collection.ts";

type Scope = CommandScope<"deduct", "collect">;

/** Neither rail takes a fee. */
const maximumFee = "0.00";

/**
 * Deducts what is due and overdue on a date, from one rail after the other until one takes it. Each try is a
 * repayment of its own, stored before the rail is asked; whoever paid or is paying meanwhile is left alone. Run
 * again, it goes on where it was.
 */
export const deduct = defineCommand("deduct", {
  asks: ["collect"],
  ...moneyCommand,
  answeredBy: [...collectionEvents, "deduction.skipped"],
  async perform(scope) {
    const { command, books } = scope;
    const loan = await books.loan(command.loanId);
    if (!loan) throw new Error(`deduction for loan ${command.loanId}, which is not on the books`);
    const tries = deductionTries(loan, command);
    const wanted = tries.length > 0 && (await isWanted(scope));
    for (const repayment of wanted ? tries : []) {
      const result = await tryRail(scope, loan, repayment);
      if (result === "busy") break;
      if (result.outcome !== "refused" || repayment === tries.at(-1))
        return settleCollection({ loan, repayment, result });
      await books.refuseRepayment(repayment.id, result.reason);
    }
    return { event: { type: "deduction.skipped", loanId: loan.id } };
  },
});

/** The borrower may have ended it since the close; what was begun before is asked after all the same. */
async function isWanted({ books, call, command }: Scope): Promise<boolean> {
  if (await books.mayDeduct(call.borrowerId)) return true;
  const rails = deductionRails[command.source];
  const begun = await Promise.all(rails.map((rail) => books.repayment(tryId(command, rail))));
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
  { partners, call, books }: Scope,
  { id: loanId, repayments }: Loan,
  { valueDate, ...repayment }: Try,
): Promise<CollectionAnswer | "busy"> {
  const { id: repaymentId, amount, rail } = repayment;
  const begun = await books.beginRepayment({ ...repayment, loanId, at: startOfDayInShanghai(valueDate) });
  if (begun === "busy") return "busy";
  // Only now can no other repayment of this loan be posted any more: one that was makes the amount another one.
  if ((await books.loan(loanId))?.repayments.length !== repayments.length) {
    await books.refuseRepayment(repaymentId, "superseded");
    return "busy";
  }
  const key = `${call.key}:${rail}`;
  return await partners.collect({ ...call, key, loanId, repaymentId, amount, rail, maximumFee });
}

const tryId = ({ loanId, on }: Pick<Scope["command"], "loanId" | "on">, rail: RailId): string =>
  `${loanId}-${on}-${rail}`;
