import { yuan } from "../../../views/figures/figures.ts";
import type { Messages } from "../../messages.ts";
import { either } from "../format.ts";
import { words } from "../words.ts";

export const checkingEligibility: Messages["checkingEligibility"] = {
  wanted: ({ summary }) => `Noted: ${summary}.`,
  identifying:
    "Let's see whether you can borrow. First your identity: I check name and age, and keep no ID number.",
  verifyingName: "Checking your identity. This usually takes seconds.",
  identityRefused:
    "Your identity could not be confirmed, so we cannot go on yet. Check that your WeChat account is verified in your own name and your ID is valid, then try again.",
  findingCard: "Looking for your bank card. This usually takes seconds.",
  authorising: ({ sandbox, product, lender }) =>
    [
      `To assess you for ${product}, ${lender} needs your authorisation for a credit check next; it shows how much you can borrow and at what rate.`,
      sandbox
        ? "In real life the check leaves one “loan approval” enquiry on your credit report; in this demonstration nothing is looked up."
        : "It leaves one “loan approval” enquiry on your credit report. If you would rather not, choose “Not now”; you can still ask anything.",
    ].join("\n"),
  assessing:
    "Assessing social activity, payment behaviour, credit history and assets. This usually takes seconds.",
  refused: "It did not work out this time:",
  refusedWithoutReason: "The assessment could not be finished this time.",
  changeAmount: ({ now, minimum, maximum }) =>
    `Of course. ${now ? `It is ${yuan(now)} now. What shall it be?` : "How much would you like?"} Anything from ${yuan(minimum)} to ${yuan(maximum)}; the assessment tells how much of it you can have. Press one, or type it.`,
  changeTerm: ({ now, terms }) =>
    `Of course. ${now ? `It is ${words.months(now)} now. ` : ""}Over how many months? One installment a month: ${either(terms)}.`,
  situation: {
    identifying: "we are checking your eligibility: press “Verify my identity” to go on",
    verifyingName: "your identity is being checked, please wait a moment",
    identityRefused: "your identity could not be confirmed: you can try again, or cancel",
    findingCard: "I am looking for your bank card, please wait a moment",
    authorising: "you were deciding whether to authorise the credit check",
    assessing: "your assessment is under way, please wait a moment",
    refused: "the assessment was not passed: see the reasons, then try again once they are settled",
  },
};
