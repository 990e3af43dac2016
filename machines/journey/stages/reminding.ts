import { journeySetup } from "../setup.ts";

const toWatching = { back: { target: "watching" } } as const;
const toSettings = { back: { target: "choosing" } } as const;
const toHardship = { back: { target: "hardship" } } as const;

export const reminding = journeySetup.createStateConfig({
  description:
    "The loan calendar, its reminders, automatic deduction, and what is arranged with whoever cannot pay on the day.",
  initial: "choosing",
  states: {
    choosing: {
      description: "How many days before the due date reminders come.",
      meta: { actsNext: "borrower" },
      on: {
        ...toWatching,
        "reminders.stop": { target: "watching", actions: "stopReminders" },
        "reminders.resume": { target: "watching", actions: "resumeReminders" },
      },
    },
    watching: {
      description: "The loan calendar is on screen.",
      meta: { actsNext: "borrower" },
      on: { back: { target: "#journey.idle" } },
    },
    choosingHour: {
      description: "At what hour of the day reminders come.",
      meta: { actsNext: "borrower" },
      on: toSettings,
    },
    deducting: {
      description: "Where payments are deducted from by themselves.",
      meta: { actsNext: "borrower" },
      on: {
        ...toSettings,
        "deduction.set": { target: "watching", actions: "chooseDeduction" },
        "deduction.stop": { target: "watching", actions: "stopDeduction" },
      },
    },
    hardship: {
      description: "The borrower cannot pay: a promise, an extension or a person is offered.",
      meta: { actsNext: "borrower" },
      on: { ...toWatching, "promise.withdraw": { target: "watching", actions: "withdrawPromise" } },
    },
    promising: {
      description: "The borrower names the day on which they will pay, and how much.",
      meta: { actsNext: "borrower" },
      on: {
        ...toHardship,
        "promise.make": [
          { guard: "promiseIsGood", target: "watching", actions: "makePromise" },
          { actions: "refusePromise" },
        ],
      },
    },
    extending: {
      description: "The borrower names the day until which they ask staff for more time.",
      meta: { actsNext: "borrower" },
      on: {
        ...toHardship,
        "extension.request": [
          {
            guard: "waitsForExtension",
            actions: { type: "tell", params: { kind: "extension-pending" } },
          },
          { guard: "extensionIsGood", target: "watching", actions: "askExtension" },
          { actions: "refuseExtension" },
        ],
      },
    },
  },
  on: {
    "reminder.choose": { target: ".choosing" },
    "loans.show": { target: ".watching" },
    start: { actions: { type: "tell", params: { kind: "hello" } } },
    greet: { actions: { type: "tell", params: { kind: "hello" } } },
  },
});
