/** Whether what was read of an expression is what it means, leaves it open, or is wrong. */
import type { Quantity } from "../../../bot/reading/quantities/quantity.ts";
import type { Expression, Meaning } from "./expression.ts";

export type Verdict = "exact" | "asked" | "wrong";

/** Kinds that say nothing for sure: whoever gets one of them asks back. */
const isOpen = (found: Quantity): boolean =>
  found.kind === "vague" ||
  found.kind === "range" ||
  found.kind === "identifier" ||
  (found.kind === "date" && found.on === undefined);

const equal = (one: string, other: string): boolean => Number(one) === Number(other);

function says(found: Quantity, meaning: Meaning): boolean {
  if (meaning === "unclear") return isOpen(found);
  if ("sum" in meaning)
    return (found.kind === "amount" || found.kind === "number") && equal(found.value, meaning.sum);
  if ("between" in meaning)
    return (
      found.kind === "range" && equal(found.low, meaning.between[0]) && equal(found.high, meaning.between[1])
    );
  return "about" in meaning ? saysRoughly(found, meaning) : saysSpan(found, meaning);
}

function saysRoughly(found: Quantity, { about }: { about: string | undefined }): boolean {
  if (found.kind !== "vague") return false;
  return about === undefined ? found.around === undefined : equal(found.around ?? "NaN", about);
}

function saysSpan(found: Quantity, meaning: { months: number } | { days: number } | { on: string }): boolean {
  if ("months" in meaning) return found.kind === "term" && found.months === meaning.months;
  if ("days" in meaning) return found.kind === "days" && found.days === meaning.days;
  return found.kind === "date" && found.on === meaning.on;
}

/** A figure that is offered beside the question has to be one that was named. */
function misleads(found: Quantity, means: readonly Meaning[]): boolean {
  const named = means.flatMap((meaning) => {
    if (meaning === "unclear") return [];
    if ("sum" in meaning) return [meaning.sum];
    if ("between" in meaning) return [...meaning.between];
    return "about" in meaning && meaning.about !== undefined ? [meaning.about] : [];
  });
  const offered =
    found.kind === "range"
      ? [found.low, found.high]
      : found.kind === "vague" && found.around !== undefined
        ? [found.around]
        : [];
  return offered.some((figure) => !named.some((one) => equal(one, figure)));
}

export function judge(found: readonly Quantity[], { means }: Pick<Expression, "means">): Verdict {
  if (
    found.length === means.length &&
    means.every((meaning, at) => found[at] !== undefined && says(found[at], meaning))
  )
    return "exact";
  let from = 0;
  for (const one of found) {
    if (isOpen(one)) {
      if (misleads(one, means)) return "wrong";
      continue;
    }
    const at = means.findIndex(
      (meaning, index) => index >= from && meaning !== "unclear" && says(one, meaning),
    );
    if (at < 0) return "wrong";
    from = at + 1;
  }
  return "asked";
}
