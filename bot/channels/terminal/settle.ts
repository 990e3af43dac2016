/** Waits until nothing more is on its way to a chat: no command, no due deadline, no reply undelivered. */
import { setTimeout as pause } from "node:timers/promises";
import type { Queryable } from "../../../db/connection/connection.ts";
import { isQuiet } from "../../../db/connection/quiet.ts";
import type { Address } from "../../messages.ts";

const intervalMs = 15;
/** A partner that is down may take longer: the chat then goes on without its answer. */
const patienceMs = 15_000;

export async function settle(orm: Queryable, address: Address): Promise<void> {
  for (let waited = 0; waited < patienceMs; waited += intervalMs) {
    if (await isQuiet(orm, address)) return;
    await pause(intervalMs);
  }
}
