/** Buttons that many stages share. */
import { topics } from "../../machines/journey-events.ts";
import { personaIds } from "../../partners/sandbox/personas.ts";
import type { Choice } from "../messages.ts";
import type { Messages } from "./locales/messages-in.ts";
import { choice } from "./stage-view.ts";

export const cancelChoice = (m: Messages): Choice => choice(m.buttons.cancel, { type: "cancel" });
export const backChoice = (m: Messages): Choice => choice(m.buttons.back, { type: "back" });
export const homeChoice = (m: Messages): Choice => choice(m.buttons.home, { type: "home" });
export const retryChoice = (m: Messages): Choice => choice(m.buttons.retry, { type: "retry" });
export const borrowChoice = (m: Messages): Choice => choice(m.buttons.borrow, { type: "borrow" });
export const repayChoice = (m: Messages): Choice => choice(m.buttons.repay, { type: "repay" });
export const loansChoice = (m: Messages): Choice => choice(m.buttons.loans, { type: "loans.show" });

export const languageChoices = (): Choice[][] => [
  [
    choice("中文", { type: "language.set", locale: "zh-CN" }),
    choice("English", { type: "language.set", locale: "en" }),
  ],
];

export const personaChoices = (m: Messages): Choice[][] =>
  inRows(
    personaIds.map((persona) => choice(m.words.personas[persona], { type: "persona.choose", persona })),
    2,
  );

export const topicChoices = (m: Messages): Choice[][] =>
  inRows(
    topics.map((topic) => choice(m.words.topics[topic], { type: "ask", topic })),
    2,
  );

/** Rows of at most `perRow` buttons, in reading order. */
export function inRows(choices: Choice[], perRow: number): Choice[][] {
  const rows: Choice[][] = [];
  for (let start = 0; start < choices.length; start += perRow)
    rows.push(choices.slice(start, start + perRow));
  return rows;
}
