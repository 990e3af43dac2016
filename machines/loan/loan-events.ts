import type { DueStatus } from "../../domain/loan/due-status.ts";

/** Where the loan stands once it has happened, and how near "soon" is to its borrower, in days. */
interface Standing {
  date: string;
  standing: DueStatus;
  daysBefore: number;
}

export type LoanEvent =
  /** A business date has come. */
  | ({ type: "businessDay" } & Standing)
  /** A payment was booked. */
  | ({ type: "paid" } & Standing)
  /** An operator gives the claim up as an asset. */
  | { type: "writeOff" };
