/** What can be pressed under an answer, by name; an offer that makes no sense where the borrower stands is left out. */
import { findTopic, wordsOf } from "../../knowledge/topics.ts";
import type { Choice } from "../../messages.ts";
import { alternativeChoices } from "../answers/products/visibility.ts";
import {
  borrowChoice,
  cancelChoice,
  homeChoice,
  loansChoice,
  productChoices,
  repayChoice,
  retryChoice,
} from "../choices/common-choices.ts";
import { amountsDueOf, canRepay } from "../figures/amounts-due.ts";
import { inArrears } from "../figures/arrears.ts";
import { isAtRest, moneyMoves } from "../journey-path.ts";
import { choice, type Scope } from "../stage-view.ts";

type Offer = (scope: Scope) => Choice | Choice[] | undefined;

const when = (holds: boolean, offered: Choice): Choice | undefined => (holds ? offered : undefined);

/** Nothing is under way that would be left, and a new loan is not out of the question. */
const mayBorrow = (scope: Scope): boolean => isAtRest(scope.path) && !inArrears(scope.context);

const free = ({ path }: Scope): boolean => isAtRest(path);
const mayRepay = (scope: Scope): boolean => free(scope) && canRepay(scope);
const hasLoans = (scope: Scope): boolean => free(scope) && scope.context.loans.length > 0;
const owes = (scope: Scope): boolean => free(scope) && amountsDueOf(scope).count > 0;
const applying = ({ path }: Scope): boolean => /^(?:checkingEligibility|quoting|confirming)\./.test(path);

const offers = {
  // Borrowing.
  borrow: (scope) => when(mayBorrow(scope), borrowChoice(scope.m)),
  /** The products that can be assessed and quoted here. */
  products: (scope) => (mayBorrow(scope) ? productChoices(scope) : undefined),
  /** The nearest entry that nothing known rules out. */
  "other-entry": (scope) => (mayBorrow(scope) ? alternativeChoices(scope) : undefined),
  locate: (scope) => when(mayBorrow(scope), choice(scope.m.buttons.locate, { type: "locate" })),
  "change-amount": (scope) =>
    when(
      scope.context.quote !== null && applying(scope),
      choice(scope.m.buttons.changeAmount, { type: "amount.change" }),
    ),
  "change-term": (scope) =>
    when(
      scope.context.quote !== null && applying(scope),
      choice(scope.m.buttons.changeTerm, { type: "term.change" }),
    ),
  cancel: (scope) => when(applying(scope), cancelChoice(scope.m)),
  retry: (scope) => when(/Refused$|\.refused$|Failed$|\.expired$/.test(scope.path), retryChoice(scope.m)),
  // Repaying.
  repay: (scope) => when(mayRepay(scope), repayChoice(scope.m)),
  "repay-due": (scope) =>
    when(mayRepay(scope), choice(scope.m.clarification.repay.due, { type: "repay.kind", kind: "due" })),
  "repay-part": (scope) =>
    when(
      mayRepay(scope),
      choice(scope.m.clarification.repay.partial, { type: "repay.kind", kind: "partial" }),
    ),
  payoff: (scope) =>
    when(mayRepay(scope), choice(scope.m.clarification.repay.payoff, { type: "repay.kind", kind: "payoff" })),
  loans: (scope) => when(hasLoans(scope), loansChoice(scope.m)),
  paid: (scope) => when(owes(scope), choice(scope.m.arrangements.buttons.paid, { type: "paid.claim" })),
  // Time to pay, reminders, deduction.
  hardship: (scope) => when(owes(scope), choice(scope.m.arrangements.buttons.hardship, { type: "hardship" })),
  promise: (scope) =>
    when(owes(scope), choice(scope.m.arrangements.buttons.promise, { type: "promise.choose" })),
  extension: (scope) =>
    when(owes(scope), choice(scope.m.arrangements.buttons.extension, { type: "extension.choose" })),
  deduction: (scope) =>
    when(hasLoans(scope), choice(scope.m.arrangements.buttons.deduction, { type: "deduction.choose" })),
  "stop-deduction": (scope) =>
    when(
      free(scope) && scope.context.arrangements.deduction !== null,
      choice(scope.m.arrangements.buttons.stopDeduction, { type: "deduction.stop" }),
    ),
  reminders: (scope) =>
    when(free(scope), choice(scope.m.buttons.reminderSettings, { type: "reminder.choose" })),
  "stop-reminders": (scope) =>
    when(
      free(scope) && !scope.context.arrangements.stopped,
      choice(scope.m.arrangements.buttons.stop, { type: "reminders.stop" }),
    ),
  calendar: (scope) => when(owes(scope), choice(scope.m.buttons.calendarFile, { type: "calendar.file" })),
  // The conversation.
  person: ({ m }) => choice(m.clarification.human, { type: "person.request" }),
  mydata: ({ m }) => choice(m.clarification.mydata, { type: "mydata" }),
  where: ({ m, path }) => when(!isAtRest(path), choice(m.clarification.where, { type: "where" })),
  home: ({ m, path }) => when(isAtRest(path) && path !== "idle", homeChoice(m)),
  help: ({ m }) => choice(m.clarification.help, { type: "help" }),
  language: ({ m }) => choice(m.buttons.language, { type: "language.choose" }),
} satisfies Record<string, Offer>;

/** "ask:my-rate": another topic, by its title. */
const asks = /^ask:([a-z0-9-]+)$/;

/** Whether such an offer can be made at all: one of the table, or a topic that there is. */
export function isOffer(name: string): boolean {
  const topic = asks.exec(name)?.[1];
  return topic === undefined ? Object.hasOwn(offers, name) : findTopic(topic) !== undefined;
}

const tabled: Readonly<Record<string, Offer>> = offers;

/** The choices of an offer here; none where it makes no sense, and while money moves. */
export function offered(name: string, scope: Scope): Choice[] {
  if (moneyMoves(scope.path) && name !== "person") return [];
  const id = asks.exec(name)?.[1];
  if (id === undefined) return [tabled[name]?.(scope) ?? []].flat();
  const topic = findTopic(id);
  return topic ? [choice(wordsOf(topic, scope.locale).title, { type: "ask", topic: topic.id })] : [];
}
