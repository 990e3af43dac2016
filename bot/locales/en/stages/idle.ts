import type { Messages } from "../../messages.ts";

export const idle: Messages["idle"] = {
  menu: "What would you like to do? Press a button, or just say it: “borrow 20000 over 10 months”.",
  menuWithLoans: "Just say what you need, or press a button.",
  situation: "you are at the start: you can borrow, find an entry, see your loans, repay or ask a question",
  situationInArrears: "you are at the start: you can see your loans, repay or ask a question",
};
