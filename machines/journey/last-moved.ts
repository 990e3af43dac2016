/** Which money moved last: "到账了吗" is asked of it. */
import type { JourneyContext } from "../journey-context.ts";

const latest = (days: readonly string[]): string => days.toSorted().at(-1) ?? "";

/** The day of the last repayment that was booked or refused, Asia/Shanghai; "" without one. */
export const lastPaymentDay = ({
  loans,
  refusedPayment,
}: Pick<JourneyContext, "loans" | "refusedPayment">): string =>
  latest([
    ...loans.flatMap(({ repayments }) => repayments.map(({ valueDate }) => valueDate)),
    ...(refusedPayment ? [refusedPayment.on] : []),
  ]);

/** A repayment rather than a payout: one is on its way, or was booked or refused later than the latest loan was paid out. */
export function repaymentMovedLast(context: JourneyContext): boolean {
  if (context.processing.length > 0) return true;
  const paid = lastPaymentDay(context);
  return paid !== "" && paid >= latest(context.loans.map(({ disbursedOn }) => disbursedOn));
}
