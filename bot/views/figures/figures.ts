/** Figures as both languages show them. */
import { exact, formatYuan, parseYuan, round } from "../../../domain/money/money.ts";

/** "¥20,000.00" */
export const yuan = (amount: string): string => `¥${formatYuan(amount)}`;

/** An amount that a person asked for: "20000" -> "¥20,000.00"; what is none stays as it was typed. */
export const asked = (given: string): string => {
  const amount = parseYuan(given);
  return amount ? yuan(amount.toFixed()) : given;
};

/** "0.000255" -> "0.0255%": up to `places` decimals, no trailing zeros. */
export const percent = (fraction: string, places = 2): string =>
  `${round(exact(fraction).times(100), places, "half-up").toString()}%`;

/** A daily rate carries four decimals of a percent. */
export const dailyPercent = (rate: string): string => percent(rate, 4);

/** "2026-02-10", "10:30": what a Shanghai clock shows at an instant. */
export function shanghaiClock(instant: string): { date: string; time: string } {
  const shifted = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return { date: shifted.slice(0, 10), time: shifted.slice(11, 16) };
}

/** Text that a person typed, short enough to be quoted back. */
export const quoteBack = (text: string): string => (text.length > 20 ? `${text.slice(0, 18)}…` : text);
