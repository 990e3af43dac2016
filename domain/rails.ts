/** The rails a repayment takes; the seed's table of arrival and fee. */
export type RailId = "balance" | "bank-card" | "credit-card";
