/**
 * What an answer says that is reckoned rather than written: whole passages of the borrower's own case, "{@name}" in the
 * text of a topic, some with a card.
 */
import type { Messages } from "../../locales/messages.ts";
import type { Answering } from "../answers/answer.ts";
import { eligibility } from "../answers/assessment/eligibility.ts";
import { health } from "../answers/assessment/health.ts";
import { limit } from "../answers/assessment/limit.ts";
import { score } from "../answers/assessment/score.ts";
import { whyAmount } from "../answers/assessment/why-amount.ts";
import { account } from "../answers/loans/account.ts";
import { boundCard } from "../answers/loans/bound-card.ts";
import { contract } from "../answers/loans/contract.ts";
import { loanStatus } from "../answers/loans/loan-status.ts";
import { paymentStatus } from "../answers/loans/payment-status.ts";
import { schedule } from "../answers/loans/schedule.ts";
import { comparison } from "../answers/products/comparison.ts";
import { platforms } from "../answers/products/platforms.ts";
import { products } from "../answers/products/products.ts";
import { visibility } from "../answers/products/visibility.ts";
import { topicAnswers } from "../answers/topics.ts";
import { amountsDueText, onTheWayText } from "../figures/amounts-due.ts";
import { arrearsText } from "../figures/arrears.ts";
import { ownFigures } from "../figures/own-figures.ts";
import { refusalTexts } from "../notices/refusal-texts.ts";
import { lines } from "../stage-view.ts";

/** Answered in words alone. */
const inWords =
  (topic: Exclude<keyof Messages["answers"], "payout">): Answering =>
  (scope) => ({ text: scope.m.answers[topic](ownFigures(scope)) });

export const passages = {
  "credit-report": inWords("credit-report"),
  rate: inWords("rate"),
  limit,
  "early-payoff": inWords("early-payoff"),
  overdue: inWords("overdue"),
  "how-to-repay": inWords("how-to-repay"),
  safety: inWords("safety"),
  products,
  score,
  "why-amount": whyAmount,
  comparison,
  platforms,
  visibility,
  health,
  eligibility,
  schedule,
  "due-date": inWords("due-date"),
  purpose: inWords("purpose"),
  payout: (scope) => ({ text: scope.m.answers.payout({ card: boundCard(scope) }) }),
  "loan-status": loanStatus,
  "payment-status": paymentStatus,
  account,
  contract,
  ...topicAnswers,
  /** Why the last application was refused, and when to try again; empty where none was. */
  refusal: (scope) => {
    const { reasons, tryAgain } = refusalTexts(scope);
    return { text: lines(...reasons.map((reason) => `· ${reason}`), tryAgain) };
  },
  /** Each loan in arrears, what they come to, and the ways out; empty for whoever is in none. */
  arrears: (scope) => ({ text: arrearsText(scope) }),
  /** What is owed and when, in a line or two; empty where nothing is. */
  "amounts-due": (scope) => ({ text: amountsDueText(scope) }),
  /** Repayments on their way; empty without one. */
  "on-the-way": (scope) => ({ text: onTheWayText(scope) }),
} satisfies Record<string, Answering>;

export type PassageName = keyof typeof passages;

export const isPassage = (name: string): name is PassageName => Object.hasOwn(passages, name);
