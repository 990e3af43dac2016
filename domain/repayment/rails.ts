/** The rails a repayment takes; the seed's table of arrival and fee. */

import { addDays } from "../calendar/dates.ts";
import { addWorkingDays, type IsWorkingDay } from "../calendar/working-days.ts";
import { exact, toCents } from "../money/money.ts";

export const railIds = ["balance", "bank-card", "credit-card"] as const;
export type RailId = (typeof railIds)[number];

export type Arrival =
  | { kind: "at-once" }
  /** Chinese working days after the day of payment. */
  | { kind: "working-days"; minimum: number; maximum: number }
  /** Calendar days after the day of payment: T+1. */
  | { kind: "days"; days: number };

export interface Rail {
  id: RailId;
  arrival: Arrival;
  /** Fractions of the amount paid: "0.001" is 0.1 %; both zero when free. */
  fee: { minimum: string; maximum: string };
}

const free = { minimum: "0", maximum: "0" };

export const rails: readonly Rail[] = [
  { id: "balance", arrival: { kind: "at-once" }, fee: free },
  { id: "bank-card", arrival: { kind: "working-days", minimum: 1, maximum: 2 }, fee: free },
  { id: "credit-card", arrival: { kind: "days", days: 1 }, fee: { minimum: "0.001", maximum: "0.003" } },
];

export function railOf(id: RailId): Rail {
  const rail = rails.find((one) => one.id === id);
  if (!rail) throw new RangeError(`No such rail: ${id}`);
  return rail;
}

/** The first and the last day on which money sent on `date` may arrive. */
export function arrivalDates(
  rail: Rail,
  date: string,
  isWorkingDay: IsWorkingDay,
): { earliest: string; latest: string } {
  const { arrival } = rail;
  if (arrival.kind === "at-once") return { earliest: date, latest: date };
  if (arrival.kind === "days") {
    const arrives = addDays(date, arrival.days);
    return { earliest: arrives, latest: arrives };
  }
  return {
    earliest: addWorkingDays(date, arrival.minimum, isWorkingDay),
    latest: addWorkingDays(date, arrival.maximum, isWorkingDay),
  };
}

/** The fee in yuan, at least and at most, each rounded up to the cent so that it is never understated. */
export function railFee(rail: Rail, amount: string): { minimum: string; maximum: string } {
  return {
    minimum: toCents(exact(amount).times(rail.fee.minimum), "up"),
    maximum: toCents(exact(amount).times(rail.fee.maximum), "up"),
  };
}
