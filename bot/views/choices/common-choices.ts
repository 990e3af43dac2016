/** Buttons that many stages share. */

import { languages } from "../../../domain/language/languages.ts";
import { nameIn } from "../../../domain/language/local-name.ts";
import { isQuotable, productList } from "../../../domain/product/catalogue.ts";
import { personaIds } from "../../../partners/sandbox/personas.ts";
import { titleOf } from "../../knowledge/topics.ts";
import type { Messages } from "../../locales/messages.ts";
import type { Choice } from "../../messages.ts";
import { choice, type Scope } from "../stage-view.ts";

export const cancelChoice = (m: Messages): Choice => choice(m.buttons.cancel, { type: "cancel" });
export const backChoice = (m: Messages): Choice => choice(m.buttons.back, { type: "back" });
export const homeChoice = (m: Messages): Choice => choice(m.buttons.home, { type: "home" });
export const retryChoice = (m: Messages): Choice => choice(m.buttons.retry, { type: "retry" });
export const borrowChoice = (m: Messages): Choice => choice(m.buttons.borrow, { type: "borrow" });
export const repayChoice = (m: Messages): Choice => choice(m.buttons.repay, { type: "repay" });
export const loansChoice = (m: Messages): Choice => choice(m.buttons.loans, { type: "loans.show" });

export const languageChoices = (): Choice[][] =>
  inRows(
    languages.map(({ code, name }) => choice(name, { type: "language.set", locale: code })),
    2,
  );

export const personaChoices = (m: Messages): Choice[][] =>
  inRows(
    personaIds.map((persona) => choice(m.words.personas[persona], { type: "persona.choose", persona })),
    2,
  );

export const askChoice = ({ locale }: Pick<Scope, "locale">, topic: string): Choice =>
  choice(titleOf(topic, locale), { type: "ask", topic });

/** The others have a button where they come up. */
const usualTopics = [
  ...([
    "is-on-pboc",
    "rate-what",
    "my-limit",
    "repay-early-allowed",
    "overdue-consequences",
    "repay-manual-how",
  ] as const),
  ...([
    "is-it-safe",
    "loan-options",
    "what-is-assessed",
    "compare-own-products",
    "no-entry-visible",
    "financial-health",
  ] as const),
];

export const topicChoices = (scope: Pick<Scope, "locale">): Choice[][] =>
  inRows(
    usualTopics.map((topic) => askChoice(scope, topic)),
    2,
  );

/** The products that can be assessed and quoted here. */
export const productChoices = ({ locale }: Pick<Scope, "locale">): Choice[] =>
  productList()
    .filter(isQuotable)
    .map(({ id, name }) => choice(nameIn(name, locale), { type: "product.choose", product: id }));

/** Rows of at most `perRow` buttons, in reading order. */
export function inRows(choices: Choice[], perRow: number): Choice[][] {
  const rows: Choice[][] = [];
  for (let start = 0; start < choices.length; start += perRow)
    rows.push(choices.slice(start, start + perRow));
  return rows;
}

/** Somebody to talk to, where understanding failed more than once. */
export const toPerson = ({ m }: Pick<Scope, "m">): Choice[][] => [
  [choice(m.clarification.human, { type: "person.request" })],
];
