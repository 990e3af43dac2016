/** Offers side by side for one concrete need, at the borrower's own rate where it is known. */

import { type ComparedProduct, compareProducts } from "../../../../domain/disclosure/comparison.ts";
import { nameIn } from "../../../../domain/language/local-name.ts";
import { findProduct, isQuotable, productList } from "../../../../domain/product/catalogue.ts";
import { limitsGranted } from "../../../../machines/journey/applications.ts";
import { allowedTerms } from "../../../../machines/journey/limits.ts";
import type { JourneyContext } from "../../../../machines/journey-context.ts";
import { percent, yuan } from "../../figures/figures.ts";
import type { Scope } from "../../stage-view.ts";
import type { Answer } from "../answer.ts";

/** Compared when nobody has named an amount yet, yuan. */
const USUAL_AMOUNT = "10000.00";

function needOf(context: JourneyContext): { amount: string; installments: number } {
  const { quote, request } = context;
  const terms = allowedTerms(context);
  return {
    amount: quote?.principal ?? request.amount ?? USUAL_AMOUNT,
    installments: quote?.installments ?? request.installments ?? terms[Math.floor(terms.length / 2)] ?? 12,
  };
}

/** The product chosen first, then the others that can be quoted, then the platforms to compare with. */
function comparedIds({ productId }: JourneyContext): string[] {
  const quotable = productList().filter((product) => isQuotable(product) && product.id !== productId);
  const others = productList().filter(({ kind }) => kind === "comparison");
  return [productId, ...[...quotable, ...others].map(({ id }) => id)];
}

export function comparison({ m, context, locale }: Scope): Answer {
  const { compare } = m.products;
  const need = needOf(context);
  const offers = Object.fromEntries(
    limitsGranted(context).map(({ productId, annualRate }) => [productId, annualRate]),
  );
  const compared = compareProducts({ need, products: comparedIds(context), offers });
  const named = { amount: need.amount, months: need.installments };
  const name = ({ productId }: ComparedProduct): string => nameIn(findProduct(productId).name, locale);
  const own = compared.filter(({ cost }) => cost.known && cost.offered).map(name);
  return {
    text: `${compare.text(named)}${m.betweenSentences}${own.length > 0 ? compare.offered(own) : compare.notOffered}`,
    card: {
      title: compare.title(named),
      facts: [],
      columns: [
        ...[compare.product, compare.installment, compare.cost],
        ...[compare.rate, compare.speed, compare.reporting],
      ],
      rows: compared.map((one) => [name(one), ...costCells(one, m), ...serviceCells(one, m)]),
      footnote: compare.footnote({ asOf: findProduct(context.productId).asOf }),
    },
  };
}

function costCells({ cost }: ComparedProduct, { products }: Scope["m"]): string[] {
  if (!cost.known) return [products.compare.unknown[cost.reason], "", ""];
  const { lowest, highest } = cost;
  const { range } = products;
  return [
    range(yuan(lowest.installment), yuan(highest.installment)),
    range(yuan(lowest.totalInterest), yuan(highest.totalInterest)),
    range(percent(lowest.apr.simple), percent(highest.apr.simple)),
  ];
}

const serviceCells = (
  { payoutSpeed, creditReporting }: ComparedProduct,
  { products }: Scope["m"],
): string[] => [products.speed(payoutSpeed), products.reporting(creditReporting)];
