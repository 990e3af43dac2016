import { journeySetup } from "../setup.ts";

const toWatching = { back: { target: "watching" } } as const;
const toSettings = { back: { target: "choosing" } } as const;
const toHardship = { back: { target: "hardship" } } as const;

/** The loan calendar, its reminders, automatic deduction, and what is arranged with whoever cannot pay on the day. */
export const reminding = journeySetup.createStateConfig({
  initial: "choosing",
  states: {
    choosing: {
      on: {
        ...toWatching,
        "reminders.stop": { target: "watching", actions: "stopReminders" },
        "reminders.resume": { target: "watching", actions: "resumeReminders" },
      },
    },
    watching: { on: { back: { target: "#journey.idle" } } },
    choosingHour: { on: toSettings },
    deducting: {
      on: {
        ...toSettings,
        "deduction.set": { target: "watching", actions: "chooseDeduction" },
        "deduction.stop": { target: "watching", actions: "stopDeduction" },
      },
    },
    /** Three ways are offered: a promise, an extension, a person. */
    hardship: {
      on: { ...toWatching, "promise.withdraw": { target: "watching", actions: "withdrawPromise" } },
    },
    promising: {
      on: {
        ...toHardship,
        "promise.make": [
          { guard: "promiseIsGood", target: "watching", actions: "makePromise" },
          { actions: "refusePromise" },
        ],
      },
    },
    extending: {
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
