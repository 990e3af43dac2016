/** The menu. */
import type { Choice } from "../../messages.ts";
import { borrowChoice, inRows, loansChoice, repayChoice } from "../common-choices.ts";
import { canRepay, debtsText } from "../debts.ts";
import { choice, paragraphs, type Scope, type StageViews } from "../stage-view.ts";

export const idleViews: StageViews<"idle"> = {
  idle: (scope) => ({
    text: paragraphs(debtsText(scope), debtsText(scope) ? scope.m.idle.menuWithLoans : scope.m.idle.menu),
    situation: scope.m.idle.situation,
    choices: inRows(menuChoices(scope), 2),
    menu: true,
  }),
};

function menuChoices({ context, m }: Scope): Choice[] {
  const asked = context.notices.some(({ kind }) => kind === "help");
  return [
    borrowChoice(m),
    choice(m.buttons.locate, { type: "locate" }),
    ...(context.loans.length > 0 ? [loansChoice(m)] : []),
    ...(canRepay(context) ? [repayChoice(m)] : []),
    ...(asked ? [] : [choice(m.buttons.questions, { type: "help" })]),
    choice(m.buttons.language, { type: "language.choose" }),
    ...(context.sandbox ? [choice(m.buttons.persona, { type: "persona.show" })] : []),
  ];
}
