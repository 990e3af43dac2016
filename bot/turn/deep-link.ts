/**
 * What a `/start` payload (64 characters of A-Z a-z 0-9 _ -) leads to: borrow_20000_10,
 * product_we2000, buy_jd_1299-50_order-7, repay, loans, entry_mini-program.
 */
import { findEntry } from "../../domain/product/entries.ts";
import type { JourneyEvent } from "../../machines/journey-events.ts";

/** Undefined for a payload that leads nowhere: the conversation then simply starts. */
export function readDeepLink(payload: string): JourneyEvent | undefined {
  const [word, ...rest] = payload.split("_");
  switch (word) {
    case "borrow":
      return readBorrow(rest);
    case "product":
      return { type: "product.choose", product: rest.join("_") };
    case "buy":
      return readPurchase(rest);
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

/** Merchant, the cart's worth in yuan with its cents behind a hyphen, and the merchant's order number if there is one. */
function readPurchase([merchant, worth = "", ...order]: string[]): JourneyEvent | undefined {
  const amount = /^(\d{1,9})(?:-(\d{2}))?$/.exec(worth);
  if (!merchant || !amount) return undefined;
  const orderNumber = order.join("_");
  return {
    ...{ type: "buy", merchant, amount: `${amount[1]}.${amount[2] ?? "00"}` },
    ...(orderNumber && { orderNumber }),
  };
}

const readEntry = (entry: string): JourneyEvent | undefined =>
  findEntry(entry) ? { type: "entry.choose", entry } : undefined;
