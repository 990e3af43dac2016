/** Where a question leads on to. */
import type { Topic } from "../../../machines/topics.ts";
import type { Choice } from "../../messages.ts";
import { alternativeChoices } from "../answers/products/visibility.ts";
import { refusedInArrears } from "../answers/refused-in-arrears.ts";
import {
  askChoice,
  borrowChoice,
  loansChoice,
  productChoices,
  repayChoice,
} from "../choices/common-choices.ts";
import { amountsDueOf, canRepay } from "../figures/amounts-due.ts";
import { inArrears } from "../figures/arrears.ts";
import { isAtRest, moneyMoves } from "../journey-path.ts";
import { choice, type Scope } from "../stage-view.ts";
import { waysOut } from "./pay-choices.ts";

export function answerChoices(topic: Topic, scope: Scope): Choice[][] {
  if (moneyMoves(scope.path)) return [];
  if (refusedInArrears.has(topic) && inArrears(scope.context)) return waysOut(scope);
  switch (topic) {
    case "products":
      return [productChoices(scope)];
    case "visibility":
      return [alternativeChoices(scope)];
    case "comparison":
      return [[askChoice(scope.m, "platforms")]];
    default:
      return knowledgeChoices(topic, scope);
  }
}

/** Questions about the borrower's own case; what leaves the place is offered only where nothing is under way. */
function knowledgeChoices(topic: Topic, scope: Scope): Choice[][] {
  const { m, context } = scope;
  const person = choice(m.clarification.human, { type: "person.request" });
  const free = isAtRest(scope.path);
  const borrow = free ? [borrowChoice(m)] : [];
  const loans = free && context.loans.length > 0 ? [loansChoice(m)] : [];
  const hardship =
    free && canRepay(scope) ? [choice(m.arrangements.buttons.hardship, { type: "hardship" })] : [];
  switch (topic) {
    case "eligibility":
      return [context.assessment ? [askChoice(m, "score"), askChoice(m, "limit")] : borrow];
    case "schedule":
      return [free && canRepay(scope) ? [repayChoice(m), ...loans] : [askChoice(m, "early-payoff")]];
    case "due-date":
      return [hardship];
    case "purpose":
    case "payout":
      return [borrow];
    case "loan-status":
      return [[...loans, person]];
    case "payment-status":
      return [[...(free && canRepay(scope) && owesNow(scope) ? [repayChoice(m)] : []), ...loans, person]];
    case "account":
      return [[choice(m.clarification.mydata, { type: "mydata" }), person]];
    case "contract":
      return [[...loans, person]];
    case "elsewhere":
      return [[askChoice(m, "platforms"), ...borrow]];
    case "pursuit":
    case "waiver":
      return [[...hardship, person]];
    case "distress":
    case "hotline":
      return [[person]];
    case "not-mine":
      return [[...loans, person]];
    case "bargain":
      return [[askChoice(m, "early-payoff"), askChoice(m, "platforms")]];
    case "documents":
      return [borrow];
    case "minimum":
      return [hardship];
    default:
      return [];
  }
}

const owesNow = (scope: Scope): boolean => Number(amountsDueOf(scope).dueNow) > 0;
