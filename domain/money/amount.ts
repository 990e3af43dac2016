/** Judges an amount that a person gave: is it money, and is it within the range? */
import { exact, parseYuan } from "./money.ts";

export type AmountRefusal = "not-a-number" | "not-positive" | "too-many-decimals" | "too-small" | "too-large";

export type JudgedAmount = { ok: true; amount: string } | { ok: false; reason: AmountRefusal };

/** Yuan; both ends of the range are allowed. A refusal names the first rule broken, from form to range. */
export function judgeAmount(text: string, range: { minimum: string; maximum: string }): JudgedAmount {
  const value = parseYuan(text);
  if (value === undefined) return { ok: false, reason: "not-a-number" };
  if (!value.greaterThan(0)) return { ok: false, reason: "not-positive" };
  if (value.decimalPlaces() > 2) return { ok: false, reason: "too-many-decimals" };
  if (value.lessThan(exact(range.minimum))) return { ok: false, reason: "too-small" };
  if (value.greaterThan(exact(range.maximum))) return { ok: false, reason: "too-large" };
  return { ok: true, amount: value.toFixed(2) };
}
