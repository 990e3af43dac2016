import { z } from "zod";
import { exact } from "../../../domain/money/money.ts";
import { effectiveRate, nominalRate } from "../../../domain/money/rates.ts";
import { CalcError } from "../calc-error.ts";
import { rateFigure, timesAYear } from "../figure.ts";
import { percentFigure, tenDecimals } from "../percent.ts";
import { answering, type CalcVerb } from "../verb.ts";

const schema = z.strictObject({
  nominal: rateFigure.optional(),
  effective: rateFigure.optional(),
  compoundings: timesAYear,
});

export const rateVerb: CalcVerb = {
  name: "rate",
  summary: "nominal to effective annual rate, and back",
  options: [
    {
      key: "nominal",
      kind: "text",
      help: "a year, as a fraction or in percent",
      example: "0.0525",
      also: ["nominalRate"],
    },
    {
      key: "effective",
      kind: "text",
      help: "or the rate that it compounds to",
      example: "0.053543",
      also: ["effectiveRate"],
    },
    {
      key: "compoundings",
      kind: "text",
      help: "how often a year",
      example: "4",
      also: ["periodsPerYear", "compoundingsPerYear"],
    },
  ],
  example: { flags: "--nominal 0.0525 --compoundings 4", gives: "5.3543 % effective" },
  answer: answering(schema, ({ nominal, effective, compoundings }) => {
    if ((nominal === undefined) === (effective === undefined))
      throw new CalcError("give either nominal or effective");
    if (!exact(effective ?? 0).greaterThan(-1)) throw new CalcError("effective must be above -1, or -100%");
    if (!exact(nominal ?? 0).greaterThan(exact(compoundings).negated()))
      throw new CalcError(`nominal must be above -${compoundings}, or a period takes all`);
    const json =
      nominal === undefined
        ? { effective: effective ?? "", nominal: tenDecimals(nominalRate(effective ?? "", compoundings)) }
        : { nominal, effective: tenDecimals(effectiveRate(nominal, compoundings)) };
    return {
      json: { ...json, compoundings },
      facts: [
        ["nominal", percentFigure(json.nominal)],
        ["effective", percentFigure(json.effective)],
      ],
    };
  }),
};
