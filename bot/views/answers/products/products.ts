/** The products that can be assessed and quoted here, with who lends, how much and at what rate. */
import { nameIn } from "../../../../domain/language/local-name.ts";
import { isQuotable, productList } from "../../../../domain/product/catalogue.ts";
import { percent, yuan } from "../../figures/figures.ts";
import { ownFigures } from "../../figures/own-figures.ts";
import type { Scope } from "../../stage-view.ts";
import type { Answer } from "../answer.ts";

export function products(scope: Scope): Answer {
  const { m, locale } = scope;
  const { list, range, rules, rule, terms, unstated } = m.products;
  return {
    text: m.answers.products(ownFigures(scope)),
    card: {
      title: list.title,
      facts: [],
      columns: [list.product, list.lender, list.maximum, list.rate, list.terms, rule],
      rows: productList()
        .filter(isQuotable)
        .map((product) => [
          nameIn(product.name, locale),
          nameIn(product.lender, locale) ?? unstated,
          yuan(product.maximum),
          range(percent(product.annualRate.lowest), percent(product.annualRate.highest)),
          terms(product.terms),
          product.rule ? rules[product.rule] : "",
        ]),
    },
  };
}
