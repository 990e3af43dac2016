import { yuan } from "../../../views/figures/figures.ts";
import type { Messages } from "../../messages.ts";
import { date } from "../format.ts";
import { words } from "../words.ts";

export const clarification: Messages["clarification"] = {
  which: "I am not quite sure. Did you mean:",
  also: "You mentioned something else too. Press to go on with it:",
  instead: "Not what you meant? Try one of these:",
  howMuch: "About what you said. Press one:",
  outOfScope: "I cannot help with that: borrowing and repaying is all I do.",
  person: "If I keep missing the point, a person can help.",
  human: "Talk to a person",
  help: "See what I can do",
  where: "See where I am",
  mydata: "My data",
  borrow: ({ amount, installments }) => {
    const sum = amount === undefined ? "Borrow" : `Borrow ${yuan(amount)}`;
    return installments === undefined ? sum : `${sum}, ${words.months(installments)}`;
  },
  repayAmount: (amount) => `Pay back ${yuan(amount)}`,
  promise: ({ on, amount }) => `Promise ${amount === undefined ? "to pay" : yuan(amount)} on ${date(on)}`,
  reminderHour: (hour) => `Remind me at ${hour}:00`,
  repay: { due: "Pay this installment", partial: "Pay part", payoff: "Pay it all off" },
};
