/** What a payment rail answers when a tester chooses it, whatever the sandbox would say. */
import { createHash } from "node:crypto";
import { addDays, shanghaiDate } from "../../domain/dates.ts";
import type { CollectResult } from "../../partners/ports.ts";

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
  const mark = createHash("sha256").update(call.key).digest("hex").slice(0, 12);
  if (choice === "collected") return { outcome: "collected", reference: `SBX-IN-${mark}`, fee };
  const arrivesOn = addDays(shanghaiDate(call.at), 1);
  // As the sandbox writes it, which reads the arrival and the fee out of it.
  const reference = `SBX-${arrivesOn.replaceAll("-", "")}-${fee.replace(".", "")}-${mark}`;
  return { outcome: "processing", reference, fee, arrivesOn };
}
