import { Decimal } from "decimal.js";

const digits = "零一二三四五六七八九";
const units = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
  ["k", 1000],
  ["万", 10_000],
  ["w", 10_000],
  ["亿", 100_000_000],
]);

type Token = { figure: Decimal; zero: boolean } | { unit: number };

function figureOf(token: string): Decimal | undefined {
  if (token === "两") return new Decimal(2);
  if (token === "半") return new Decimal("0.5");
  const digit = digits.indexOf(token);
  if (digit >= 0) return new Decimal(digit);
  const figures = token.replaceAll(",", "");
  return /^(?:\d+\.?\d*|\.\d+)$/.test(figures) ? new Decimal(figures) : undefined;
}

function tokenise(text: string): Token[] | undefined {
  const parts = text.replaceAll(" ", "").match(/[\d.,]+|./gu) ?? [];
  const tokens: Token[] = [];
  for (const part of parts) {
    const unit = units.get(part);
    const figure = figureOf(part);
    if (unit !== undefined) tokens.push({ unit });
    else if (figure !== undefined) tokens.push({ figure, zero: part === "零" });
    else return undefined;
  }
  return tokens;
}

/** 三四 is three or four. */
const isRough = (text: string): boolean => text.length === 2 && "一二三四五六七八九".includes(text);

/** Digits read one by one: 二零二六, 一二三. */
function readDigits(text: string): Decimal | undefined {
  if (!/^[零一二三四五六七八九]{2,}$/.test(text) || isRough(text)) return undefined;
  return new Decimal([...text].map((digit) => digits.indexOf(digit)).join(""));
}

/** What the figure after the last unit adds: 两万五 is 25000, 两万零五 is 20005, 2万500 is 20500. */
function tail(figure: Decimal, lastUnit: number, afterZero: boolean): Decimal | undefined {
  if (afterZero || lastUnit <= 10 || figure.gte(10)) return figure;
  return figure.isInteger() ? figure.times(lastUnit).div(10) : undefined;
}

interface Reading {
  total: Decimal;
  section: Decimal;
  pending: Decimal | undefined;
  lastUnit: number;
  /** The last of 万 and 亿; 0 before any. */
  lastBig: number;
  afterZero: boolean;
  /** 1.5万: nothing can follow what has places behind its point. */
  closed: boolean;
}

/** Within one numeral units grow smaller: 一千一千 and 两万三万 are two. False where they do not. */
function takeUnit(reading: Reading, unit: number): boolean {
  reading.closed ||= reading.pending?.isInteger() === false;
  const taken = unit < 10_000 ? takeSmallUnit(reading, unit) : takeBigUnit(reading, unit);
  reading.pending = undefined;
  reading.lastUnit = unit;
  reading.afterZero = false;
  return taken;
}

function takeSmallUnit(reading: Reading, unit: number): boolean {
  const falls = reading.section.isZero() || unit < reading.lastUnit;
  const count = reading.pending ?? new Decimal(unit === 10 ? 1 : 0);
  reading.section = reading.section.plus(count.times(unit));
  return falls;
}

/** 一万五千亿 is (一万五千)亿. */
function takeBigUnit(reading: Reading, unit: number): boolean {
  const counted = reading.section.plus(reading.pending ?? 0);
  const grows = unit > reading.lastBig;
  reading.total = grows ? reading.total.plus(counted).times(unit) : reading.total.plus(counted.times(unit));
  reading.section = new Decimal(0);
  const falls = unit < reading.lastBig && !counted.isZero();
  reading.lastBig = unit;
  return grows || falls;
}

function takeFigure(reading: Reading, token: { figure: Decimal; zero: boolean }): boolean {
  if (token.zero && reading.pending === undefined && reading.lastUnit > 0) {
    reading.afterZero = true;
    return true;
  }
  if (reading.pending !== undefined || reading.closed) return false;
  reading.pending = token.figure;
  return true;
}

/** 三点五 as 3.5, before any unit. */
function pointed(text: string): string {
  return text.replace(
    /([零一二两三四五六七八九十百\d]+)点([零一二三四五六七八九\d]+)/gu,
    (whole, head: string, rest: string) => {
      const integer = readDigits(head) ?? readChineseNumeral(head);
      const decimals = [...rest].map((c) => (/\d/.test(c) ? c : String(digits.indexOf(c)))).join("");
      return integer === undefined ? whole : `${integer.toFixed()}.${decimals}`;
    },
  );
}

/**
 * The value of a numeral of Arabic figures, Chinese characters and the units 十百千万亿 k w in any mixture:
 * "2万5" is 25000, "一万二" 12000, "1.5w" 15000, "二零二六" 2026. Absent when it is no numeral.
 */
export function readChineseNumeral(text: string): Decimal | undefined {
  const whole = readDigits(text);
  if (whole !== undefined) return whole;
  const tokens = tokenise(text.includes("点") ? pointed(text) : text);
  if (tokens === undefined || tokens.length === 0) return undefined;
  const reading: Reading = {
    total: new Decimal(0),
    section: new Decimal(0),
    pending: undefined,
    lastUnit: 0,
    lastBig: 0,
    afterZero: false,
    closed: false,
  };
  for (const token of tokens) {
    const taken = "unit" in token ? takeUnit(reading, token.unit) : takeFigure(reading, token);
    if (!taken) return undefined;
  }
  const rest =
    reading.pending === undefined
      ? new Decimal(0)
      : tail(reading.pending, reading.lastUnit, reading.afterZero);
  return rest && reading.total.plus(reading.section).plus(rest);
}
