/** Every question that is answered in place, by its topic. */
import type { Topic } from "../../../machines/journey-events.ts";
import type { Messages } from "../locales/messages-in.ts";
import { ownFigures } from "../own-figures.ts";
import type { Scope } from "../stage-view.ts";
import { account } from "./account.ts";
import type { Answer, Answering } from "./answer.ts";
import { boundCard } from "./bound-card.ts";
import { comparison } from "./comparison.ts";
import { contract } from "./contract.ts";
import { eligibility } from "./eligibility.ts";
import { elsewhere } from "./elsewhere.ts";
import { health } from "./health.ts";
import { limit } from "./limit.ts";
import { loanStatus } from "./loan-status.ts";
import { platforms } from "./platforms.ts";
import { products } from "./products.ts";
import { schedule } from "./schedule.ts";
import { score } from "./score.ts";
import { visibility } from "./visibility.ts";
import { whyAmount } from "./why-amount.ts";
import { worries } from "./worries.ts";

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
  account,
  contract,
  elsewhere,
  ...worries,
};

export const answerTo = (topic: Topic, scope: Scope): Answer => answers[topic](scope);
