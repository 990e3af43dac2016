import { yuan } from "../../../views/figures/figures.ts";
import type { Messages } from "../../messages.ts";
import { date, plural } from "../format.ts";

export const personal: Messages["personal"] = {
  opening: "This is what is stored about you:",
  name: (name, age) => `· Name: ${name} (verified), aged ${age}.`,
  noName: "· Name: none yet.",
  card: (bank, tail) => `· Bank card: ${bank}, ending in ${tail}.`,
  noCard: "· Bank card: none yet.",
  consents: ({ privacy, credit }) =>
    `· Consents: privacy note ${privacy ? "agreed" : "not agreed"}, credit check ${credit ? "authorised" : "not authorised"}.`,
  assessment: ({ product, decidedOn, limit, validUntil }) =>
    `· Assessment for ${product}: passed on ${date(decidedOn)}, limit ${yuan(limit)}, valid until ${date(validUntil)}.`,
  assessmentRefused: ({ product, decidedOn }) =>
    `· Assessment for ${product}: not passed on ${date(decidedOn)}.`,
  means: ({ monthly, savings }) =>
    `· Means: about ${yuan(monthly)} spent and transferred a month, about ${yuan(savings)} saved (from the assessment, and used only to warn you of too heavy a burden).`,
  noAssessment: "· Assessment: none yet.",
  loan: ({ number, principal, outstanding }) =>
    `· Loan ${number}: ${yuan(principal)} borrowed, ${yuan(outstanding)} of principal left.`,
  loanSettled: ({ number, principal }) => `· Loan ${number}: ${yuan(principal)} borrowed, fully repaid.`,
  noLoans: "· Loans: none yet.",
  settings: ({ daysBefore }) =>
    `· Settings: English, reminders ${daysBefore === 0 ? "on the due date" : `${plural(daysBefore, "day")} before`}.`,
  persona: (persona) => `· Demonstration persona: ${persona}.`,
  closing:
    "Our conversation, quotes, contracts and repayments are kept as well, to settle accounts. ID, card and phone numbers, codes and passwords that you type are masked where I recognise them, and never kept in full; I hold no picture of your face.",
};
