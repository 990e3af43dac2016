/** The options of `calc`, each once: as a flag (--daily-rate), as a JSON key (dailyRate), and in the help. */

export interface Option {
  /** JSON key in camelCase; the flag is the same in kebab-case. */
  key: string;
  kind: "text" | "number" | "switch" | "list";
  help: string;
  example: string;
  /** What holds where it is not given; absent where nothing does. */
  fallback?: string;
  /** Other names that people give it; taken, and told in the help. */
  also?: string[];
}

export const roundingOptions: Option[] = [
  {
    key: "rounding",
    kind: "text",
    help: "half-up | half-even | half-down | up | down",
    example: "half-even",
    fallback: "half-up",
    also: ["roundingMode"],
  },
  {
    key: "unit",
    kind: "text",
    help: "of rounding interest and payments, in yuan",
    example: "0.01",
    fallback: "0.01",
    also: ["roundingUnit"],
  },
];

export const loanOptions: Option[] = [
  { key: "principal", kind: "text", help: "yuan", example: "10000", also: ["amount", "loanAmount"] },
  {
    key: "dailyRate",
    kind: "text",
    help: "a day, as a fraction or in percent; or give annualRate",
    example: "0.0005",
  },
  {
    key: "annualRate",
    kind: "text",
    help: "a year, as a fraction or in percent, by the day count",
    example: "0.12",
    also: ["yearlyRate", "nominalRate"],
  },
  {
    key: "method",
    kind: "text",
    help: "level-payment | equal-principal | interest-first | pay-any-time",
    example: "level-payment",
    fallback: "level-payment",
    also: ["repaymentMethod"],
  },
  {
    key: "installments",
    kind: "number",
    help: "how many",
    example: "12",
    also: ["instalments", "periods", "nper"],
  },
  {
    key: "months",
    kind: "number",
    help: "or the whole term in months, for a frequency in months",
    example: "12",
    also: ["term", "termMonths"],
  },
  {
    key: "disbursed",
    kind: "text",
    help: "date of payout, YYYY-MM-DD",
    example: "2026-01-31",
    also: ["disbursedOn", "disbursementDate", "startDate", "start"],
  },
  {
    key: "frequency",
    kind: "text",
    help: "monthly | semimonthly | weekly | N-days | N-weeks | N-months",
    example: "14-days",
    fallback: "monthly",
    also: ["every", "interval", "unitPeriod"],
  },
  {
    key: "firstDue",
    kind: "text",
    help: "first due date, for an odd first period; the others follow from it",
    example: "2026-03-15",
    also: ["firstDueDate", "firstDueOn", "firstPaymentDate"],
  },
  {
    key: "dayOfMonth",
    kind: "number",
    help: "due day, 1 to 31, or the last of a shorter month; 31 is the month's end. Without firstDue, in the month after the payout",
    example: "31",
    also: ["dueDay", "paymentDay"],
  },
  {
    key: "dueDates",
    kind: "list",
    help: "given due dates, in place of installments and a frequency",
    example: "2026-03-01,2026-06-01",
    also: ["dates"],
  },
  {
    key: "dayCount",
    kind: "text",
    help: "actual/365 | actual/360 | actual/actual | 30/360 | 30E/360",
    example: "30/360",
    fallback: "actual/365",
    also: ["dayBasis", "basis", "dayCountConvention"],
  },
  {
    key: "equalMonths",
    kind: "switch",
    help: "every full period bears the same share of the annual rate; days left over count as thirtieths of a month",
    example: "",
    also: ["equalPeriods"],
  },
  {
    key: "counting",
    kind: "text",
    help: "exclusive (the first day counts, the last does not) | inclusive (one day more, in the first period)",
    example: "inclusive",
    fallback: "exclusive",
  },
  ...roundingOptions,
  {
    key: "wholeUnit",
    kind: "text",
    help: "payments in multiples of this, the last excepted; interest paid alone is not rounded to it",
    example: "1",
    also: ["wholeYuan", "installmentUnit"],
  },
  {
    key: "wholeRounding",
    kind: "text",
    help: "nearest | up; whole yuan where no wholeUnit is given",
    example: "up",
    also: ["wholeUnitRounding"],
  },
  {
    key: "fixedInstallment",
    kind: "text",
    help: "a given payment (equal principal: the part of principal)",
    example: "900",
    also: ["fixedPayment"],
  },
  {
    key: "principalGrace",
    kind: "number",
    help: "first installments without principal; it is spread over those after them",
    example: "3",
    fallback: "0",
    also: ["gracePrincipal", "principalGracePeriods"],
  },
  {
    key: "interestGrace",
    kind: "number",
    help: "first installments whose interest is paid, without interest on it, with the one after them",
    example: "2",
    fallback: "0",
    also: ["graceInterest", "interestGracePeriods"],
  },
  {
    key: "interestFree",
    kind: "number",
    help: "first periods that bear no interest",
    example: "1",
    fallback: "0",
    also: ["interestFreePeriods"],
  },
];

export const penaltyOptions: Option[] = [
  {
    key: "penaltyRate",
    kind: "text",
    help: "a day on overdue principal, as a fraction or in percent; never on a penalty",
    example: "0.0005",
    fallback: "0.0005",
    also: ["dailyPenaltyRate", "penaltyDailyRate"],
  },
  {
    key: "graceDays",
    kind: "number",
    help: "days past due that bear no penalty when it is paid within them",
    example: "3",
    fallback: "0",
  },
  {
    key: "graceFrom",
    kind: "text",
    help: "where the penalty starts once they are over: due-date | grace-end",
    example: "grace-end",
    fallback: "due-date",
  },
  {
    key: "penaltyCounting",
    kind: "text",
    help: "exclusive (due date is day 0) | inclusive",
    example: "inclusive",
    fallback: "exclusive",
  },
  {
    key: "penaltyCap",
    kind: "text",
    help: "at most this share of the installment's principal",
    example: "0.3",
    also: ["cap"],
  },
];

export const repaymentOptions: Option[] = [
  {
    key: "payments",
    kind: "list",
    help: 'what was paid: DATE=AMOUNT, a partial one, or with :due, :payoff, :reversed after it. In JSON also {"on", "amount", "kind", "reversed"}',
    example: "2016-03-10=2145.00,2016-03-25=3000:partial",
    also: ["repayments"],
  },
  {
    key: "refunds",
    kind: "list",
    help: "what was given back of money held beyond what was owed: DATE=AMOUNT",
    example: "2016-04-01=200",
  },
  {
    key: "on",
    kind: "text",
    help: "the date asked about",
    example: "2016-04-20",
    also: ["date", "asOf", "payoffDate", "valueDate"],
  },
  {
    key: "waterfall",
    kind: "list",
    help: "the order of penalty, interest and principal",
    example: "penalty,interest,principal",
    fallback: "penalty,interest,principal",
    also: ["order", "allocationOrder", "waterfallOrder"],
  },
  {
    key: "across",
    kind: "text",
    help: "installments (the oldest whole before the next) | parts (each part of all of them first)",
    example: "parts",
    fallback: "installments",
  },
  {
    key: "excess",
    kind: "text",
    help: "beyond what is due: next | last | fewer (installments) | smaller (ones)",
    example: "fewer",
    fallback: "smaller",
    also: ["excessRule"],
  },
  {
    key: "interestUntil",
    kind: "text",
    help: "interest of a prepayment or payoff: value-date (to the day) | period-end",
    example: "period-end",
    fallback: "value-date",
    also: ["payoffInterest"],
  },
  ...penaltyOptions,
];

/** "dailyRate" -> "daily-rate" */
export function kebab(key: string): string {
  return key.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
}
