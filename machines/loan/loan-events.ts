import type { DueStatus } from "../../domain/loan/due-status.ts";
import type { ContactDays } from "../../domain/product/conventions.ts";

/** How late the loan is and what comes next once it has happened, and how near "soon" is to its borrower, in days. */
interface Reckoned {
  /** Asia/Shanghai. */
  date: string;
  dueStatus: DueStatus;
  daysBefore: number;
  /** The loan's own; without them the house's. */
  contactDays?: ContactDays | undefined;
}

export type LoanEvent =
  /** The money is out. */
  | { type: "paidOut" }
  /** It could not be paid out: there is no loan. */
  | { type: "abandoned" }
  /** A business date has come. */
  | ({ type: "businessDay" } & Reckoned)
  /** A payment was booked. */
  | ({ type: "paid" } & Reckoned)
  /** A payment that had been booked turned out not to have come. */
  | ({ type: "reversed" } & Reckoned)
  /** An operator gives the claim up as an asset. */
  | { type: "writeOff" };
