/** Every question that is answered in place, by its topic. */
import type { Topic } from "../../../machines/topics.ts";
import type { Messages } from "../../locales/messages.ts";
import { onTheWayText } from "../figures/amounts-due.ts";
import { arrearsText, inArrears } from "../figures/arrears.ts";
import { ownFigures } from "../figures/own-figures.ts";
import { lines, paragraphs, type Scope } from "../stage-view.ts";
import type { Answer, Answering } from "./answer.ts";
import { eligibility } from "./assessment/eligibility.ts";
import { health } from "./assessment/health.ts";
import { limit } from "./assessment/limit.ts";
import { score } from "./assessment/score.ts";
import { whyAmount } from "./assessment/why-amount.ts";
import { account } from "./loans/account.ts";
import { boundCard } from "./loans/bound-card.ts";
import { contract } from "./loans/contract.ts";
import { loanStatus } from "./loans/loan-status.ts";
import { paymentStatus } from "./loans/payment-status.ts";
import { schedule } from "./loans/schedule.ts";
import { comparison } from "./products/comparison.ts";
import { elsewhere } from "./products/elsewhere.ts";
import { platforms } from "./products/platforms.ts";
import { products } from "./products/products.ts";
import { visibility } from "./products/visibility.ts";
import { refusedInArrears } from "./refused-in-arrears.ts";
import { topicAnswers } from "./topics.ts";

/** Answered in words alone. */
const inWords =
  (topic: Exclude<keyof Messages["answers"], "payout">): Answering =>
  (scope) => ({ text: scope.m.answers[topic](ownFigures(scope)) });

const answers: Record<Topic, Answering> = {
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
  elsewhere,
  ...topicAnswers,
};

/** Whoever is in arrears hears first that there is no new loan now; whether they may borrow is answered with that. */
export function answerTo(topic: Topic, scope: Scope): Answer {
  if (!refusedInArrears.has(topic) || !inArrears(scope.context)) return withOnTheWay(topic, scope);
  const refusal = arrearsText(scope);
  if (topic === "eligibility" || leadsOn(topic, scope)) return { text: refusal };
  const { text, card } = answers[topic](scope);
  return { text: paragraphs(refusal, text), ...(card && { card }) };
}

/** Without an assessment, or without what it shows, the answer is how to come by one. */
const leadsOn = (topic: Topic, { context }: Scope): boolean =>
  (topic === "score" && !context.assessment) || (topic === "health" && !context.means);

/** They speak of what is to be paid: what is on its way is told first. */
const ofDues: ReadonlySet<Topic> = new Set([
  "early-payoff",
  "overdue",
  "how-to-repay",
  "due-date",
  "pursuit",
  "waiver",
  "minimum",
]);

function withOnTheWay(topic: Topic, scope: Scope): Answer {
  const answer = answers[topic](scope);
  if (!ofDues.has(topic)) return answer;
  return { ...answer, text: lines(onTheWayText(scope), answer.text) };
}
