/** What an answer may be made of: the borrower's own figures where known, the catalogue's rules always. */
import type { LateInstallment } from "../../../domain/eligibility/credit-record.ts";
import type { Tier } from "../../../domain/pricing/tier.ts";
import type { PenaltyRule } from "../../../domain/product/conventions.ts";
import type { Rail } from "../../../domain/repayment/rails.ts";

export interface ProductFigures {
  name: string;
  lender: string;
  maximum: string;
  lowest: string;
  highest: string;
}
export type TierRule = Pick<Tier, "name" | "rateFactor" | "reviewDays">;

/** What a loan shows on the credit record. */
export type LateRecord = LateInstallment & { loan: string };

export interface AnswerFigures {
  /** True where partners, the face check among them, are pretended. */
  sandbox: boolean;
  /** `free`: what may be borrowed now; absent while nothing may, for arrears. */
  own?: { dailyRate: string; annualRate: string; limit: string; free: string | undefined } | undefined;
  product: ProductFigures;
  products: { lending: ProductFigures[]; referral: string[]; unstated: string[] };
  tiers: TierRule[];
  rails: readonly Rail[];
  /** The menus that lead to the repayment page in the messenger itself. */
  repaymentPage: readonly string[];
  /** Of the loan that is due first; where there is none, of the product spoken of. */
  penalty: PenaltyRule;
  /** The borrower's own installments that were or are late, replayed when it is asked for. */
  late(): LateRecord[];
  /** A loan is open. */
  owes: boolean;
  next?: { dueDate: string; amount: string } | undefined;
  /** Due today or earlier, penalty included, yuan. */
  dueNow?: string | undefined;
  /** What brings overdue loans up to date today, yuan. */
  overdue?: string | undefined;
  /** The cost of settling the oldest open loan today. */
  payoff?: { number: string; amount: string } | undefined;
}
