import type { Decimal } from "decimal.js";
import { readChineseNumeral } from "../numerals/chinese-numeral.ts";
import { readEnglishNumeral } from "../numerals/english-numeral.ts";

/** The value of a numeral of either language, negative ones included. */
export function readNumeral(text: string): Decimal | undefined {
  const trimmed = text.trim();
  const negative = /^(?:-|负|minus |negative )/.test(trimmed);
  const unsigned = trimmed.replace(/^(?:[-+] ?|负|minus |negative )/, "").replace(/(?<=\d) (?=\d)/g, "");
  const value = readChineseNumeral(unsigned) ?? readEnglishNumeral(unsigned);
  return negative ? value?.neg() : value;
}

/** The same in plain digits: "20000", "-5", "0.001". */
export function plain(value: Decimal): string {
  return value.toFixed();
}

/** Whether a numeral has nothing but figures, or words too small to be sure of. */
export function isBare(text: string): boolean {
  return !/[百千万亿]|\d ?[wk]|hundred|thousand|grand|million|mil\b/.test(text);
}
