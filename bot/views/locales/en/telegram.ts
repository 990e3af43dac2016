/** What only Telegram needs to say. */
import type { CommandName } from "../../../messages.ts";

export const telegram = {
  privateOnly: (bot: string) =>
    `I talk about borrowing in private only: here everyone would read along. Write to me at @${bot}. I am leaving this group now.`,
  edited: "I cannot see what an edited message says now. Please send it again as a new one.",
  failed:
    "Something went wrong on our side with that message; nothing of yours was changed. Please send it again, or /human for a person.",
  commands: {
    start: "Start",
    borrow: "Borrow",
    repay: "Repay",
    where: "Where was I?",
    back: "One step back",
    cancel: "Cancel",
    mydata: "What do you know about me?",
    human: "Talk to a person",
    language: "Language / 切换语言",
    help: "Help",
    persona: "Sandbox: play another person",
  } satisfies Record<CommandName, string>,
};
