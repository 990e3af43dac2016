/** Where the borrowing entries are. */

import type { Locale } from "../../../domain/language/languages.ts";
import { nameIn } from "../../../domain/language/local-name.ts";
import { findProduct, isQuotable } from "../../../domain/product/catalogue.ts";
import { type Entry, entryList, findEntry } from "../../../domain/product/entries.ts";
import type { Card, Choice } from "../../messages.ts";
import { askChoice, backChoice, homeChoice, inRows } from "../choices/common-choices.ts";
import { inArrears } from "../figures/arrears.ts";
import { choice, lines, type Scope, type StageView, type StageViews } from "../stage-view.ts";

export const locatingEntryViews: StageViews<"locatingEntry"> = {
  "locatingEntry.choosing": (scope) => ({
    text: scope.m.locatingEntry.choose,
    situation: scope.m.locatingEntry.situation.choosing,
    card: entriesCard(scope),
    choices: [...inRows(entryChoices(scope), 2), [askChoice(scope, "no-entry-visible"), homeChoice(scope.m)]],
    menu: true,
  }),
  "locatingEntry.showing": showing,
};

function showing(scope: Scope): StageView {
  const { m, context } = scope;
  const entry = findEntry(context.entry ?? "");
  const others = [choice(m.buttons.otherEntries, { type: "locate" }), homeChoice(m)];
  const { showing: free, showingInArrears } = m.locatingEntry.situation;
  const situation = inArrears(context) ? showingInArrears : free;
  if (!entry) return { text: m.locatingEntry.notFound, situation, choices: [others, [backChoice(m)]] };
  return {
    text: entryText(scope, entry),
    situation,
    card: stepsCard(scope, entry),
    choices: [...borrowChoices(scope, entry), [askChoice(scope, "no-entry-visible")], others],
    menu: true,
  };
}

/** One a product; where none of them can be quoted here, the list of those that can. */
function borrowChoices({ m, locale }: Scope, entry: Entry): Choice[][] {
  const quotable = [entry.product, ...entry.otherProducts].map(findProduct).filter(isQuotable);
  if (quotable.length === 0)
    return [[choice(m.buttons.otherProducts, { type: "ask", topic: "loan-options" })]];
  return quotable.map(({ id, name }) => [
    choice(m.buttons.borrowProduct(nameIn(name, locale)), { type: "product.choose", product: id }),
  ]);
}

function entryText({ m, locale }: Scope, entry: Entry): string {
  const { name, visibleShare: share, asOf } = entry;
  const products = [entry.product, ...entry.otherProducts].map((id) => productName(id, locale));
  return lines(
    m.locatingEntry.leadsTo({ name: nameIn(name, locale), products }),
    share ? m.locatingEntry.seenBy({ share, asOf }) : m.locatingEntry.unseen,
  );
}

function entriesCard({ m, locale }: Scope): Card {
  const { card } = m.locatingEntry;
  return {
    title: card.entries,
    facts: [],
    columns: [card.entry, card.product, card.seen],
    rows: entryList().map(({ name, product, visibleShare }) => [
      nameIn(name, locale),
      productName(product, locale),
      visibleShare ? card.about(visibleShare) : card.unknown,
    ]),
  };
}

function stepsCard({ m, locale }: Scope, { name, steps }: Entry): Card {
  const { card } = m.locatingEntry;
  return {
    title: nameIn(name, locale),
    facts: [],
    columns: [card.step, card.tap],
    rows: steps.map((step, index) => [String(index + 1), nameIn(step, locale)]),
  };
}

const entryChoices = ({ locale }: Scope): Choice[] =>
  entryList().map(({ id, name }) => choice(nameIn(name, locale), { type: "entry.choose", entry: id }));

const productName = (id: string, locale: Locale): string => nameIn(findProduct(id).name, locale);
