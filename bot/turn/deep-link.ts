/** What a `/start` payload (64 characters of A-Z a-z 0-9 _ -) leads to: borrow_20000_10, repay, loans, entry_mini-program. */
import { findEntry } from "../../domain/entries.ts";
import type { JourneyEvent } from "../../machines/journey-events.ts";

/** Undefined for a payload that leads nowhere: the conversation then simply starts. */
export function readDeepLink(payload: string): JourneyEvent | undefined {
  const [word, ...rest] = payload.split("_");
  switch (word) {
    case "borrow":
      return readBorrow(rest);
    case "repay":
      return { type: "repay" };
    case "loans":
      return { type: "loans.show" };
    case "entries":
      return { type: "locate" };
    case "entry":
      return readEntry(rest.join("_"));
    default:
      return undefined;
  }
}

function readBorrow([amount, installments]: string[]): JourneyEvent {
  return {
    type: "borrow",
    ...(amount && /^\d{1,9}$/.test(amount) && { amount }),
    ...(installments && /^\d{1,3}$/.test(installments) && { installments: Number(installments) }),
  };
}

const readEntry = (entry: string): JourneyEvent | undefined =>
  findEntry(entry) ? { type: "entry.choose", entry } : undefined;
