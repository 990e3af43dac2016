import { yuan } from "../../figures.ts";
import type { Messages } from "../zh-CN/index.ts";
import { date, plural } from "./format.ts";

const lead = (daysBefore: number): string =>
  daysBefore === 0 ? "on the due date only" : `${plural(daysBefore, "day")} before`;

export const reminding: Messages["reminding"] = {
  choose: ({ daysBefore }) =>
    `How early shall I remind you? It is set to ${lead(daysBefore)}; you hear from me on the due date in any case.`,
  watching: ({ count, outstanding }) =>
    `You have ${plural(count, "open loan")}, with ${yuan(outstanding)} of principal left. Every date and amount is listed below.`,
  nothing: "You have nothing to repay at the moment.",
  settled: ({ count }) => `${plural(count, "loan")} fully repaid; the records are kept.`,
  next: ({ dueDate, amount }) => `Next: ${yuan(amount)} due on ${date(dueDate)}.`,
  overdue: ({ amount }) =>
    `Some of it is already due: ${yuan(amount)} today. Each day sooner saves a day of penalty.`,
  reminders: ({ daysBefore }) =>
    daysBefore === 0
      ? "I will remind you on the due date."
      : `I will remind you ${plural(daysBefore, "day")} before, and again on the due date.`,
  card: {
    title: "Loan calendar",
    loan: "Loan",
    number: "No.",
    dueDate: "Due",
    amount: "To pay",
    status: "Status",
    outstanding: "Principal left",
    payoff: "Pay off today",
    statuses: { settled: "paid", upcoming: "to come", due: "due today", overdue: "overdue" },
  },
  situation: {
    choosing: "you were choosing how early to be reminded",
    watching: "you were looking at your loan calendar: you can repay, or change the reminders",
  },
};
