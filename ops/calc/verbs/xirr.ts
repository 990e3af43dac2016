import { z } from "zod";
import { datedRates } from "../../../domain/apr-dated.ts";
import { CalcError } from "../calc-error.ts";
import { flowOptions } from "../options.ts";
import { percent, sixDecimals } from "../percent.ts";
import { datedFlows } from "../request.ts";
import { answering, type Verb } from "../verb.ts";

export const xirr: Verb = {
  name: "xirr",
  summary: "the internal rate of return of dated flows, actual/365",
  options: flowOptions,
  example: {
    flags: "--flows 2008-01-01=-10000,2008-03-01=2750,2008-10-30=4250,2009-02-15=3250,2009-04-01=2750",
    gives: "37.3363 %: the example of the spreadsheet function XIRR",
  },
  answer: answering(z.strictObject({ flows: datedFlows }), (request) => {
    const [rate, ...others] = datedRates(request.flows);
    if (!rate) throw new CalcError("the flows have no internal rate of return");
    return {
      json: { rate: sixDecimals(rate), otherRates: others.map(sixDecimals) },
      facts: [
        ["a year", percent(sixDecimals(rate))],
        ...others.map((other): [string, string] => ["also a root", percent(sixDecimals(other))]),
      ],
    };
  }),
};
