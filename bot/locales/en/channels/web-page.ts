import type { Messages } from "../../messages.ts";

export const webPage: Messages["webPage"] = {
  labels: {
    brand: "借道 Jiedao",
    title: "Jiedao · your borrowing assistant",
    subtitle: "Borrowing assistant",
    ribbon: "Demo · not real money",
    newChat: "New chat",
    newChatTitle: "Start a new chat?",
    newChatText: "This tab becomes a new borrower. The conversation you have now cannot be opened again.",
    newChatKeep: "Stay in this chat",
    newChatConfirm: "Start a new chat",
    log: "Conversation",
    you: "You",
    assistant: "Jiedao",
    welcomeTitle: "Thinking of borrowing? Start here.",
    welcomeText:
      "Where to find it, whether you qualify, how much you can have and what it costs: I go with you, step by step, until it is repaid.",
    draft: "Message",
    placeholder: "Write a message…",
    send: "Send",
    menu: "Menu",
    tools: "Demo tools: move the clock, be someone else",
    due: "To pay",
    replies: "Quick replies",
    toLatest: "Back to the latest message",
    sending: "Sending…",
    notSent: "Not sent: something went wrong on our side.",
    sendAgain: "Send again",
    waiting: "Waiting to be sent",
    savePicture: "Save picture",
    saveFile: "Download",
    notLoaded: "It could not be fetched. It says:",
    tryAgain: "Try again",
    reconnecting: "Connection lost. Reconnecting…",
  },

  suggestions: ["Hello", "Where do I borrow?", "I want to borrow 20000 over 10 months"],

  stages: {
    locatingEntry: "Entry",
    checkingEligibility: "Eligibility",
    quoting: "Quote",
    confirming: "Contract",
    reminding: "Reminders",
    repaying: "Repayment",
  },

  progress: (stage, position, of) => `${stage} · step ${position} of ${of}`,

  tooLong: (length, longest) => `${length} of ${longest} characters: too long, please send it in parts`,
};
