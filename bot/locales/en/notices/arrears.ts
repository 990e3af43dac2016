import { yuan } from "../../../views/figures/figures.ts";
import type { Messages } from "../../messages.ts";
import { arrivesBy, both, plural } from "../format.ts";

export const arrears: Messages["arrears"] = {
  refused: "Something you owe is overdue, so there can be no new loan now.",
  loan: ({ number, installments, daysPastDue, amount }) =>
    `· Loan ${number}, ${installments.length > 1 ? "installments" : "installment"} ${both(installments.map(String))}: the oldest is ${plural(daysPastDue, "day")} overdue, and ${yuan(amount)} brings it up to date today.`,
  total: ({ amount }) =>
    `${yuan(amount)} in all, penalty included, clears it today. Once it has arrived, you can apply again.`,
  onTheWay: ({ amount, arrivesOn }) =>
    `Your repayment of ${yuan(amount)} is on its way and arrives by ${arrivesBy(arrivesOn)}; there is no need to pay twice. The bank may still send it back, so it does not count yet. Once it has arrived and covers everything, nothing is overdue any more.`,
  help: "If you cannot pay now, press “I cannot pay”: promise a day, ask for more time, or have a person contact you.",
};
