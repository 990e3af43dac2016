/** Figures as people write them: JSON numbers or strings, with thousands separators; rates also in percent. */
import { z } from "zod";
import { exact, parseYuan, toCents } from "../../domain/money.ts";

const written = z.union([z.string(), z.number()], "is not a plain figure").transform(String);

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

function figureBy(read: (text: string) => string | undefined, complaint: string): z.ZodType<string> {
  return written.transform((text, context) => {
    const value = read(text);
    if (value !== undefined) return value;
    context.addIssue({ code: "custom", message: complaint });
    return z.NEVER;
  });
}

export const figure = figureBy(plain, "is not a plain figure");

export const positive = figure.refine((text) => exact(text).greaterThan(0), "must be positive");

export const notNegative = figure.refine((text) => !exact(text).lessThan(0), "must not be negative");

/** A fraction, or a percentage with its sign. */
export const rate = figureBy(fraction, "is not a rate: a fraction such as 0.0005, or 0.05%");

export const rateNotNegative = rate.refine((text) => !exact(text).lessThan(0), "must not be negative");

/** Yuan with at most two decimals, as "3000.00". */
export const yuan = positive
  .refine((text) => exact(text).decimalPlaces() <= 2, "has more than two decimals")
  .transform((text) => toCents(text, "down"));

/** A whole number of zero or more, also written as text. */
export const count = z
  .union(
    [
      z.number(),
      z
        .string()
        .regex(/^\s*\d+\s*$/)
        .transform(Number),
    ],
    "is not a whole number",
  )
  .refine((value) => Number.isInteger(value) && value >= 0, "is not a whole number of zero or more");
