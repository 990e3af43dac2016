import type { Scope } from "../../stage-view.ts";

/** The bank card that was found, by bank and last digits. */
export function boundCard({ m, context: { card } }: Scope): string | undefined {
  return card ? m.confirming.boundCard({ bank: m.words.bank(card.bank), tail: card.tail }) : undefined;
}
