import type { Messages } from "../messages.ts";
import { date } from "./format.ts";

export const system: Messages["system"] = {
  commands: {
    start: "Start",
    borrow: "Borrow",
    repay: "Repay",
    where: "Where was I?",
    back: "One step back",
    cancel: "Cancel what is under way",
    mydata: "What you know about me",
    human: "Talk to a person",
    language: "Change language",
    persona: "Switch demonstration persona",
    help: "What you can do",
  },
  description: ({ sandbox }) =>
    [
      "Jiedao: know what you borrow, and pay it back at ease. Where to find the loan, whether you may have it, what it costs and when it is due: ask here, do it here.",
      ...(sandbox ? ["This is a demonstration: people and money are made up."] : []),
      "Press “Start”, or say “borrow 20000 in 10 installments”.",
    ].join("\n\n"),
  unavailable: {
    unreachable:
      "I cannot reach the database at the moment, so this message is not dealt with yet. I will go on once it is back; your loans and your progress are safe.",
    "newer-release":
      "The system is being updated, so this message is not dealt with yet. I will go on once that is done; your loans and your progress are safe.",
  },
  speaker: "Jiedao",
  failed:
    "Sorry, I could not deal with that message: something went wrong on our side, and it has been noted. Your loans and your progress are as they were. Please put it another way, or say “human” for a person.",
  foreignPress:
    "That button is for somebody else, so you cannot press it. Send “hello” to start your own conversation.",
  media: {
    picture: "picture",
    file: "file",
    unsaved: (name) => `${name}: start with --media FOLDER to have it saved`,
  },
  ofDay: (day) => `This one is of ${date(day)}:`,
  playMoney: "Play money: all of this is simulated, no real money moves.",
};
