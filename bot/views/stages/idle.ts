/** The menu. */
import type { Choice } from "../../messages.ts";
import { borrowChoice, inRows, loansChoice, repayChoice } from "../common-choices.ts";
import { debtsOf } from "../own-figures.ts";
import { choice, lines, paragraphs, type Scope, type StageViews } from "../stage-view.ts";

export const idleViews: StageViews<"idle"> = {
  idle: (scope) => ({
    text: menuText(scope),
    situation: scope.m.idle.situation,
    choices: inRows(menuChoices(scope), 2),
    menu: true,
  }),
};

function menuText({ context, m }: Scope): string {
  const debts = debtsOf(context);
  if (debts.count === 0) return m.idle.menu;
  const late = Number(debts.dueNow) > 0;
  return paragraphs(
    lines(
      m.idle.loansOpen(debts),
      late ? m.idle.overdue({ amount: debts.dueNow }) : debts.next && m.idle.nextDue(debts.next),
    ),
    m.idle.menuWithLoans,
  );
}

function menuChoices({ context, m }: Scope): Choice[] {
  const owing = debtsOf(context).count > 0;
  return [
    borrowChoice(m),
    choice(m.buttons.locate, { type: "locate" }),
    ...(context.loans.length > 0 ? [loansChoice(m)] : []),
    ...(owing ? [repayChoice(m)] : []),
    choice(m.buttons.questions, { type: "help" }),
    choice(m.buttons.language, { type: "language.choose" }),
    ...(context.sandbox ? [choice(m.buttons.persona, { type: "persona.show" })] : []),
  ];
}
