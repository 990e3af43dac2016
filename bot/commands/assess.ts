import { aFewTries } from "../../db/jobs/tries.ts";
import { shanghaiDate } from "../../domain/calendar/dates.ts";
import type { BorrowerFacts } from "../../domain/eligibility/borrower-facts.ts";
import { assess as assessBorrower } from "../../domain/eligibility/eligibility.ts";
import { addYuan } from "../../domain/money/money.ts";
import { defineCommand } from "./command-definition.ts";

/** The journey asks for an assessment only after the borrower has authorised the credit report. */
export const assess = defineCommand("assess", {
  asks: ["reportCredit"],
  movesMoney: false,
  tries: aFewTries,
  givenUp: { event: "command.failed" },
  answeredBy: ["assessment.completed"],
  async perform({ command, partners, call }) {
    const facts = await partners.reportCredit(call);
    const assessment = assessBorrower({
      id: call.key,
      product: command.productId,
      facts: { ...facts, creditAuthorised: true },
      on: shanghaiDate(call.at),
      purchase: command.purchase ?? false,
    });
    return { event: { type: "assessment.completed", assessment, means: meansOf(facts) } };
  },
});

/** No source reports an income: what a person spends and transfers a month stands in for it, and is named so. */
const meansOf = ({ payments, assets, deposits }: BorrowerFacts): { monthly: string; savings: string } => ({
  monthly: addYuan([payments.monthlySpending, payments.monthlyTransfers]),
  savings: addYuan([assets.moneyFund, assets.investments, deposits]),
});
