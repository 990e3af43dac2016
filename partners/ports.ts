/**
 * Ports to the outside: what the lender's other systems do for a journey. Each call carries an idempotency
 * key: the same key gives the same answer and has its effect once. A partner that cannot be reached throws
 * `PartnerUnavailable`: the job is run again later. A refusal is a value.
 */
import type { BorrowerFacts } from "../domain/eligibility/borrower-facts.ts";
import type { RailId } from "../domain/repayment/rails.ts";

export interface PartnerCall {
  /** Idempotency key: the command's id. */
  key: string;
  borrowerId: string;
  /** The borrower's time, ISO 8601. */
  at: string;
}

export type IdentityResult =
  | { outcome: "verified"; maskedName: string; age: number }
  | { outcome: "refused"; reason: "no-match" | "document-expired" };

interface IdentityPort {
  /** Real-name verification. */
  verifyName(call: PartnerCall): Promise<IdentityResult>;
  /** Face check before a signature. */
  verifyFace(call: PartnerCall): Promise<{ outcome: "matched" } | { outcome: "refused" }>;
}

interface CreditBureauPort {
  /** Asked only after the borrower has authorised it. */
  report(call: PartnerCall): Promise<BorrowerFacts>;
}

export interface BankCard {
  bank: string;
  /** Last four digits. */
  tail: string;
}

export type CollectResult =
  | { outcome: "collected"; reference: string; fee: string }
  /** On its way: the money arrives on this date (Asia/Shanghai). */
  | { outcome: "processing"; reference: string; fee: string; arrivesOn: string }
  | { outcome: "refused"; reason: "insufficient-funds" | "card-rejected" };

export interface PaymentsPort {
  /** The borrower's bound bank card, or undefined. */
  boundCard(call: PartnerCall): Promise<BankCard | undefined>;
  /**
   * Pays out, to the payee or else to the bound card, before the instant `notAfter` or not at all: interest counts from
   * the day before it.
   */
  payOut(
    call: PartnerCall & {
      loanId: string;
      amount: string;
      notAfter: string;
      /** The merchant whose cart the loan pays for. */
      payee?: { merchantId: string; orderNumber: string } | undefined;
    },
  ): Promise<
    { outcome: "paid"; reference: string } | { outcome: "refused"; reason: "card-rejected" | "too-late" }
  >;
  /** Takes the amount and the rail's fee, which is never more than the borrower agreed to. */
  collect(
    call: PartnerCall & {
      loanId: string;
      repaymentId: string;
      amount: string;
      rail: RailId;
      maximumFee: string;
    },
  ): Promise<CollectResult>;
  /** What became of a collection that was on its way. */
  collection(call: PartnerCall & { reference: string }): Promise<CollectResult>;
}

export type SmsResult =
  | { outcome: "accepted"; reference: string }
  /** The partner knows no number of theirs, or they may not be written to there. */
  | { outcome: "refused"; reason: "no-number" | "opted-out" };

interface SmsPort {
  /** To the borrower's own number, which only the partner knows: there is no way to write to anybody else. */
  send(call: PartnerCall & { text: string }): Promise<SmsResult>;
}

export interface Partners {
  identity: IdentityPort;
  bureau: CreditBureauPort;
  payments: PaymentsPort;
  sms: SmsPort;
  /** True where everything is pretended: every money message then says so. */
  pretended: boolean;
}

/** The partner could not be reached or answered nonsense: try again later. Carries no personal data. */
export class PartnerUnavailable extends Error {
  override readonly name = "PartnerUnavailable";
}

/** The partner refused the request as such: our fault, and trying again will not help. Carries no personal data. */
export class PartnerMisuse extends Error {
  override readonly name = "PartnerMisuse";
}
