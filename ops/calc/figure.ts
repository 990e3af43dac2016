/** Figures as people write them: JSON numbers or strings, with thousands separators; rates also in percent. */
import { z } from "zod";
import { exact, parseYuan, toCents } from "../../domain/money/money.ts";

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

/** More than the whole a year or a day without its sign is likelier meant in percent: 12 would be 1200 %. */
const isDoubtful = (text: string, value: string): boolean =>
  !/[%％‰]\s*$/.test(text) && exact(value).greaterThan(1);

/** `most`: in either direction. Beyond it forty digits would not hold a product to the cent. */
function figureBy(options: {
  read: (text: string) => string | undefined;
  complaint: string;
  most: string;
  /** Why a figure that is read may not be what was meant. */
  doubt?: (text: string, value: string) => string | undefined;
}): z.ZodType<string> {
  const { read, complaint, most, doubt } = options;
  const written = z.union([z.string(), z.number()], complaint).transform(String);
  return written.transform((text, context) => {
    const value = read(text);
    const tooMuch = value !== undefined && exact(value).abs().greaterThan(most);
    const doubted = value === undefined ? undefined : doubt?.(text, value);
    if (value !== undefined && !tooMuch && doubted === undefined) return value;
    const message = tooMuch ? `must be at most ${most} in size` : (doubted ?? complaint);
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

/** A fraction, or a percentage with its sign; may be above one. */
export const share = figureBy({
  read: fraction,
  complaint: "is not a rate: a fraction such as 0.0005, or 0.05%",
  most: "1000000",
}).refine((text) => !exact(text).lessThan(0), "must not be negative");

/** The same, of a rate of interest: above one only with its sign. */
export const rateFigure = figureBy({
  read: fraction,
  complaint: "is not a rate: a fraction such as 0.0005, or 0.05%",
  most: "1000000",
  doubt: (text, value) =>
    isDoubtful(text, value)
      ? `is ${text.trim()}, which is ${exact(value).times(100).toFixed()}%: did you mean ${text.trim()}%? Write the sign`
      : undefined,
});

export const rateNotNegative = rateFigure.refine((text) => !exact(text).lessThan(0), "must not be negative");

/** Of whole fen: with more decimals the lines of an answer would not add up. */
export const inCents = positive.refine(
  (text) => exact(text).decimalPlaces() <= 2,
  "has more than two decimals",
);

/** Yuan with at most two decimals, as "3000.00". */
export const yuanFigure = inCents.transform((text) => toCents(text, "down"));

/** A whole number between two, also written as text. */
export function countFigure(least: number, most: number): z.ZodType<number> {
  const complaint = `is not a whole number from ${least} to ${most}`;
  const text = z
    .string()
    .regex(/^\s*\d+\s*$/)
    .transform(Number);
  return z
    .union([z.number(), text], complaint)
    .refine((value) => Number.isInteger(value) && value >= least && value <= most, complaint);
}
