import { z } from "zod";
import { annualRates, internalRates } from "../../../domain/apr.ts";
import { CalcError } from "../calc-error.ts";
import { flowOptions } from "../options.ts";
import { percent, sixDecimals } from "../percent.ts";
import { flows, positive } from "../request.ts";
import { answering, type Verb } from "../verb.ts";

const schema = z.strictObject({ flows, periodsPerYear: positive.default("12") });

export const irr: Verb = {
  name: "irr",
  summary: "the internal rate of return of equally spaced flows",
  options: [
    ...flowOptions,
    { key: "periodsPerYear", kind: "text", help: "12 for months, 52 for weeks", example: "12" },
  ],
  example: {
    flags: "--flows -99000,8833.30x12",
    gives: "12.80 % simple, 13.58 % compounded: the example of PBOC announcement [2021] No. 3",
  },
  answer: answering(schema, (request) => {
    const [rate, ...others] = internalRates(request.flows);
    if (!rate) throw new CalcError("the flows have no internal rate of return");
    const { simple, compounded } = annualRates(rate, request.periodsPerYear);
    return {
      json: { periodic: sixDecimals(rate), simple, compounded, otherPeriodicRates: others.map(sixDecimals) },
      facts: [
        ["a period", percent(sixDecimals(rate))],
        ["a year, simple", percent(simple)],
        ["a year, compounded", percent(compounded)],
        ...others.map((other): [string, string] => ["also a root, a period", percent(sixDecimals(other))]),
      ],
    };
  }),
};
