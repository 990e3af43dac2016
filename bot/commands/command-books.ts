/** What commands read of the books and note there before they ask a partner. */
import type { Queryable } from "../../db/connection/connection.ts";
import { beginCommand } from "../../db/jobs/commands.ts";
import { findBorrower } from "../../db/lending/borrowers.ts";
import { loadLoan, loadLoansOf } from "../../db/lending/loan-facts.ts";
import {
  beginRepayment,
  findRepayment,
  type NewRepayment,
  type RepaymentStatus,
  refuseRepayment,
} from "../../db/lending/repayments.ts";
import type { Loan } from "../../domain/loan/loan-position.ts";
import { isInArrears } from "../../domain/overdue/arrears.ts";

/** The database's, or the inspector's, which keeps a world of plain values. */
export interface CommandBooks {
  /** The loan, signed or paid out. */
  loan(id: string): Promise<Loan | undefined>;
  /** Whether the borrower owes anything that is overdue at the end of that date. */
  isInArrears(borrowerId: string, on: string): Promise<boolean>;
  /** Whether the borrower has agreed to automatic deductions and not ended them. */
  mayDeduct(borrowerId: string): Promise<boolean>;
  /** A repayment that was begun. */
  repayment(id: string): Promise<BegunRepayment | undefined>;
  /** Stores a repayment as on its way; see db/lending/repayments.ts for what it gives. */
  beginRepayment(repayment: NewRepayment): Promise<"begun" | "busy" | RepaymentStatus>;
  refuseRepayment(id: string, reason: string): Promise<unknown>;
  /** Notes that the partner is about to be asked; true the first time only, when nothing can have reached it yet. */
  begin(): Promise<boolean>;
}

export type BegunRepayment = Pick<NewRepayment, "kind" | "amount" | "rail"> & { begunAt: string };

/** The database's books, for one command. */
export const commandBooks = (q: Queryable, commandId: string): CommandBooks => ({
  loan: (id) => loadLoan(q, id),
  isInArrears: async (borrowerId, on) => isInArrears(await loadLoansOf(q, borrowerId), on),
  mayDeduct: async (borrowerId) => Boolean((await findBorrower(q, borrowerId))?.automaticDeduction),
  repayment: (id) => findRepayment(q, id),
  beginRepayment: (repayment) => beginRepayment(q, repayment),
  refuseRepayment: (id, reason) => refuseRepayment(q, id, reason),
  begin: () => beginCommand(q, commandId),
});
