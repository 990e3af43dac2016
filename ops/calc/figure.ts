/** Figures as people write them: JSON numbers or strings, with thousands separators; rates also in percent. */
import { z } from "zod";
import { exact, parseYuan, toCents } from "../../domain/money.ts";

/** "20,000", 1e-7 -> a plain decimal; undefined when it is no figure. */
function plain(text: string): string | undefined {
  if (/^[+-]?\d+(\.\d+)?e[+-]?\d{1,2}$/i.test(text)) return exact(text).toFixed();
  return parseYuan(text)?.toFixed();
}

/** "0.05 %" -> "0.0005" */
function fraction(text: string): string | undefined {
  const [, bare = text, sign] = /^(.*?)\s*([%％‰])$/.exec(text.trim()) ?? [];
  const value = plain(bare);
  if (sign === undefined || value === undefined) return value;
  return exact(value)
    .div(sign === "‰" ? 1000 : 100)
    .toFixed();
}

/** `most`: in either direction. Beyond it forty digits would not hold a product to the cent. */
function figureBy(options: {
  read: (text: string) => string | undefined;
  complaint: string;
  most: string;
}): z.ZodType<string> {
  const { read, complaint, most } = options;
  const written = z.union([z.string(), z.number()], complaint).transform(String);
  return written.transform((text, context) => {
    const value = read(text);
    const tooMuch = value !== undefined && exact(value).abs().greaterThan(most);
    if (value !== undefined && !tooMuch) return value;
    const message = tooMuch ? `must be at most ${most} in size` : complaint;
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  });
}

export const figure = figureBy({
  read: plain,
  complaint: "is not a plain figure, such as 10000 or 0.01",
  most: "1000000000000000",
});

const positive = figure.refine((text) => exact(text).greaterThan(0), "must be positive");

/** A number of periods in a year, need not be whole. */
export const timesAYear = positive.refine((text) => !exact(text).greaterThan(366), "must be at most 366");

export const notNegative = figure.refine((text) => !exact(text).lessThan(0), "must not be negative");

/** A fraction, or a percentage with its sign. */
export const rate = figureBy({
  read: fraction,
  complaint: "is not a rate: a fraction such as 0.0005, or 0.05%",
  most: "1000000",
});

export const rateNotNegative = rate.refine((text) => !exact(text).lessThan(0), "must not be negative");

/** Of whole fen: with more decimals the lines of an answer would not add up. */
export const inCents = positive.refine(
  (text) => exact(text).decimalPlaces() <= 2,
  "has more than two decimals",
);

/** Yuan with at most two decimals, as "3000.00". */
export const yuan = inCents.transform((text) => toCents(text, "down"));

/** A whole number between two, also written as text. */
export function count(least: number, most: number): z.ZodType<number> {
  const complaint = `is not a whole number from ${least} to ${most}`;
  const text = z
    .string()
    .regex(/^\s*\d+\s*$/)
    .transform(Number);
  return z
    .union([z.number(), text], complaint)
    .refine((value) => Number.isInteger(value) && value >= least && value <= most, complaint);
}
