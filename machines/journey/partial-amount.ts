import { shanghaiDate } from "../../domain/calendar/dates.ts";
import { judgeAmount } from "../../domain/money/amount.ts";
import { offerRepayment } from "../../domain/repayment/repayment.ts";
import type { JourneyContext } from "../journey-context.ts";
import type { amountRefusals } from "../request-schema.ts";
import { findLoan } from "./loans.ts";

/** A partial repayment: at least a cent, at most what would settle the loan today. */
export function judgePartialAmount(
  context: JourneyContext,
  given: string,
):
  | { ok: true; amount: string }
  | { ok: false; reason: (typeof amountRefusals)[number]; bounds: { minimum: string; maximum: string } } {
  const loanId = context.repayment?.loanId ?? "";
  const payoff = offerRepayment(findLoan(context, loanId), { kind: "payoff", on: shanghaiDate(context.at) });
  const bounds = { minimum: "0.01", maximum: payoff.ok ? payoff.amount : "0.00" };
  const verdict = judgeAmount(given, bounds);
  return verdict.ok ? verdict : { ...verdict, bounds };
}
