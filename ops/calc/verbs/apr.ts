import { z } from "zod";
import { annualRates, irr } from "../../../domain/apr.ts";
import { xirr } from "../../../domain/apr-dated.ts";
import { datedActuarialApr } from "../../../domain/apr-reg-z.ts";
import { periodsPerYear } from "../../../domain/frequency.ts";
import { exact } from "../../../domain/money.ts";
import { planSchedule } from "../../../domain/schedule.ts";
import { CalcError } from "../calc-error.ts";
import { dueDatesFrom, planOf } from "../loan.ts";
import { loanOptions } from "../options.ts";
import { percent, sixDecimals } from "../percent.ts";
import { figure, loanShape, positive } from "../request.ts";
import { answering, type Verb } from "../verb.ts";

const schema = z.strictObject({
  ...loanShape,
  payment: positive.optional(),
  upfrontFee: figure.default("0"),
  periodicFee: figure.default("0"),
});

export const apr: Verb = {
  name: "apr",
  summary: "the annual rates of a loan, its fees counted",
  options: [
    ...loanOptions,
    { key: "payment", kind: "text", help: "every installment, in place of a rate", example: "8833.30" },
    { key: "upfrontFee", kind: "text", help: "yuan kept back from the payout", example: "1000" },
    { key: "periodicFee", kind: "text", help: "yuan with every installment", example: "5" },
  ],
  example: {
    flags: "--principal 100000 --upfront-fee 1000 --payment 8833.30 --installments 12 --disbursed 2021-03-31",
    gives: "12.8038 % simple, 13.5826 % compounded: the example of PBOC announcement [2021] No. 3",
  },
  answer: answering(schema, (request) => {
    const received = exact(request.principal).minus(request.upfrontFee);
    const payments = paymentsOf(request);
    const flows = [{ amount: received.negated().toFixed(2), on: request.disbursed }, ...payments];
    const periodic = irr(flows.map(({ amount }) => amount));
    const dated = xirr(flows);
    const regulationZ = datedActuarialApr(flows, request.frequency);
    if (!periodic || !dated || !regulationZ) throw new CalcError("the flows have no rate");
    const { simple, compounded } = annualRates(periodic, periodsPerYear(request.frequency));
    const json = { simple, compounded, xirr: sixDecimals(dated), regulationZ: sixDecimals(regulationZ) };
    return {
      json: { ...json, received: received.toFixed(2), payments },
      facts: [
        ["simple (periodic rate x periods)", percent(simple)],
        ["compounded", percent(compounded)],
        ["by dates (XIRR, actual/365)", percent(json.xirr)],
        ["Regulation Z, actuarial", percent(json.regulationZ)],
      ],
    };
  }),
};

/** What is paid and when, the fee of each installment counted. */
function paymentsOf(request: z.output<typeof schema>): { amount: string; on: string }[] {
  const { payment, periodicFee } = request;
  const rows =
    payment === undefined
      ? planSchedule(planOf(request)).map((row) => ({ amount: row.payment, on: row.dueDate }))
      : dueDatesFrom(request).map((on) => ({ amount: payment, on }));
  return rows.map(({ amount, on }) => ({ amount: exact(amount).plus(periodicFee).toFixed(2), on }));
}
