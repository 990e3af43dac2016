import { z } from "zod";
import {
  dueDatesOf,
  equalPeriodsBetween,
  type Frequency,
  periodsPerYear,
} from "../../../domain/calendar/frequency.ts";
import { irr } from "../../../domain/disclosure/apr.ts";
import { type DatedFlow, xirr } from "../../../domain/disclosure/apr-dated.ts";
import { datedActuarialApr } from "../../../domain/disclosure/apr-reg-z.ts";
import { exact } from "../../../domain/money/money.ts";
import { effectiveRate } from "../../../domain/money/rates.ts";
import { planSchedule } from "../../../domain/schedule/schedule.ts";
import { CalcError } from "../calc-error.ts";
import { notNegative } from "../figure.ts";
import { dueDatesFrom, planOf } from "../loan.ts";
import { loanOptions, type Option } from "../options.ts";
import { percentFigure, tenDecimals } from "../percent.ts";
import { amounts, datedFlows, loanShape } from "../request.ts";
import { answering, type CalcAnswer, type CalcVerb } from "../verb.ts";

const feeShape = { upfrontFee: notNegative.default("0"), periodicFee: notNegative.default("0") };
const loan = z.strictObject({ ...loanShape, ...feeShape, payment: amounts.optional() });
const given = z.strictObject({
  flows: datedFlows,
  frequency: loanShape.frequency,
});
type LoanWithFees = z.output<typeof loan>;

const ownOptions: Option[] = [
  {
    key: "payment",
    kind: "list",
    help: "every installment, in place of a rate; or one after the other, AMOUNTxN repeating",
    example: "250,230x22,280",
    also: ["installment", "pmt"],
  },
  {
    key: "upfrontFee",
    kind: "text",
    help: "yuan kept back from the payout",
    example: "1000",
    fallback: "0",
    also: ["fee", "fees", "prepaidFee"],
  },
  {
    key: "periodicFee",
    kind: "text",
    help: "yuan with every installment",
    example: "5",
    fallback: "0",
    also: ["monthlyFee", "installmentFee"],
  },
  {
    key: "flows",
    kind: "list",
    help: "in place of a loan: advances negative, payments positive, DATE=AMOUNT; the frequency is the unit period",
    example: "1978-01-10=-5000,1978-02-10=2600,1978-03-10=2600",
    also: ["cashFlows"],
  },
];

export const aprVerb: CalcVerb = {
  name: "apr",
  summary: "the annual rates of a loan, its fees counted",
  options: [...loanOptions, ...ownOptions],
  notes: [
    "simple and compounded take every period for equal, as PBOC announcement [2021] No. 3 does. A first period of several",
    "counts as so many, an odd one of between a half and two as one. They are null where due dates are given that no",
    "frequency has, and where the first period is odd in another way. xirr goes by the days. A rate that the flows do",
    "not have is null too.",
    "regulationZ is the actuarial rate of 12 CFR 1026, Appendix J: odd days are thirtieths of a month, fifteenths of",
    "half a one, sevenths of a week, 365ths of a year. A unit period is at most a year; of one advance with one payment",
    "it is the term.",
  ],
  example: {
    flags: "--principal 100000 --upfront-fee 1000 --payment 8833.30 --installments 12 --disbursed 2021-03-31",
    gives: "12.8038 % simple, 13.5826 % compounded: the example of PBOC announcement [2021] No. 3",
  },
  answer: (request) => ("flows" in (request as object) ? answerFlows(request) : answerLoan(request)),
};

const answerFlows = answering(given, ({ flows, frequency }) => ratesOf({ flows, frequency }));

const answerLoan = answering(loan, (request) => {
  const received = exact(request.principal).minus(request.upfrontFee);
  if (!received.greaterThan(0)) throw new CalcError("upfrontFee must be less than the principal");
  const payments = paymentsOf(request);
  const flows = [{ amount: received.negated().toFixed(), on: request.disbursed }, ...payments];
  const answer = ratesOf({ flows, frequency: request.frequency, equal: equalFlows(request, flows) });
  const paid = payments.filter(({ amount }) => !exact(amount).isZero());
  return { ...answer, json: { ...answer.json, received: received.toFixed(2), payments: paid } };
});

