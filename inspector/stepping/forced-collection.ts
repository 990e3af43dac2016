/** What a payment rail answers when a tester chooses it, whatever the sandbox would say. */
import { addDays, shanghaiDate } from "../../domain/calendar/dates.ts";
import type { CollectResult } from "../../partners/ports.ts";
import { processing, shortHash } from "../../partners/sandbox/payments.ts";

export type CollectionChoice = "collected" | "processing" | "insufficient-funds" | "card-rejected";

interface ForcedCollection {
  choice: CollectionChoice;
  /** As the sandbox answers: the fee, and the answer itself where it is the one chosen. */
  own: CollectResult;
  call: { key: string; at: string };
}

export function forcedCollection({ choice, own, call }: ForcedCollection): CollectResult {
  if (own.outcome === choice) return own;
  if (choice === "insufficient-funds" || choice === "card-rejected")
    return { outcome: "refused", reason: choice };
  const fee = own.outcome === "refused" ? "0.00" : own.fee;
  if (choice === "collected")
    return { outcome: "collected", reference: `SBX-IN-${shortHash(call.key)}`, fee };
  return processing({ key: call.key, fee, arrivesOn: addDays(shanghaiDate(call.at), 1) });
}
