/** Promises to pay: one open at a time; a new one takes the place of the one before. */
import { and, eq } from "drizzle-orm";
import type { PaymentPromise } from "../../domain/overdue/promise-status.ts";
import type { Tx } from "../connection/connection.ts";
import { promises } from "../schema.ts";

export interface NewPromise extends PaymentPromise {
  id: string;
  borrowerId: string;
}

export async function makePromise(tx: Tx, promise: NewPromise): Promise<void> {
  const { borrowerId, madeOn } = promise;
  // Sent one behind the other, not one after the other: a turn's statements are pipelined.
  await Promise.all([
    endPromise(tx, { borrowerId, status: "replaced", on: madeOn }),
    tx.insert(promises).values(promise),
  ]);
}

export async function endPromise(
  tx: Tx,
  { borrowerId, status, on }: { borrowerId: string; status: "replaced" | "withdrawn"; on: string },
): Promise<void> {
  await tx
    .update(promises)
    .set({ status, decidedOn: on })
    .where(and(eq(promises.borrowerId, borrowerId), eq(promises.status, "open")));
}
