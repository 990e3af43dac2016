/** Money: decimal.js inside, strings with two decimals (yuan) at every border, rounding named at each call. */
import { Decimal } from "decimal.js";

/** Forty significant digits: no product of a loan's figures is cut before it is rounded on purpose. */
const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });

export type Numeric = Decimal | string | number;

export const roundings = ["half-up", "half-even", "half-down", "up", "down"] as const;
export type Rounding = (typeof roundings)[number];

const roundingModes: Record<Rounding, Decimal.Rounding> = {
  "half-up": Decimal.ROUND_HALF_UP,
  "half-even": Decimal.ROUND_HALF_EVEN,
  "half-down": Decimal.ROUND_HALF_DOWN,
  up: Decimal.ROUND_UP,
  down: Decimal.ROUND_DOWN,
};

/** The exact value of a figure; throws on anything that is not a finite number. */
export function exact(value: Numeric): Decimal {
  const result = value instanceof Exact ? value : new Exact(value);
  if (!result.isFinite()) throw new RangeError("Not a finite number");
  return result;
}

export function sum(values: Numeric[]): Decimal {
  return values.reduce<Decimal>((total, value) => total.plus(value), exact(0));
}

/**
 * Rounds to `places` decimals. `up` and `down` are away from zero and towards it. What lies beyond the 25th
 * decimal is the noise of a division: it decides no tie.
 */
export function round(value: Numeric, places: number, rounding: Rounding): Decimal {
  return withoutNoise(value).toDecimalPlaces(places, roundingModes[rounding]);
}

/** Rounds to a multiple of `unit`: "0.01" is the fen, "1" the whole yuan. */
export function roundToUnit(value: Numeric, unit: Numeric, rounding: Rounding): Decimal {
  return withoutNoise(value).toNearest(exact(unit), roundingModes[rounding]);
}

function withoutNoise(value: Numeric): Decimal {
  return exact(value).toDecimalPlaces(25);
}

/** "2145.00" */
export function toCents(value: Numeric, rounding: Rounding): string {
  return round(value, 2, rounding).toFixed(2);
}

/** A plain figure as a person or a program wrote it: "20000", "-5", "20,000.50", "¥300"; undefined if it is none. */
export function parseYuan(text: string): Decimal | undefined {
  const bare = text.trim().replace(/^[¥￥]\s*/u, "");
  if (!/^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(bare)) return undefined;
  return exact(bare.replaceAll(",", ""));
}

/** Groups the digits of a decimal string: "12345.60" -> "12,345.60". */
export function groupThousands(figure: string): string {
  const [whole = "", fraction] = figure.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** "2,145.00", rounded half up where the value has more than two decimals. */
export function formatYuan(value: Numeric): string {
  return groupThousands(toCents(value, "half-up"));
}

/** The sum of yuan figures as a string: "2145.00". */
export function addYuan(amounts: string[]): string {
  return toCents(sum(amounts), "half-up");
}
