import { journeySetup } from "../setup.ts";

/** The loan calendar and its reminders. */
export const reminding = journeySetup.createStateConfig({
  initial: "choosing",
  states: {
    choosing: { on: { back: { target: "watching" } } },
    watching: { on: { back: { target: "#journey.idle" } } },
  },
  on: {
    "reminder.choose": { target: ".choosing" },
    "reminder.set": { target: ".watching", actions: "chooseReminder" },
    "loans.show": { target: ".watching" },
    start: { actions: { type: "tell", params: { kind: "hello" } } },
    greet: { actions: { type: "tell", params: { kind: "hello" } } },
  },
});
