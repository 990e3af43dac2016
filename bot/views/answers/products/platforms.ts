/** The source's table of platforms. */

import { comparedPlatforms } from "../../../../domain/disclosure/comparison.ts";
import { nameIn } from "../../../../domain/language/local-name.ts";
import { findProduct } from "../../../../domain/product/catalogue.ts";
import { percent, yuan } from "../../figures/figures.ts";
import type { Scope } from "../../stage-view.ts";
import type { Answer } from "../answer.ts";

export function platforms({ m, locale }: Scope): Answer {
  const { platforms: texts, compare, range, speed, reporting, unstated } = m.products;
  const products = comparedPlatforms.map(findProduct);
  return {
    text: texts.text,
    card: {
      title: texts.title,
      facts: [],
      columns: [compare.product, texts.maximum, texts.rate, compare.speed, compare.reporting],
      rows: products.map(({ name, maximum, annualRate, payoutSpeed, creditReporting }) => [
        nameIn(name, locale),
        maximum ? yuan(maximum) : unstated,
        annualRate ? range(percent(annualRate.lowest), percent(annualRate.highest)) : unstated,
        speed(payoutSpeed),
        reporting(creditReporting),
      ]),
      footnote: compare.footnote({ asOf: products[0]?.asOf ?? "" }),
    },
  };
}
