/** The outcome of an assessment, as stored, shown and explained. Amounts in yuan and rates as strings. */

export type DimensionName = "social" | "payments" | "credit" | "assets";

/** One figure behind a dimension, as its source reports it. */
export interface ScorePart {
  source:
    | "chats"
    | "public-accounts"
    | "spending"
    | "transfers"
    | "red-packets"
    | "credit-bureau"
    | "platform-record"
    | "money-fund"
    | "investments";
  /** Share of the dimension, "0.50". */
  weight: string;
  /** 0 to 100, one decimal. */
  score: string;
}

export interface ScoredDimension {
  name: DimensionName;
  /** Share of the whole, "0.25". */
  weight: string;
  /** 0 to 100, one decimal. */
  score: string;
  /** weight x score, two decimals. */
  contribution: string;
  /** What it was made of; absent where only the dimension was kept. */
  parts?: ScorePart[];
}

export type TierName = "high-activity" | "regular" | "low-frequency";

/** Why a borrower is refused, in the order in which the reasons are told. */
export type RefusalReason =
  | { code: "no-real-name" }
  | { code: "no-bank-card" }
  | { code: "no-credit-authorisation" }
  | { code: "age"; minimum: number; maximum: number }
  | { code: "not-white-listed"; productId: string }
  | { code: "deposit-too-low"; minimum: string }
  | { code: "no-consumption-scene" }
  | { code: "currently-overdue" }
  | { code: "poor-credit-history"; overdue: number }
  | { code: "too-many-lenders"; lenders: number; maximum: number }
  | { code: "score-too-low"; score: string; minimum: string; weakest: DimensionName }
  | { code: "limit-used-elsewhere"; outstanding: string };

export interface Assessment {
  id: string;
  productId: string;
  /** Asia/Shanghai dates, YYYY-MM-DD. */
  decidedOn: string;
  validUntil: string;
  outcome: "approved" | "refused";
  /** 0 to 100, two decimals. */
  score: string;
  /** Empty when a gate refused: nothing may be scored without authorisation. */
  dimensions: ScoredDimension[];
  tier: TierName;
  /** Overall limit granted, yuan; "0.00" when refused. */
  limit: string;
  dailyRate: string;
  /** Nominal annual rate, dailyRate x the product's day basis: "0.1080". */
  annualRate: string;
  /** Empty when approved. */
  reasons: RefusalReason[];
  /** How the limit came about: what was granted, less what is owed to other lenders; yuan, of an approval. */
  sharing?: { granted: string; usedElsewhere: string } | undefined;
}
