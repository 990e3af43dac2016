/** The options of `calc`, each once: as a flag (--daily-rate), as a JSON key (dailyRate), and in the help. */

export interface Option {
  /** JSON key in camelCase; the flag is the same in kebab-case. */
  key: string;
  kind: "text" | "number" | "switch" | "list";
  help: string;
  example: string;
}

export const loanOptions: Option[] = [
  { key: "principal", kind: "text", help: "yuan", example: "10000" },
  { key: "dailyRate", kind: "text", help: "fraction a day (or give annualRate)", example: "0.0005" },
  { key: "annualRate", kind: "text", help: "fraction a year, by the day count", example: "0.12" },
  {
    key: "method",
    kind: "text",
    help: "level-payment | equal-principal | interest-first | pay-any-time",
    example: "level-payment",
  },
  { key: "installments", kind: "number", help: "how many", example: "12" },
  { key: "disbursed", kind: "text", help: "date of payout, YYYY-MM-DD", example: "2026-01-31" },
  {
    key: "frequency",
    kind: "text",
    help: "monthly | weekly | N-days | N-weeks | N-months",
    example: "14-days",
  },
  { key: "firstDue", kind: "text", help: "first due date, for an odd first period", example: "2026-03-15" },
  { key: "dayOfMonth", kind: "number", help: "due day, 1 to 31; 31 is the month's end", example: "31" },
  {
    key: "dueDates",
    kind: "list",
    help: "given due dates, in place of a frequency",
    example: "2026-03-01,2026-06-01",
  },
  {
    key: "dayCount",
    kind: "text",
    help: "actual/365 | actual/360 | actual/actual | 30/360 | 30E/360",
    example: "30/360",
  },
  {
    key: "equalMonths",
    kind: "switch",
    help: "every full period bears the same share of the year",
    example: "",
  },
  {
    key: "counting",
    kind: "text",
    help: "exclusive (the first day counts, the last does not) | inclusive",
    example: "inclusive",
  },
  {
    key: "rounding",
    kind: "text",
    help: "half-up | half-even | half-down | up | down",
    example: "half-even",
  },
  { key: "unit", kind: "text", help: "of rounding, in yuan", example: "0.01" },
  { key: "wholeUnit", kind: "text", help: "payments in multiples of this, the last excepted", example: "1" },
  { key: "wholeRounding", kind: "text", help: "nearest | up", example: "up" },
  {
    key: "fixedInstallment",
    kind: "text",
    help: "a given payment (equal principal: the part of principal)",
    example: "900",
  },
  { key: "principalGrace", kind: "number", help: "first installments without principal", example: "3" },
  {
    key: "interestGrace",
    kind: "number",
    help: "first installments whose interest is paid with the one after them",
    example: "2",
  },
  { key: "interestFree", kind: "number", help: "first periods that bear no interest", example: "1" },
];

export const penaltyOptions: Option[] = [
  { key: "penaltyRate", kind: "text", help: "fraction a day on overdue principal", example: "0.0005" },
  {
    key: "graceDays",
    kind: "number",
    help: "days past due that are forgiven when paid within them",
    example: "3",
  },
  {
    key: "graceFrom",
    kind: "text",
    help: "where a penalty starts: due-date | grace-end",
    example: "grace-end",
  },
  {
    key: "penaltyCounting",
    kind: "text",
    help: "exclusive (due date is day 0) | inclusive",
    example: "inclusive",
  },
  { key: "penaltyCap", kind: "text", help: "at most this share of the principal", example: "0.3" },
];

export const repaymentOptions: Option[] = [
  {
    key: "payments",
    kind: "list",
    help: "what was paid: DATE=AMOUNT, with :due, :payoff or :reversed after it",
    example: "2016-03-10=2145.00,2016-03-25=3000:partial",
  },
  { key: "on", kind: "text", help: "the date asked about", example: "2016-04-20" },
  {
    key: "waterfall",
    kind: "list",
    help: "the order of penalty, interest and principal",
    example: "penalty,interest,principal",
  },
  { key: "across", kind: "text", help: "installments (oldest whole first) | parts", example: "parts" },
  {
    key: "excess",
    kind: "text",
    help: "beyond what is due: next | last | fewer | smaller",
    example: "fewer",
  },
  {
    key: "interestUntil",
    kind: "text",
    help: "interest of a prepayment: value-date | period-end",
    example: "period-end",
  },
  ...penaltyOptions,
];

export const flowOptions: Option[] = [
  {
    key: "flows",
    kind: "list",
    help: "cash flows, the first at once; AMOUNTxN repeats (dated: DATE=AMOUNT)",
    example: "-99000,8833.30x12",
  },
];

export function flagOf(option: Option): string {
  return option.key.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
}
