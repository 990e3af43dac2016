/** Staff's decision on what a borrower asked for: recorded, and told in their chat, in one transaction. */
import type { Tx } from "../../db/connection/connection.ts";
import { armConversation, setDeadline } from "../../db/conversation/deadlines.ts";
import {
  lockRequest,
  type OpenRequest,
  decideRequest as recordDecision,
} from "../../db/desk/staff-requests.ts";
import { addDays, shanghaiDate } from "../../domain/calendar/dates.ts";
import { outsideQuietHours } from "../../domain/contact/contact-policy.ts";
import { daysLater } from "../../domain/overdue/promise.ts";
import { OpsError } from "../desk/ops-error.ts";

export interface StaffDecision {
  id: number;
  decision: "approved" | "declined" | "answered";
  /** Of an extension: another day than the one asked for. */
  until?: string | undefined;
  /** What the borrower is told beside it. */
  reply?: string | undefined;
  operator: string;
  now: string;
}

/** Gives when the borrower is told: now, or when their quiet hours end. Throws OpsError where it cannot be decided so. */
export async function decideAtDesk(
  tx: Tx,
  decision: StaffDecision,
): Promise<{ toldAt: string; until: string | null }> {
  const { id, reply } = decision;
  const request = await lockRequest(tx, id);
  if (!request) throw new OpsError(`There is no request ${id}.`);
  if (request.status !== "open") throw new OpsError(`Request ${id} is ${request.status} already.`);
  const until = dayGiven(request, decision);
  await recordDecision(tx, { ...decision, status: decision.decision, until: until ?? undefined });
  const toldAt = await tell(tx, request, { ...decision, until, reply });
  return { toldAt, until };
}

/** Null where no day is given. */
function dayGiven(
  request: OpenRequest,
  { id, decision, until = request.until ?? undefined, now }: StaffDecision,
) {
  const { kind, dueDate } = request;
  if (decision !== "answered" && kind !== "extension")
    throw new OpsError(`Request ${id} asks for a person: answer it.`);
  if (decision !== "approved" || until === undefined) return null;
  const today = shanghaiDate(borrowersTime(request, now));
  const { from, to } = daysLater("extension", dueDate ?? undefined, today);
  if (until < from || until > to)
    throw new OpsError(
      `${until} cannot be given: a day after ${addDays(from, -1)}${dueDate === addDays(from, -1) ? ", the due date" : ""}, up to ${to}.`,
    );
  return until;
}

/** In the sandbox each borrower's clock has an offset of its own. */
const borrowersTime = ({ clockOffsetMs }: OpenRequest, now: string): string =>
  new Date(Date.parse(now) + clockOffsetMs).toISOString();

async function tell(
  tx: Tx,
  request: OpenRequest,
  { decision, until, reply, now }: Omit<StaffDecision, "until"> & { until: string | null },
): Promise<string> {
  const { turnId: requestId, conversationId, clockOffsetMs, timeZone } = request;
  const at = outsideQuietHours(borrowersTime(request, now), timeZone);
  await setDeadline(tx, {
    ...{ conversationId, key: `request:${requestId}`, at },
    event: { type: "request.decided", requestId, decision, ...(until && { until }), ...(reply && { reply }) },
  });
  await armConversation(tx, { conversationId, clockOffsetMs });
  return new Date(Date.parse(at) - clockOffsetMs).toISOString();
}
