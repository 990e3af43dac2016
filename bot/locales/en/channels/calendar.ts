import { yuan } from "../../../views/figures/figures.ts";
import type { Messages } from "../../messages.ts";
import { date, plural } from "../format.ts";

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const statuses = { upcoming: "to pay", due: "due today", overdue: "overdue", settled: "paid" };

export const calendar: Messages["calendar"] = {
  sent: {
    picture:
      "Here is your loan calendar, to keep among your photos. The amounts are as of today: after you have paid, ask for a new one.",
    file: ({ daysBefore, hour }) =>
      `Open this file on your phone and your due dates are in its calendar. It rings at ${hour}:00 ${daysBefore === 0 ? "on the day" : `${plural(daysBefore, "day")} before and on the day`}.\nAfter you have paid you can import it again: an installment is updated, never doubled; what is paid by then is cancelled there.`,
    allOver:
      "You owe nothing any more. Open this file on your phone, and the due dates that you imported before are cancelled.",
  },
  alt: ({ on, dues, total }) =>
    [
      `Loan calendar as of ${date(on)}`,
      ...dues.map((due) => `${date(due.date)}: ${yuan(due.amount)}, ${statuses[due.status]}`),
      `${plural(total.count, "installment")} to pay, ${yuan(total.amount)} in all`,
    ].join("; "),
  altFile: ({ count }) => `Calendar file with ${plural(count, "due date")}`,
  title: "Loan calendar",
  weekdays,
  asOf: (on) => `as of ${date(on)}`,
  outstanding: "To pay in all",
  overdue: ({ count, amount }) => `${count} overdue, ${yuan(amount)} in all; each day sooner saves penalty`,
  toPay: (amount) => `${yuan(amount)} to pay`,
  nothingToPay: "nothing to pay",
  allPaid: "all paid",
  paid: (amount) => `${yuan(amount)} paid`,
  several: (count) => `×${count}`,
  day: (iso, weekday) => `${weekdays[weekday]} ${date(iso).slice(0, -5)}`,
  installment: (number, of) => `${number} of ${of}`,
  overdueHeading: "Overdue",
  later: ({ count, amount, until }) => `${count} more until ${date(until)}, ${yuan(amount)} in all`,
  legend: {
    upcoming: "to pay",
    overdue: "overdue",
    settled: "paid",
    today: "today",
    dayOff: "day off",
  },
  footnote: (on) => `Amounts as of ${date(on)}; what counts is the day you pay.`,
  file: {
    title: "Jiedao due dates",
    summary: (amount) => `Repay ${yuan(amount)} (Jiedao)`,
    description: ({ installment, of, loan, on }) =>
      `Installment ${installment} of ${of}${loan ? ` of loan ${loan}` : ""}.\nThe amount is as of ${date(on)}; what counts is the day you pay. If you have paid ahead since, go by what Jiedao shows.`,
    over: "Jiedao: nothing to repay for this installment",
    alarm: "Remember to repay today",
  },
};
