/** The menu. */
import type { Choice } from "../../messages.ts";
import { borrowChoice, inRows, loansChoice, repayChoice } from "../choices/common-choices.ts";
import { amountsDueText, canRepay } from "../figures/amounts-due.ts";
import { inArrears } from "../figures/arrears.ts";
import { choice, paragraphs, type Scope, type StageViews } from "../stage-view.ts";

export const idleViews: StageViews<"idle"> = {
  idle: (scope) => ({
    text: menuText(scope),
    situation: inArrears(scope.context) ? scope.m.idle.situationInArrears : scope.m.idle.situation,
    choices: inRows(menuChoices(scope), 2),
    menu: true,
  }),
};

function menuText(scope: Scope): string {
  const owed = amountsDueText(scope);
  return paragraphs(owed, owed ? scope.m.idle.menuWithLoans : scope.m.idle.menu);
}

function menuChoices(scope: Scope): Choice[] {
  const { context, m } = scope;
  const asked = context.notices.some(({ kind }) => kind === "help");
  return [
    borrowChoice(m),
    choice(m.buttons.locate, { type: "locate" }),
    ...(context.loans.length > 0 ? [loansChoice(m)] : []),
    ...(canRepay(scope) ? [repayChoice(m)] : []),
    ...(asked ? [] : [choice(m.buttons.questions, { type: "help" })]),
    choice(m.buttons.language, { type: "language.choose" }),
    ...(context.sandbox ? [choice(m.buttons.persona, { type: "persona.show" })] : []),
  ];
}
