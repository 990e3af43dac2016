/**
 * The month's burden (风险预警): what all loans and the one asked for take of a month's means, and a warning before one
 * that is too heavy.
 */
import type { Decimal } from "decimal.js";
import type { LoanCalendar } from "../loan/loan-calendar.ts";
import { exact, sum } from "../money/money.ts";
import type { QuotedInstallment } from "../product/terms.ts";

/**
 * All debts together should take no more than 55 % of a month's income: 《商业银行房地产贷款风险管理指引》 (CBRC, 2004),
 * article 36. From half of that on it is called tight: Jiedao's own setting.
 */
export const HEAVY_SHARE = "0.55";
const TIGHT_SHARE = "0.275";

/** Yuan, two decimals. */
interface MonthBurden {
  /** "2026-03". */
  month: string;
  /** Of the loans there are, with whatever is overdue in the month of the projection's date. */
  existing: string;
  /** Of the loan asked for. */
  proposed: string;
  total: string;
  /** Of the month's means, a fraction with four decimals; absent where the means are not known. */
  share?: string;
}

type BurdenVerdict = "none" | "light" | "tight" | "too-heavy" | "means-unknown";

export interface BurdenProjection {
  /** Oldest first, without months in which nothing falls due. */
  months: MonthBurden[];
  /** The month with the highest total; absent when nothing is owed. */
  heaviest?: MonthBurden;
  verdict: BurdenVerdict;
  /** True when it is the loan asked for that makes it too heavy. */
  tippedByProposal: boolean;
}

export interface BurdenOptions {
  calendar: LoanCalendar;
  proposed?: readonly Pick<QuotedInstallment, "dueDate" | "payment">[];
  /** What a person has to live on a month, yuan. */
  monthlyMeans?: string;
}

function totalsByMonth(payments: readonly { month: string; amount: string }[]): Map<string, Decimal> {
  const totals = new Map<string, Decimal>();
  for (const { month, amount } of payments) totals.set(month, sum([totals.get(month) ?? 0, amount]));
  return totals;
}

function shareOf(total: Decimal, means: string | undefined): Decimal | undefined {
  return means === undefined || !exact(means).gt(0) ? undefined : total.div(means);
}

function judge(total: Decimal | undefined, means: string | undefined): BurdenVerdict {
  if (!total?.gt(0)) return "none";
  const share = shareOf(total, means);
  if (share === undefined) return "means-unknown";
  if (share.gt(HEAVY_SHARE)) return "too-heavy";
  return share.gt(TIGHT_SHARE) ? "tight" : "light";
}

function greatest(totals: readonly Decimal[]): Decimal | undefined {
  return totals.reduce<Decimal | undefined>((most, one) => (most?.gte(one) ? most : one), undefined);
}

function monthOf(options: {
  month: string;
  existing: Decimal;
  proposed: Decimal;
  means: string | undefined;
}): MonthBurden {
  const { month, existing, proposed, means } = options;
  const total = existing.plus(proposed);
  const share = shareOf(total, means);
  return {
    month,
    existing: existing.toFixed(2),
    proposed: proposed.toFixed(2),
    total: total.toFixed(2),
    ...(share && { share: share.toFixed(4) }),
  };
}

/** What is overdue is wanted now: it falls into the calendar's own month. */
export function projectBurden({ calendar, proposed = [], monthlyMeans }: BurdenOptions): BurdenProjection {
  const thisMonth = calendar.on.slice(0, 7);
  const existing = totalsByMonth(
    calendar.months.map(({ month, total }) => ({
      month: month < thisMonth ? thisMonth : month,
      amount: total,
    })),
  );
  const asked = totalsByMonth(
    proposed.map(({ dueDate, payment }) => ({ month: dueDate.slice(0, 7), amount: payment })),
  );
  const zero = exact(0);
  const means = monthlyMeans;
  const months = [...new Set([...existing.keys(), ...asked.keys()])]
    .toSorted()
    .map((month) =>
      monthOf({ month, existing: existing.get(month) ?? zero, proposed: asked.get(month) ?? zero, means }),
    );
  const most = greatest(months.map(({ total }) => exact(total)));
  const heaviest = months.find(({ total }) => most?.equals(total));
  const verdict = judge(most, means);
  const tippedByProposal =
    verdict === "too-heavy" && judge(greatest([...existing.values()]), means) !== verdict;
  return { months, ...(heaviest && { heaviest }), verdict, tippedByProposal };
}