/** `equal`: one flow a period of the frequency, where the loan has such. */
function ratesOf(options: {
  flows: DatedFlow[];
  frequency: Frequency;
  equal?: string[] | undefined;
}): CalcAnswer {
  const { flows, frequency, equal } = options;
  const periodic = equal && irr(equal);
  const dated = xirr(flows);
  const actuarial = datedActuarialApr(flows, frequency);
  if (!dated && !actuarial && !periodic) throw new CalcError("the flows have no rate");
  const inYear = periodsPerYear(frequency);
  const nominal = periodic?.times(inYear);
  const json = {
    simple: nominal ? tenDecimals(nominal) : null,
    compounded: nominal ? tenDecimals(effectiveRate(nominal, inYear)) : null,
    xirr: dated ? tenDecimals(dated) : null,
    regulationZ: actuarial ? tenDecimals(actuarial) : null,
  };
  return {
    json,
    facts: [
      ["simple (periodic rate x periods)", told(json.simple)],
      ["compounded", told(json.compounded)],
      ["by dates (XIRR, actual/365)", told(json.xirr)],
      ["Regulation Z, actuarial", told(json.regulationZ)],
    ],
  };
}

const told = (rate: string | null): string => (rate === null ? "none" : percentFigure(rate));

/**
 * The flows, one a period, periods in which nothing flows counted; undefined when the due dates are not those of the
 * frequency, or when their first period is none, nor several, nor nearly one.
 */
function equalFlows(
  { dueDates, disbursed, frequency }: LoanWithFees,
  flows: DatedFlow[],
): string[] | undefined {
  const [payout, ...payments] = flows;
  const dates = dueDates ?? payments.map(({ on }) => on);
  const [firstDueOn = ""] = dates;
  const plan = { disbursedOn: disbursed, frequency, count: dates.length, firstDueOn };
  if (dueDates && dueDatesOf(plan).join() !== dueDates.join()) return undefined;
  const first = periodsUntil(firstDueOn, { disbursed, frequency, alone: dates.length === 1 });
  if (payout === undefined || first === undefined) return undefined;
  const amounts = payments.map(({ amount }) => amount);
  return [payout.amount, ...Array<string>(first - 1).fill("0"), ...amounts];
}

/** An odd first period counts as one among others; alone it would be the whole term. */
function periodsUntil(
  firstDueOn: string,
  { disbursed, frequency, alone }: { disbursed: string; frequency: Frequency; alone: boolean },
): number | undefined {
  const periods = equalPeriodsBetween(disbursed, firstDueOn, frequency);
  if (periods.isInteger()) return periods.toNumber();
  return !alone && periods.greaterThan("0.5") && periods.lessThan(2) ? 1 : undefined;
}

/** What is paid on each due date, the fee of each installment counted; nothing where none falls due. */
function paymentsOf(request: LoanWithFees): DatedFlow[] {
  const { payment = [], periodicFee } = request;
  if (payment.length > 0 && (request.dailyRate ?? request.annualRate) !== undefined)
    throw new CalcError("give either payment or a rate");
  if (payment.length > 1) {
    const dates = dueDatesFrom({ installments: payment.length, ...request });
    if (dates.length !== payment.length)
      throw new CalcError(`there are ${payment.length} payments and ${dates.length} installments`);
    return dates.map((on, index) => withFee(on, payment[index] ?? "0", periodicFee));
  }
  const [level] = payment;
  if (level !== undefined) return dueDatesFrom(request).map((on) => withFee(on, level, periodicFee));
  const rows = new Map(planSchedule(planOf(request)).map((row) => [row.dueDate, row.payment]));
  return dueDatesFrom(request).map((on) => {
    const due = rows.get(on);
    return due === undefined ? { on, amount: "0.00" } : withFee(on, due, periodicFee);
  });
}

function withFee(on: string, amount: string, fee: string): DatedFlow {
  return { on, amount: exact(amount).plus(fee).toFixed() };
}
