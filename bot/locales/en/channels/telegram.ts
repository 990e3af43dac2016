import type { Messages } from "../../messages.ts";

export const telegram: Messages["telegram"] = {
  privateOnly: (bot) =>
    `I talk about borrowing in private only: here everyone would read along. Write to me at @${bot}. I am leaving this group now.`,
  edited: "I cannot see what an edited message says now. Please send it again as a new one.",
  failed:
    "I could not deal with that message: something went wrong on our side, and it has been noted. Please send it again, or /human for a person.",
};
