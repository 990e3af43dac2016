import { z } from "zod";
import { addYuan } from "../../../domain/money/money.ts";
import { planSchedule } from "../../../domain/schedule/schedule.ts";
import { planOf } from "../loan.ts";
import { loanOptions } from "../options.ts";
import { loanShape } from "../request.ts";
import { answering, type CalcVerb } from "../verb.ts";

export const scheduleVerb: CalcVerb = {
  name: "schedule",
  summary: "what is due when",
  options: loanOptions,
  example: {
    flags:
      "--principal 10000 --daily-rate 0.0005 --method equal-principal --installments 5 --disbursed 2016-02-10",
    gives: "first 2145.00, last 2030.00, interest 451.00 in all",
  },
  answer: answering(z.strictObject(loanShape), (request) => {
    const rows = planSchedule(planOf(request));
    const totals = {
      principal: addYuan(rows.map(({ principal }) => principal)),
      interest: addYuan(rows.map(({ interest }) => interest)),
      payments: addYuan(rows.map(({ payment }) => payment)),
    };
    return {
      json: { installments: rows, totals },
      facts: [
        ["total principal", totals.principal],
        ["total interest", totals.interest],
        ["total payments", totals.payments],
      ],
      table: {
        columns: ["number", "due", "days", "payment", "principal", "interest", "balance"],
        rows: rows.map((row) => [
          ...[String(row.number), row.dueDate, String(row.days), row.payment],
          ...[row.principal, row.interest, row.balance],
        ]),
      },
    };
  }),
};
