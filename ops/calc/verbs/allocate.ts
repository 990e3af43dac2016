import { z } from "zod";
import { addDays } from "../../../domain/calendar/dates.ts";
import type { LoanAccount } from "../../../domain/loan/account.ts";
import { positionOf } from "../../../domain/loan/loan-position.ts";
import { replay, replayPayments } from "../../../domain/loan/replay.ts";
import { allocationsOf } from "../../../domain/repayment/repayment.ts";
import { CalcError } from "../calc-error.ts";
import { accountFrom } from "../loan.ts";
import { loanOptions, repaymentOptions } from "../options.ts";
import { dateField, loanShape, repaymentShape } from "../request.ts";
import { answering, type CalcVerb } from "../verb.ts";

const schema = z.strictObject({ ...loanShape, ...repaymentShape, on: dateField.optional() });

export const allocateVerb: CalcVerb = {
  name: "allocate",
  summary: "what each payment covers, and where the loan stands after them",
  options: [...loanOptions, ...repaymentOptions],
  example: {
    flags:
      "--principal 10000 --daily-rate 0.0005 --method equal-principal --installments 5 --disbursed 2016-02-10 --payments 2016-02-20=3000",
    gives: "50.00 of interest to the day, 2950.00 of principal; the installments get smaller",
  },
  answer: answering(schema, (request) => {
    const account = accountFrom(request);
    const on = request.on ?? lastDateOf(account);
    if (on < request.disbursed) throw new CalcError("on lies before the disbursement");
    const payments = replayPayments(account, on).map(({ payment, covers }) => ({
      on: payment.valueDate,
      kind: payment.kind,
      amount: payment.amount,
      allocations: allocationsOf(covers),
    }));
    const position = positionOf(replay(account, on));
    return {
      json: { payments, position },
      facts: [
        ...payments.map((payment): [string, string] => [
          `paid ${payment.on} ${payment.amount}`,
          payment.allocations
            .map((one) => `#${one.installment} ${one.penalty} + ${one.interest} + ${one.principal}`)
            .join(", "),
        ]),
        ["on", position.on],
        ["outstanding principal", position.outstandingPrincipal],
        ["overdue", position.overdue.total],
        ["held", position.held],
      ],
      table: {
        columns: [
          "no.",
          "due",
          "principal",
          "interest",
          "paid principal",
          "paid interest",
          "penalty",
          "open",
          "status",
        ],
        rows: position.installments.map((one) => [
          ...[String(one.number), one.dueDate, one.principal, one.interest, one.paidPrincipal],
          ...[one.paidInterest, one.penalty, one.outstanding, one.status],
        ]),
      },
    };
  }),
};

/** The last payment's date, or the day of the disbursement. */
function lastDateOf(account: LoanAccount): string {
  return account.repayments.map(({ valueDate }) => valueDate).reduce(later, addDays(account.disbursedOn, 0));
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}
