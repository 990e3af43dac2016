import { z } from "zod";
import { effectiveRate, nominalRate } from "../../../domain/rates.ts";
import { CalcError } from "../calc-error.ts";
import { percent, sixDecimals } from "../percent.ts";
import { figure, positive } from "../request.ts";
import { answering, type Verb } from "../verb.ts";

const schema = z.strictObject({
  nominal: figure.optional(),
  effective: figure.optional(),
  compoundings: positive,
});

export const rate: Verb = {
  name: "rate",
  summary: "nominal to effective annual rate, and back",
  options: [
    { key: "nominal", kind: "text", help: "fraction a year", example: "0.0525" },
    { key: "effective", kind: "text", help: "fraction a year (or give nominal)", example: "0.053543" },
    { key: "compoundings", kind: "text", help: "a year", example: "4" },
  ],
  example: { flags: "--nominal 0.0525 --compoundings 4", gives: "5.3543 % effective" },
  answer: answering(schema, ({ nominal, effective, compoundings }) => {
    if ((nominal === undefined) === (effective === undefined))
      throw new CalcError("give either nominal or effective");
    const json =
      nominal === undefined
        ? { effective: effective ?? "", nominal: sixDecimals(nominalRate(effective ?? "", compoundings)) }
        : { nominal, effective: sixDecimals(effectiveRate(nominal, compoundings)) };
    return {
      json: { ...json, compoundings },
      facts: [
        ["nominal", percent(json.nominal)],
        ["effective", percent(json.effective)],
      ],
    };
  }),
};
