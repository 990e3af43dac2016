import { z } from "zod";
import { replay } from "../../../domain/loan/replay.ts";
import { offerOn } from "../../../domain/repayment/repayment.ts";
import { CalcError } from "../calc-error.ts";
import { accountFrom } from "../loan.ts";
import { loanOptions, repaymentOptions } from "../options.ts";
import { dateField, loanShape, repaymentShape } from "../request.ts";
import { answering, type CalcVerb } from "../verb.ts";

const schema = z.strictObject({ ...loanShape, ...repaymentShape, on: dateField });

export const payoffVerb: CalcVerb = {
  name: "payoff",
  summary: "what repays the whole loan on a date, line by line",
  options: [...loanOptions, ...repaymentOptions],
  example: {
    flags:
      "--principal 10000 --daily-rate 0.0005 --method equal-principal --installments 5 --disbursed 2016-02-10 --on 2016-02-20",
    gives: "10050.00: ten days of interest and the principal",
  },
  answer: answering(schema, (request) => {
    if (request.on < request.disbursed) throw new CalcError("on lies before the disbursement");
    const offer = offerOn(replay(accountFrom(request), request.on), { kind: "payoff" });
    if (!offer.ok) throw new CalcError("the loan is settled");
    const { amount, lines, allocations } = offer;
    return {
      json: { on: request.on, total: amount, lines, allocations },
      facts: [
        ["on", request.on],
        ["penalty", lines.penalty],
        ["interest", lines.interest],
        ["principal", lines.principal],
        ["total", amount],
      ],
      table: {
        columns: ["installment", "penalty", "interest", "principal"],
        rows: allocations.map((row) => [String(row.installment), row.penalty, row.interest, row.principal]),
      },
    };
  }),
};
