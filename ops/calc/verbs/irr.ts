import { z } from "zod";
import { internalRates } from "../../../domain/disclosure/apr.ts";
import { effectiveRate } from "../../../domain/money/rates.ts";
import { CalcError } from "../calc-error.ts";
import { timesAYear } from "../figure.ts";
import { percentFigure, tenDecimals } from "../percent.ts";
import { flows } from "../request.ts";
import { answering, type CalcVerb } from "../verb.ts";

const schema = z.strictObject({ flows, periodsPerYear: timesAYear.default("12") });

export const irrVerb: CalcVerb = {
  name: "irr",
  summary: "the internal rate of return of equally spaced flows",
  options: [
    {
      key: "flows",
      kind: "list",
      help: "cash flows, the first at once, with their signs; AMOUNTxN repeats",
      example: "-99000,8833.30x12",
      also: ["cashFlows", "cashflow", "values", "amounts"],
    },
    {
      key: "periodsPerYear",
      kind: "text",
      help: "12 for months, 52 for weeks",
      example: "12",
      fallback: "12",
    },
  ],
  notes: [
    "simple is the periodic rate times the periods in a year; compounded is (1 + periodic) ^ periods - 1.",
    "Flows that change sign more than once may have several rates: the lowest that is not negative comes first, else the",
    "one nearest to zero; otherPeriodicRates has the rest. Flows that have none are answered by an error.",
  ],
  example: {
    flags: "--flows -99000,8833.30x12",
    gives: "12.80 % simple, 13.58 % compounded: the example of PBOC announcement [2021] No. 3",
  },
  answer: answering(schema, (request) => {
    const [rate, ...others] = internalRates(request.flows);
    if (!rate) throw new CalcError("the flows have no internal rate of return");
    const nominal = rate.times(request.periodsPerYear);
    const [simple, compounded] = [nominal, effectiveRate(nominal, request.periodsPerYear)].map(tenDecimals);
    return {
      json: { periodic: tenDecimals(rate), simple, compounded, otherPeriodicRates: others.map(tenDecimals) },
      facts: [
        ["a period", percentFigure(rate)],
        ["a year, simple", percentFigure(simple ?? 0)],
        ["a year, compounded", percentFigure(compounded ?? 0)],
        ...others.map((other): [string, string] => ["also a root, a period", percentFigure(other)]),
      ],
    };
  }),
};
