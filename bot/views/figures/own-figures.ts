/** The figures that answers are made of: the borrower's own where known, the catalogue's otherwise. */

import { shanghaiDate } from "../../../domain/calendar/dates.ts";
import type { TierName } from "../../../domain/eligibility/assessment.ts";
import { creditRecord } from "../../../domain/eligibility/credit-record.ts";
import type { Locale } from "../../../domain/language/languages.ts";
import { nameIn } from "../../../domain/language/local-name.ts";
import { isInArrears } from "../../../domain/overdue/arrears.ts";
import { findTier } from "../../../domain/pricing/tier.ts";
import { productBackground } from "../../../domain/product/background.ts";
import { findProduct, isQuotable, type Product, productList } from "../../../domain/product/catalogue.ts";
import { housePenalty, type PenaltyRule } from "../../../domain/product/conventions.ts";
import { rails } from "../../../domain/repayment/rails.ts";
import { offerRepayment } from "../../../domain/repayment/repayment.ts";
import { freeLimit } from "../../../machines/journey/limits.ts";
import type { Scope } from "../stage-view.ts";
import { amountsDueOf, leftDue } from "./amounts-due.ts";
import type { AnswerFigures, ProductFigures } from "./answer-figures.ts";
import { type LoanWithPosition, openOnes } from "./open-ones.ts";

const tierNames: readonly TierName[] = ["high-activity", "regular", "low-frequency"];

export function ownFigures({ context, locale, loanPositions }: Scope): AnswerFigures {
  const { assessment } = context;
  const amountsDue = amountsDueOf({ loanPositions });
  const dueNow = leftDue({ context, loanPositions });
  const waiting = context.processing.length > 0;
  const approved = assessment?.outcome === "approved";
  return {
    sandbox: context.sandbox,
    own: approved
      ? {
          dailyRate: assessment.dailyRate,
          annualRate: assessment.annualRate,
          limit: assessment.limit,
          free: isInArrears(context.loans, shanghaiDate(context.at)) ? undefined : freeLimit(context),
        }
      : undefined,
    product: productFigures(findProduct(context.productId), locale),
    products: {
      lending: productList()
        .filter(isQuotable)
        .map((product) => productFigures(product, locale)),
      referral: productList()
        .filter(({ kind }) => kind === "referral")
        .map(({ name }) => nameIn(name, locale)),
      unstated: productList()
        .filter((product) => (product.kind === "own" || product.kind === "partner") && !isQuotable(product))
        .map(({ name }) => nameIn(name, locale)),
    },
    tiers: tierNames.map(findTier),
    rails,
    repaymentPage: productBackground().manualRepayment.map((step) => nameIn(step, locale)),
    penalty: penaltyOf({ context, loanPositions }),
    late: () =>
      loanPositions().flatMap(({ loan, position }) =>
        creditRecord(loan, position.on).late.map((one) => ({ ...one, loan: loan.number })),
      ),
    owes: amountsDue.count > 0,
    // Told besides: what is on its way may be for it.
    next: waiting ? undefined : amountsDue.next,
    dueNow: Number(dueNow) > 0 ? dueNow : undefined,
    overdue: amountsDue.daysPastDue > 0 && Number(dueNow) > 0 ? dueNow : undefined,
    payoff: waiting ? undefined : payoffOf(openOnes(loanPositions())[0]),
  };
}

/** Of the loan that is latest, or due next; where nothing is owed, of the product spoken of. */
function penaltyOf({ context, loanPositions }: Pick<Scope, "context" | "loanPositions">): PenaltyRule {
  const soonness = ({ position: { daysPastDue, nextDue } }: LoanWithPosition): string =>
    daysPastDue > 0 ? `0 ${String(9999 - daysPastDue).padStart(4, "0")}` : `1 ${nextDue?.dueDate}`;
  const [first] = openOnes(loanPositions()).toSorted((a, b) => soonness(a).localeCompare(soonness(b)));
  if (first) return first.loan.conventions.repayment.penalty;
  const product = findProduct(context.productId);
  return isQuotable(product) ? product.conventions.repayment.penalty : housePenalty;
}

function payoffOf(known: LoanWithPosition | undefined): AnswerFigures["payoff"] {
  if (!known) return undefined;
  const { loan, position } = known;
  const offer = offerRepayment(loan, { kind: "payoff", on: position.on });
  return offer.ok ? { number: loan.number, amount: offer.amount } : undefined;
}

function productFigures(product: Product, locale: Locale): ProductFigures {
  return {
    name: nameIn(product.name, locale),
    lender: nameIn(product.lender, locale) ?? nameIn(product.name, locale),
    maximum: product.maximum ?? "0.00",
    lowest: product.annualRate?.lowest ?? "0",
    highest: product.annualRate?.highest ?? "0",
  };
}
