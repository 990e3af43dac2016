import { yuan } from "../../../views/figures/figures.ts";
import type { Messages } from "../../messages.ts";
import { both, date } from "../format.ts";
import { sources } from "../notices/arrangements.ts";

type Payments = Messages["payments"];

const parts = ({ penalty, interest, principal }: Parameters<Payments["booked"]>[0]): string =>
  both(
    [["principal", principal] as const, ["interest", interest] as const, ["penalty", penalty] as const]
      .filter(([, amount]) => Number(amount) > 0)
      .map(([name, amount]) => `${yuan(amount)} of ${name}`),
  );

export const payments: Payments = {
  noLoan: "You have no loan here: nothing is to be paid, and nothing was taken from you.",
  booked: (one) =>
    `It has arrived: the ${yuan(one.amount)} that you paid by ${one.rail.toLowerCase()} on ${date(one.on)} is booked, for installment ${both(one.installments.map(String))} of loan ${one.number}: ${parts(one)}.`,
  before: ({ on, amount }) => `The last payment booked was ${yuan(amount)} on ${date(on)}.`,
  refused: ({ on, reason }) =>
    `It did not go through: the payment of ${date(on)} was refused (${reason === "insufficient-funds" ? "not enough money" : "the bank card was rejected"}), and the loan is unchanged. ${reason === "insufficient-funds" ? "Put the money in and pay again, or pay another way." : "Please try another way."}`,
  nothing:
    "Not yet: no payment has come in for this installment, and none is on its way. What was paid elsewhere I cannot see.",
  settled: "Your loans are fully repaid; nothing is left to pay.",
  notDeducted: "Nothing is to be taken by itself: to pay, press “Repay”.",
  deductedToday: ({ source, late }) =>
    `${late ? "The automatic deduction has not gone through yet and is tried again today" : "Not taken yet: it is deducted in the course of today"}, from ${sources[source]}. Have enough there, and you need not pay yourself.`,
  deductedOn: ({ source, date: on, amount }) =>
    `The day has not come yet: ${yuan(amount)} is deducted on ${date(on)}, from ${sources[source]}.`,
};
