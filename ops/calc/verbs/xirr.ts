import { z } from "zod";
import { type DatedFlow, datedRates } from "../../../domain/disclosure/apr-dated.ts";
import { CalcError } from "../calc-error.ts";
import { percentFigure, tenDecimals } from "../percent.ts";
import { datedFlows, dateField, flows as plainFlows } from "../request.ts";
import type { CalcVerb } from "../verb.ts";

const dated = z.strictObject({ flows: datedFlows });
const apart = z
  .strictObject({ flows: plainFlows, dates: z.array(dateField) })
  .transform(({ flows, dates }) => {
    if (flows.length !== dates.length)
      throw new CalcError(`there are ${flows.length} flows and ${dates.length} dates`);
    return { flows: flows.map((amount, index): DatedFlow => ({ amount, on: dates[index] ?? "" })) };
  });

export const xirrVerb: CalcVerb = {
  name: "xirr",
  summary: "the internal rate of return of dated flows, actual/365",
  options: [
    {
      key: "flows",
      kind: "list",
      help: 'cash flows with their signs, in any order: DATE=AMOUNT. In JSON also {"on", "amount"}',
      example: "2025-01-01=-1000,2026-01-01=1100",
      also: ["cashFlows", "values", "amounts"],
    },
    {
      key: "dates",
      kind: "list",
      help: "their dates, where the flows are amounts alone",
      example: "2025-01-01,2026-01-01",
    },
  ],
  notes: ["Several rates are told as by calc irr."],
  example: {
    flags: "--flows 2008-01-01=-10000,2008-03-01=2750,2008-10-30=4250,2009-02-15=3250,2009-04-01=2750",
    gives: "37.3363 %: the example of the spreadsheet function XIRR",
  },
  answer(request) {
    const { flows } = ("dates" in (request as object) ? apart : dated).parse(request, { reportInput: true });
    const [rate, ...others] = datedRates(flows);
    if (!rate) throw new CalcError("the flows have no internal rate of return");
    return {
      json: { rate: tenDecimals(rate), otherRates: others.map(tenDecimals) },
      facts: [
        ["a year", percentFigure(rate)],
        ...others.map((other): [string, string] => ["also a root", percentFigure(other)]),
      ],
    };
  },
};
