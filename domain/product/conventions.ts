/** The conventions by which a loan is reckoned: part of its terms. A quote made of terms without any has the house's. */
import type { DayCount } from "../calendar/day-count.ts";
import { type RoundingRule, toTheCent } from "../money/rounding-rule.ts";
import type { Counting } from "./interest-rule.ts";

export const parts = ["penalty", "interest", "principal"] as const;
export type Part = (typeof parts)[number];

/**
 * What a payment beyond what is due does with the principal to come:
 * `next` pays the next installments, `last` the last ones; `smaller` makes all of them smaller in proportion;
 * `fewer` keeps the payment and ends sooner. Dates stay.
 */
export const excessRules = ["next", "last", "fewer", "smaller"] as const;
export type ExcessRule = (typeof excessRules)[number];

export const waterfallOrders = ["installments", "parts"] as const;

export interface Waterfall {
  /** The order in which money covers the parts. */
  order: readonly Part[];
  /** `installments`: the oldest installment whole before the next; `parts`: each part of all of them first. */
  across: (typeof waterfallOrders)[number];
}

export const penaltyStarts = ["due-date", "grace-end"] as const;

/** What of an overdue installment bears its penalty: principal alone, or its interest as well. */
export const penaltyBases = ["principal", "principal-and-interest"] as const;
export type PenaltyBase = (typeof penaltyBases)[number];

export interface PenaltyRule {
  /** Simple interest a day on what is overdue of an installment, never compounding. */
  dailyRate: string;
  /** Without it principal alone. */
  base?: PenaltyBase | undefined;
  /** Paid within these days past due, an installment bears no penalty. */
  graceDays: number;
  /** Where the penalty of an installment that outlives its grace starts. */
  startsFrom: (typeof penaltyStarts)[number];
  /** `exclusive`: the due date is day 0; `inclusive`: it is day 1 of a penalty. */
  counting: Counting;
  /** At most this share of the installment's principal; without it no cap. */
  cap?: string | undefined;
}

export const interestEnds = ["value-date", "period-end"] as const;

export interface RepaymentRules {
  waterfall: Waterfall;
  excess: ExcessRule;
  /** Interest of the running period in a prepayment or payoff: to the day, or of the period in full. */
  interestUntil: (typeof interestEnds)[number];
  penalty: PenaltyRule;
}

/** Days past due from which each stage of collection (三阶递进) comes: a text message, a call, a legal letter. */
export interface ContactDays {
  sms: number;
  call: number;
  letter: number;
}

export interface LoanConventions {
  dayCount: DayCount;
  counting: Counting;
  rounding: RoundingRule;
  repayment: RepaymentRules;
  /** Without them the house's. */
  contactDays?: ContactDays | undefined;
}

/** The seed gives no days: the first day past due, after a week, when the first month (bucket 1 to 30) is over. */
export const houseContactDays: ContactDays = { sms: 1, call: 8, letter: 31 };

/** The loan's own; where it states none, the house's. */
export const contactDaysOf = ({ contactDays }: Pick<LoanConventions, "contactDays">): ContactDays =>
  contactDays ?? houseContactDays;

/** The seed's 0.05 % a day; its grace and cap are not given, so there is none. */
export const housePenalty: PenaltyRule = {
  dailyRate: "0.0005",
  graceDays: 0,
  startsFrom: "due-date",
  counting: "exclusive",
};

export const houseRepayment: RepaymentRules = {
  waterfall: { order: parts, across: "installments" },
  excess: "smaller",
  interestUntil: "value-date",
  penalty: housePenalty,
};

/** Interest by the actual day; half up to the cent. */
export const houseConventions: LoanConventions = {
  dayCount: "actual/360",
  counting: "exclusive",
  rounding: toTheCent,
  repayment: houseRepayment,
};
