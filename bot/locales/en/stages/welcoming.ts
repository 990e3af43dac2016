import type { Messages } from "../../messages.ts";

export const welcoming: Messages["welcoming"] = {
  askLanguage: "Please choose a language.",
  reviewPrivacy: ({ sandbox }) =>
    [
      "First, about your privacy:",
      [
        "· I use your masked name, your age and the last digits of your bank card; once you authorise it, also your credit record, payments and assets.",
        "· They serve only to assess whether and how much you can borrow. No other company gets them for its own business.",
        "· To see what is stored about you, send “my data” at any time.",
      ].join("\n"),
      sandbox
        ? "This is a demonstration: people and data here are invented, and the real you is not looked up."
        : "",
      "If that is fine with you, we can begin.",
    ]
      .filter(Boolean)
      .join("\n\n"),
  declined:
    "Without your consent I look up nothing about you, and cannot assess or quote. You can still ask questions; if you change your mind, press “Agree and go on”.",
  situation: {
    askingLanguage: "you were choosing a language: Chinese or English",
    reviewingPrivacy: "you were reading the privacy note: once you agree, we can go on",
    declined: "you have not agreed to the privacy note: you can ask questions, or press “Agree and go on”",
  },
};
