import { yuan } from "../../../views/figures/figures.ts";
import type { Messages } from "../../messages.ts";
import { arrivesBy, plural } from "../format.ts";

const lead = (daysBefore: number): string =>
  daysBefore === 0 ? "the due date only" : `${plural(daysBefore, "day")} before, and again on the day`;

export const reminding: Messages["reminding"] = {
  choose: ({ daysBefore }) => `How early shall I remind you? It is set to ${lead(daysBefore)}.`,
  nothing: "You have nothing to repay at the moment.",
  settled: ({ count }) => `${plural(count, "loan")} fully repaid; the records are kept.`,
  card: {
    title: "Loan calendar",
    loan: "Loan",
    number: "No.",
    dueDate: "Due",
    amount: "To pay",
    status: "Status",
    outstanding: "Principal left",
    payoff: "Pay off today",
    monthTotal: (month) => `To pay in ${month}`,
    reminders: "Reminders",
    remindedBefore: (days) =>
      days === 0 ? "on the due date" : `${plural(days, "day")} before and on the day`,
    remindersOff: "off",
    onItsWay: "payment on its way",
    partlyOnItsWay: "partly on its way",
    arriving: ({ amount, arrivesOn }) => `${yuan(amount)}, by ${arrivesBy(arrivesOn)}; not to be paid again`,
    statuses: { settled: "paid", upcoming: "to come", due: "due today", overdue: "overdue" },
  },
  situation: {
    choosing: "you were choosing how early to be reminded",
    nothing: "you have nothing to repay: you can borrow, or go home",
    watching: "you were looking at your loan calendar: you can repay, or change the reminders",
  },
};
