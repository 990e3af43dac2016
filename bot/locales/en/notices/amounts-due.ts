import { yuan } from "../../../views/figures/figures.ts";
import type { Messages } from "../../messages.ts";
import { arrivesBy, date, plural } from "../format.ts";

export const amountsDue: Messages["amountsDue"] = {
  pinned: {
    now: ({ amount, days }) =>
      days > 0 ? `${plural(days, "day")} overdue: ${yuan(amount)} to pay today` : `${yuan(amount)} due today`,
    next: ({ dueDate, amount }) => `${yuan(amount)} due on ${date(dueDate)}`,
  },
  open: ({ count, outstanding }) =>
    `You have ${plural(count, "open loan")}, with ${yuan(outstanding)} of principal left.`,
  next: ({ dueDate, amount }) => `The next payment is ${yuan(amount)}, due on ${date(dueDate)}.`,
  dueToday: ({ amount }) => `${yuan(amount)} is due today. Paid today, it is on time.`,
  overdue: ({ amount, days }) =>
    `You are ${plural(days, "day")} overdue: ${yuan(amount)} brings you up to date today. Each day sooner saves a day of penalty.`,
  processing: ({ amount, arrivesOn }) =>
    `A repayment of ${yuan(amount)} is on its way and arrives by ${arrivesBy(arrivesOn)}; it need not be paid again.`,
  sent: ({ amount, arrivesOn, sentOn }) =>
    `Not yet: the ${yuan(amount)}${sentOn ? ` that you sent on ${date(sentOn)}` : ""} is on its way and arrives by ${arrivesBy(arrivesOn)}; I tell you when it has. Nothing more is to be paid for it now, so please do not pay it again.`,
  leftDue: (amount) =>
    `Once it has arrived, ${yuan(amount)} of what is due is still missing; please pay that as soon as it has.`,
};
