/** The figures that answers are made of: the borrower's own where known, the catalogue's otherwise. */

import type { TierName } from "../../domain/assessment.ts";
import { findProduct, isQuotable, type Product, productList } from "../../domain/catalogue.ts";
import { housePenalty } from "../../domain/conventions.ts";
import { shanghaiDate } from "../../domain/dates.ts";
import { type Rail, rails } from "../../domain/rails.ts";
import { offerRepayment } from "../../domain/repayment.ts";
import { findTier, type Tier } from "../../domain/tier.ts";
import { openLoans } from "../../machines/journey/offers.ts";
import { freeLimit } from "../../machines/journey/request.ts";
import type { JourneyContext } from "../../machines/journey-context.ts";
import type { Locale } from "../messages.ts";
import { debtsOf } from "./debts.ts";

export interface ProductFigures {
  name: string;
  lender: string;
  maximum: string;
  lowest: string;
  highest: string;
}
export type TierRule = Pick<Tier, "name" | "rateFactor" | "reviewDays">;

export interface OwnFigures {
  own?: { dailyRate: string; annualRate: string; limit: string; free: string } | undefined;
  product: ProductFigures;
  products: { lending: ProductFigures[]; referral: string[] };
  tiers: TierRule[];
  rails: readonly Rail[];
  penaltyRate: string;
  next?: { dueDate: string; amount: string } | undefined;
  /** What brings overdue loans up to date today, yuan. */
  overdue?: string | undefined;
  /** The cost of settling the oldest open loan today. */
  payoff?: { number: string; amount: string } | undefined;
}

const tierNames: readonly TierName[] = ["high-activity", "regular", "low-frequency"];

export function ownFigures(context: JourneyContext, locale: Locale): OwnFigures {
  const { assessment } = context;
  const debts = debtsOf(context);
  const approved = assessment?.outcome === "approved";
  return {
    own: approved
      ? {
          dailyRate: assessment.dailyRate,
          annualRate: assessment.annualRate,
          limit: assessment.limit,
          free: freeLimit(context),
        }
      : undefined,
    product: productFigures(findProduct(context.productId), locale),
    products: {
      lending: productList()
        .filter(isQuotable)
        .map((product) => productFigures(product, locale)),
      referral: productList()
        .filter(({ kind }) => kind === "referral")
        .map(({ name }) => name[locale]),
    },
    tiers: tierNames.map(findTier),
    rails,
    penaltyRate: housePenalty.dailyRate,
    next: debts.next,
    overdue: debts.daysPastDue > 0 ? debts.dueNow : undefined,
    payoff: payoffOf(context),
  };
}

function payoffOf(context: JourneyContext): OwnFigures["payoff"] {
  const [loan] = openLoans(context);
  if (!loan) return undefined;
  const offer = offerRepayment(loan, { kind: "payoff", on: shanghaiDate(context.at) });
  return offer.ok ? { number: loan.number, amount: offer.amount } : undefined;
}

function productFigures(product: Product, locale: Locale): ProductFigures {
  return {
    name: product.name[locale],
    lender: product.lender?.[locale] ?? product.name[locale],
    maximum: product.maximum ?? "0.00",
    lowest: product.annualRate?.lowest ?? "0",
    highest: product.annualRate?.highest ?? "0",
  };
}
