import { yuan } from "../../figures.ts";
import type { Messages } from "../zh-CN/index.ts";
import { date, plural } from "./format.ts";

export const idle: Messages["idle"] = {
  menu: "What would you like to do? Press a button, or just say it: “borrow 20000 over 10 months”.",
  menuWithLoans: "Just say what you need, or press a button.",
  loansOpen: ({ count, outstanding }) =>
    `You have ${plural(count, "open loan")}, with ${yuan(outstanding)} of principal left.`,
  nextDue: ({ dueDate, amount }) => `Next: ${yuan(amount)} due on ${date(dueDate)}.`,
  overdue: ({ amount }) =>
    `Some of it is already due: ${yuan(amount)} today. Each day sooner saves a day of penalty.`,
  situation: "you are at the start: you can borrow, find an entry, see your loans, repay or ask a question",
};
